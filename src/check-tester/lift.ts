import { asObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import { podTemplatePaths } from '../kubernetes/pod-template.ts';
import { readText } from '../text/read.ts';

/** A Pod's manifest made that of another kind, with the Pod's text indented as its template. */
export interface LiftedPod {
  readonly yaml: string;
  readonly template: Path;
  /** Where a place of the Pod's text stands now; undefined for apiVersion and kind, which the template has not. */
  position(line: number, column: number): { readonly line: number; readonly column: number } | undefined;
}

const LEFT_OUT = /^(?:apiVersion:|kind:|---|\.\.\.)/;

/** True if the text is one YAML document that holds a Pod and nothing else. */
export function isSinglePod(yaml: string): boolean {
  const { documents } = readText(yaml, 'example');
  const [first, ...rest] = documents.filter((document) => document.value !== null);
  return first !== undefined && rest.length === 0 && asObject(first.value)['kind'] === 'Pod' && !/^\s*\{/.test(yaml);
}

/**
 * Wraps a Pod into another pod-bearing kind: its metadata and spec become the pod template's, the new object has its name
 * and namespace. Undefined if apiVersion and kind of the Pod do not stand on lines of their own.
 */
export function liftPod(yaml: string, kind: string): LiftedPod | undefined {
  if (!/^apiVersion:[^\n]*$/m.test(yaml) || !/^kind:[^\n]*$/m.test(yaml)) return undefined;
  const template = podTemplatePaths.get(kind) ?? [];
  const lines = headerOf(yaml, kind, template);
  const indent = '  '.repeat(template.length);
  const lineOf = new Map<number, number>();
  for (const [index, line] of yaml.split('\n').entries()) {
    if (LEFT_OUT.test(line)) continue;
    lines.push(line.trim() === '' ? line : indent + line);
    lineOf.set(index + 1, lines.length);
  }
  return {
    yaml: lines.join('\n'),
    template,
    position(line, column) {
      const shifted = lineOf.get(line);
      return shifted === undefined ? undefined : { line: shifted, column: column + indent.length };
    },
  };
}

function headerOf(yaml: string, kind: string, template: Path): string[] {
  const metadata = asObject(asObject(readText(yaml, 'example').documents.at(-1)?.value)['metadata']);
  const slash = kind.indexOf('/');
  const named = ['name', 'namespace'].filter((field) => metadata[field] !== undefined);
  return [
    `apiVersion: ${slash === -1 ? 'v1' : `${kind.slice(0, slash)}/v1`}`,
    `kind: ${kind.slice(slash + 1)}`,
    ...(named.length === 0 ? [] : ['metadata:']),
    ...named.map((field) => `  ${field}: ${JSON.stringify(metadata[field])}`),
    ...template.map((segment, depth) => `${'  '.repeat(depth)}${segment}:`),
  ];
}
