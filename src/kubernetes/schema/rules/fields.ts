import { asList, asObject, type JsonObject, ownValue } from '../../../core/json.ts';
import type { Path } from '../../../core/path.ts';
import type { NameRule } from '../../names.ts';
import type { ViolationReport } from '../violation.ts';

/** True for what the API server takes for no value. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** True for no value and for an empty text. */
export function isEmpty(value: unknown): boolean {
  return isAbsent(value) || value === '';
}

/** The entries of a list with their paths; an empty entry is an object whose fields are all unset. */
export function entries(value: unknown, path: Path): (readonly [JsonObject, Path])[] {
  return asList(value).map((item, index) => [asObject(item), [...path, index]]);
}

/** The texts of a list with their paths. */
export function texts(value: unknown, path: Path): (readonly [string, Path])[] {
  return asList(value).flatMap((item, index) => (typeof item === 'string' ? [[item, [...path, index]] as const] : []));
}

/** Tests a text by a rule of names; an unset one only if `isRequired`. */
export function checkName(
  value: unknown,
  rule: NameRule,
  path: Path,
  report: ViolationReport,
  isRequired: 'required' | 'optional' = 'optional',
): void {
  if (isEmpty(value)) {
    if (isRequired === 'required') report.required(path);
  } else if (typeof value === 'string') for (const complaint of rule(value)) report.invalid(path, value, complaint);
}

/** Tests a number against the range that is allowed, both ends included; an unset one passes. */
export function checkRange(value: unknown, least: number, most: number, path: Path, report: ViolationReport): void {
  if (typeof value !== 'number' || (value >= least && value <= most)) return;
  report.invalid(path, value, `must be between ${least} and ${most}, inclusive`);
}

/** Tests that none of the fields of an object is under zero. */
export function checkNotNegative(
  object: JsonObject,
  names: readonly string[],
  path: Path,
  report: ViolationReport,
): void {
  for (const name of names) {
    const value = ownValue(object, name);
    if (typeof value !== 'number' || value >= 0) continue;
    report.invalid([...path, name], value, 'must be greater than or equal to 0');
  }
}

/** Reports each text that came before, as the entry with its path. */
export function checkUnique(named: Iterable<readonly [unknown, Path]>, report: ViolationReport): void {
  const seen = new Set<unknown>();
  for (const [name, path] of named) {
    if (isEmpty(name)) continue;
    if (seen.has(name)) report.duplicate(path, name);
    seen.add(name);
  }
}
