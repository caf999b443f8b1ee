import { asList, isObject, type JsonObject } from '../src/core/json.ts';
import { formatPath, type Path } from '../src/core/path.ts';
import { validateBuiltIn } from '../src/kubernetes/schema/validate.ts';
import type { Violation } from '../src/kubernetes/schema/violation.ts';
import { type CaseLine, readCaseLines } from './case-files.ts';
import type { Case, Corpus, Judgement } from './corpus.ts';

/** An object, and what an API server said when it was to create it. */
export interface ValidationCase extends Case {
  readonly object: JsonObject;
  /** What one of our violations must be at; undefined for an object that was accepted. */
  readonly refusal: Refusal | undefined;
}

/**
 * `named`: the field of an unknown one, as the message writes it; `struct-field`: the way to a field without indexes, keys
 * and embedded structs; `any`: the message names no field; `causes`: the fields of a failed validation.
 */
type Refusal =
  | { readonly is: 'named'; readonly field: string }
  | { readonly is: 'struct-field'; readonly fields: readonly string[] }
  | { readonly is: 'any' }
  | { readonly is: 'causes'; readonly fields: readonly string[] };

/** What an API server accepts and refuses, and at which field. */
export const corpus: Corpus<ValidationCase> = {
  name: 'api-validation',
  groupedBy: ['kind', 'answer'],
  read: (folder) => readCaseLines(folder, 'cases').map(validationCase),
  judge({ object, refusal }): Judgement {
    const violations = validateBuiltIn(object);
    if (violations === undefined) return { is: 'judged', answer: 'unknown', ours: 'unknown', evidence: 'no such kind' };
    const [first] = violations;
    const ours = first === undefined ? 'accepted' : `refused at ${formatPath(first.path)}`;
    const evidence = first && `${formatPath(first.path)}: ${first.message}`;
    if (refusal === undefined)
      return { is: 'judged', answer: first === undefined ? 'agree' : 'disagree', ours, evidence };
    const isFound = violations.some((violation) => isAt(violation, refusal));
    // A deeper rule that we do not have is not known to us; a decoder that lets something through is wrong.
    const missed = refusal.is === 'causes' ? 'unknown' : 'disagree';
    return { is: 'judged', answer: isFound ? 'agree' : missed, ours, evidence };
  },
};

function isAt({ path }: Violation, refusal: Refusal): boolean {
  if (refusal.is === 'any') return true;
  if (refusal.is === 'named') return formatPath(path) === refusal.field;
  if (refusal.is === 'causes') return refusal.fields.some((field) => formatPath(path) === formatPath(readField(field)));
  const names = path.filter((segment) => typeof segment === 'string');
  const expected = refusal.fields.join('.');
  // The key of a map's entry is not named.
  return names.join('.') === expected || names.slice(0, -1).join('.') === expected;
}

/** Fields that the server names otherwise than they are called in the object. */
const MISNAMED: readonly (readonly [RegExp, string])[] = [
  [/\bresources\[storage\]$/, 'resources.requests.storage'],
  [/\btemplate\.labels$/, 'template.metadata.labels'],
];

/** The path of a field as the server writes it: an entry of a map stands in brackets, without quotes. */
function readField(field: string): Path {
  const text = MISNAMED.reduce((read, [name, real]) => read.replace(name, real), field);
  const path: (string | number)[] = [];
  for (const [, name, key = ''] of text.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (name !== undefined) path.push(name);
    else path.push(/^\d+$/.test(key) ? Number(key) : key);
  }
  return path;
}

function validationCase({ content, at }: CaseLine): ValidationCase {
  const { id, object, accepted, code, message, fields } = content;
  if (typeof id !== 'string' || !isObject(object) || typeof accepted !== 'boolean') {
    throw new Error(`${at}: the case has no id, object or answer`);
  }
  const refusal = accepted ? undefined : refusalOf(code, message, fields);
  const answer = accepted ? 'accepted' : `refused with ${String(code)}`;
  return {
    id,
    groups: [[String(object['kind']), answer]],
    caveats: [],
    expected: expectedWords(refusal),
    object,
    refusal,
  };
}

function refusalOf(code: unknown, message: unknown, fields: unknown): Refusal {
  if (code === 422) return { is: 'causes', fields: asList(fields).map((cause) => String(asList(cause)[0])) };
  const text = String(message);
  const unknown = /unknown field "([^"]+)"/.exec(text)?.[1];
  if (unknown !== undefined) return { is: 'named', field: unknown };
  const struct = /into Go struct field [^.\s]+\.(\S+) of type/.exec(text)?.[1];
  if (struct === undefined) return { is: 'any' };
  // Embedded structs are named with a capital letter, fields never are.
  return { is: 'struct-field', fields: struct.split('.').filter((name) => !/^[A-Z]/.test(name)) };
}

function expectedWords(refusal: Refusal | undefined): string {
  if (refusal === undefined) return 'accepted';
  if (refusal.is === 'any') return 'refused';
  if (refusal.is === 'named') return `refused at ${refusal.field}`;
  return `refused at ${refusal.fields.join(refusal.is === 'causes' ? ' or ' : '.')}`;
}
