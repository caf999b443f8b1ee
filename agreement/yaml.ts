import { isObject } from '../src/core/json.ts';
import type { TextProblem } from '../src/text/document.ts';
import { readYaml } from '../src/text/yaml/read.ts';
import { type CaseLine, readCaseLines } from './case-files.ts';
import type { Case, Corpus, Judgement } from './corpus.ts';

/** A text, and what the reader of Kubernetes makes of its first document: JSON, or an error. */
export interface YamlCase extends Case {
  readonly yaml: string;
  /** The document as JSON; undefined if reading it is an error. */
  readonly json: string | undefined;
}

/** YAML as Kubernetes reads it. */
export const corpus: Corpus<YamlCase> = {
  name: 'yaml',
  groupedBy: ['file'],
  read: (folder) => [
    ...readCaseLines(folder, 'documents').map((line) => yamlCase(line, 'documents')),
    ...readCaseLines(folder, 'yaml-scalars').map((line) => yamlCase(line, 'scalars')),
  ],
  judge: judgeYaml,
};

function yamlCase({ content, at }: CaseLine, file: string): YamlCase {
  const { id, yaml, json, error } = content;
  if (typeof id !== 'string' || typeof yaml !== 'string') throw new Error(`${at}: expected an id and a yaml text`);
  if (typeof json !== 'string' && typeof error !== 'string') throw new Error(`${at}: expected a json text or an error`);
  const expected = typeof json === 'string' ? json : 'an error';
  return { id, groups: [[file]], caveats: [], expected, yaml, json: typeof json === 'string' ? json : undefined };
}

function judgeYaml({ yaml, json }: YamlCase): Judgement {
  const { documents, problems } = readYaml(yaml);
  const [first] = documents;
  const lost = problems.find((problem) => isBefore(problem, first?.start));
  if (lost !== undefined) return judgement(json === undefined, 'an error', lost.message);
  const ours = jsonText(first?.value ?? null);
  return judgement(json !== undefined && ours === jsonText(exactJson(json)), ours, undefined);
}

/** True if a document that stands before the first one read was lost. */
function isBefore({ lost }: TextProblem, start: number | undefined): boolean {
  return lost !== undefined && (start === undefined || lost.start < start);
}

function judgement(agrees: boolean, ours: string, evidence: string | undefined): Judgement {
  return { is: 'judged', answer: agrees ? 'agree' : 'disagree', ours, evidence };
}

/** JSON with the digits of its large integers kept. */
function exactJson(text: string): unknown {
  return JSON.parse(text, (_key: string, value: unknown, ...rest: readonly { readonly source?: string }[]) => {
    const source = rest[0]?.source;
    if (typeof value !== 'number' || source === undefined || !/^-?\d+$/.test(source)) return value;
    return Number.isSafeInteger(value) ? value : BigInt(source);
  });
}

/** A value as JSON with sorted keys; integers of 64 bits with all their digits, floats with the fewest that tell them. */
function jsonText(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (Object.is(value, -0)) return '0';
  if (Array.isArray(value)) return `[${value.map(jsonText).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${jsonText(value[key])}`).join()}}`;
}
