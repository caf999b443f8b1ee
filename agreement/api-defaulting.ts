import { isObject, type JsonObject } from '../src/core/json.ts';
import { defaulted } from '../src/kubernetes/defaulting/index.ts';
import { newestVersion } from '../src/kubernetes/version.ts';
import { type CaseLine, readCaseLines } from './case-files.ts';
import type { Case, Corpus } from './corpus.ts';

/** An object as it was sent to an API server, and as the server answered. */
export interface DefaultingCase extends Case {
  readonly object: JsonObject;
  readonly defaulted: JsonObject;
}

/** Mappings that mean the same when they are empty as when they are not there. */
const VOID_IF_EMPTY: ReadonlySet<string> = new Set(['resources', 'securityContext', 'strategy', 'labels', 'metadata']);

/** What the server adds by itself to the metadata and the status of every object is not recorded. */
const UNRECORDED: ReadonlySet<string> = new Set(['metadata', 'status']);

/** Objects that a real API server of the newest version defaulted. */
export const corpus: Corpus<DefaultingCase> = {
  name: 'api-defaulting',
  groupedBy: ['kind'],
  read: (folder) => readCaseLines(folder, 'cases').map(defaultingCase),
  judge({ object, defaulted: expected }) {
    const ours = Object.entries(defaulted(object, { targetVersion: newestVersion }));
    const recorded = Object.fromEntries(ours.filter(([key]) => !UNRECORDED.has(key)));
    const difference = firstDifference(withoutVoid(recorded), withoutVoid(expected), '');
    return {
      is: 'judged',
      answer: difference === undefined ? 'agree' : 'disagree',
      ours: difference === undefined ? 'the same' : 'another object',
      evidence: difference,
    };
  },
};

function defaultingCase({ content, at }: CaseLine): DefaultingCase {
  const { id, object, defaulted: answer } = content;
  if (typeof id !== 'string' || id === '') throw new Error(`${at}: id is not as expected`);
  if (!isObject(object) || typeof object['kind'] !== 'string') throw new Error(`${at}: object is not as expected`);
  if (!isObject(answer)) throw new Error(`${at}: defaulted is not as expected`);
  return { id, groups: [[object['kind']]], caveats: [], expected: 'the same', object, defaulted: answer };
}

/** The value without null, empty lists and the mappings that are void if empty. */
function withoutVoid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutVoid);
  if (!isObject(value)) return value;
  const kept: [string, unknown][] = [];
  for (const [key, before] of Object.entries(value)) {
    const after = withoutVoid(before);
    if (after !== null && !isVoid(key, after)) kept.push([key, after]);
  }
  return Object.fromEntries(kept);
}

function isVoid(key: string, value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return VOID_IF_EMPTY.has(key) && isObject(value) && Object.keys(value).length === 0;
}

/** Where two values differ first, and how; undefined if they are equal. */
function firstDifference(ours: unknown, right: unknown, path: string): string | undefined {
  const areLists = Array.isArray(ours) && Array.isArray(right) && ours.length === right.length;
  if (areLists || (isObject(ours) && isObject(right))) {
    const one = new Map(Object.entries(ours));
    const other = new Map(Object.entries(right));
    for (const key of new Set([...one.keys(), ...other.keys()])) {
      const difference = firstDifference(one.get(key), other.get(key), `${path}/${key}`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }
  return ours === right ? undefined : `${path}: ${print(ours)} is not ${print(right)}`;
}

function print(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
