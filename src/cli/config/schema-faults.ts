import type * as core from 'zod/v4/core';
import { valueAt } from '../../core/json.ts';
import { nearest } from '../../core/nearest.ts';
import type { Path } from '../../core/path.ts';
import type { ConfigCode } from './config-fault.ts';
import { keysAt } from './schema-keys.ts';

/** What a schema says against a value, and where in it. */
export interface SchemaFault {
  readonly code: ConfigCode;
  readonly message: string;
  readonly path: Path;
  /** True if the key at the path is at fault, not its value. */
  readonly isKey: boolean;
}

/** Says in our words what the schema library found wrong, in the order of its findings. */
export function schemaFaults(issues: readonly core.$ZodIssue[], schema: unknown, value: unknown): SchemaFault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], schema, value));
}

function faultsOf(issue: core.$ZodIssue, base: Path, schema: unknown, value: unknown): SchemaFault[] {
  const path = [...base, ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, schema));
  if (issue.code === 'invalid_union') return unionFaults(issue, path, schema, value);
  return [{ ...plainFault(issue, path, value), path, isKey: false }];
}

function pathOf(issue: core.$ZodIssue): Path {
  return issue.path.map((segment) => (typeof segment === 'number' ? segment : String(segment)));
}

/** The branch of a union that the value is meant as: the one that takes its type. */
function unionFaults(issue: core.$ZodIssueInvalidUnion, path: Path, schema: unknown, value: unknown): SchemaFault[] {
  const meant = issue.errors.find((issues) => !issues.some(isAboutType));
  if (meant !== undefined) return meant.flatMap((nested) => faultsOf(nested, path, schema, value));
  return [{ code: 'config-wrong-type', message: `${issue.message}, found ${found(value, path)}`, path, isKey: false }];
}

/** True if a branch of a union takes no value of such a type at all; a word among others is taken for a type here. */
function isAboutType(issue: core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function unknownKey(key: string, path: Path, schema: unknown): SchemaFault {
  const candidates = keysAt(schema, path);
  const close = nearest(key, candidates);
  const isOfChecks = path.at(-1) === 'checks';
  const what = isOfChecks ? `there is no check or area "${key}"` : `there is no key "${key}" here`;
  const known = isOfChecks || candidates.length === 0 ? '' : `; the keys are ${candidates.join(', ')}`;
  return {
    code: isOfChecks ? 'config-unknown-check' : 'config-unknown-key',
    message: close === undefined ? `${what}${known}` : `${what}; did you mean "${close}"`,
    path: [...path, key],
    isKey: true,
  };
}

function plainFault(issue: core.$ZodIssue, path: Path, value: unknown): { code: ConfigCode; message: string } {
  if (issue.code === 'invalid_value') {
    return { code: 'config-wrong-value', message: wrongWord(issue.values.map(String), valueAt(value, path)) };
  }
  if (issue.code !== 'invalid_type') {
    return { code: isAboutChecks(issue) ? 'config-unknown-check' : 'config-wrong-value', message: issue.message };
  }
  if (valueAt(value, path) === undefined) {
    return { code: 'config-missing-key', message: `"${String(path.at(-1))}" is missing` };
  }
  const expected = issue.message.startsWith('expected')
    ? issue.message
    : `expected ${TYPES[issue.expected] ?? issue.expected}`;
  const isUnquoted = issue.expected === 'string' && typeof valueAt(value, path) !== 'object';
  const hint = isUnquoted ? '; write it in quotes' : '';
  return { code: 'config-wrong-type', message: `${expected}, found ${found(value, path)}${hint}` };
}

/** True for what the schema marked so: a word that stands for no check. */
function isAboutChecks(issue: core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params?.['about'] === 'checks';
}

function wrongWord(words: readonly string[], given: unknown): string {
  const list = words.join(', ');
  if (typeof given !== 'string') return `expected one of ${list}`;
  const close = nearest(given, words);
  return `"${given}" is none of ${list}${close === undefined ? '' : `; did you mean "${close}"`}`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'on or off',
  array: 'a list',
  object: 'a mapping',
};

function found(value: unknown, path: Path): string {
  const given = valueAt(value, path);
  if (given === null) return 'nothing';
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'object') return 'a mapping';
  if (typeof given === 'string') return 'a text';
  if (typeof given === 'boolean') return `the truth value ${given}`;
  return typeof given === 'number' || typeof given === 'bigint' ? `the number ${given}` : 'something else';
}
