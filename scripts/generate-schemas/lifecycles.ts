import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** When a version of a kind comes and goes, as minor versions of Kubernetes 1. */
export interface ApiLifecycle {
  readonly apiVersion: string;
  readonly kind: string;
  readonly introduced: number | undefined;
  readonly deprecated: number | undefined;
  readonly removed: number | undefined;
  readonly replacement: { readonly apiVersion: string; readonly kind: string } | undefined;
}

const RELEASE = /^func \(in \*(\w+)\) APILifecycle(Introduced|Deprecated|Removed)\(\) [^{]*\{\s*return 1, (\d+)\s*\}/gm;
const REPLACEMENT =
  /^func \(in \*(\w+)\) APILifecycleReplacement\(\) [^{]*\{\s*return schema\.GroupVersionKind\{Group: "([^"]*)", Version: "([^"]*)", Kind: "([^"]*)"\}/gm;

/** Every lifecycle that the generated sources of a module tell, lists of a kind left out. */
export function lifecyclesOf(moduleFolder: string): ApiLifecycle[] {
  const files = globSync('**/zz_generated.prerelease-lifecycle.go', { cwd: moduleFolder }).toSorted();
  return files.flatMap((file) => {
    const folder = join(moduleFolder, dirname(file));
    return lifecyclesOfSource(readFileSync(join(moduleFolder, file), 'utf8'), groupOf(folder), basename(folder));
  });
}

/** The lifecycles of one source, whose group and version its folder tells. */
export function lifecyclesOfSource(source: string, group: string, version: string): ApiLifecycle[] {
  const releases = new Map<string, Map<string, number>>();
  for (const [, kind = '', event = '', minor] of source.matchAll(RELEASE)) {
    const ofKind = releases.get(kind) ?? new Map<string, number>();
    releases.set(kind, ofKind.set(event, Number(minor)));
  }
  const replacements = new Map<string, { apiVersion: string; kind: string }>();
  for (const [, kind = '', newGroup = '', newVersion = '', newKind = ''] of source.matchAll(REPLACEMENT)) {
    // One source names a list as what takes a kind's place.
    const isList = newKind === `${kind}List`;
    replacements.set(kind, { apiVersion: apiVersionOf(newGroup, newVersion), kind: isList ? kind : newKind });
  }
  return [...releases]
    .filter(([kind]) => !kind.endsWith('List') || kind === 'List')
    .map(([kind, events]) => ({
      apiVersion: apiVersionOf(group, version),
      kind,
      introduced: events.get('Introduced'),
      deprecated: events.get('Deprecated'),
      removed: events.get('Removed'),
      replacement: replacements.get(kind),
    }));
}

/** `apps/v1`, or `v1` in the core group. */
export function apiVersionOf(group: string, version: string): string {
  return group === '' ? version : `${group}/${version}`;
}

function groupOf(folder: string): string {
  const file = join(folder, 'register.go');
  const name = existsSync(file) ? /^(?:const )?\s*GroupName\s*=\s*"([^"]*)"/m.exec(readFileSync(file, 'utf8')) : null;
  if (name === null) throw new Error(`${file} names no group`);
  return name[1] ?? '';
}
