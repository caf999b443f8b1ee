import type { Version } from '../../core/check.ts';
import { isObject, type JsonObject, ownValue } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { isFrom } from '../version.ts';

/** What decides about a default besides the object. */
export interface Target {
  readonly targetVersion: Version;
}

const EMPTY: JsonObject = Object.freeze({});

/**
 * What the API server makes of one value; the same value where it changes nothing. A field that is not there is
 * `undefined`, before and after. A rule never changes its input, and leaves a value of another type than it expects.
 */
export type Rule = (value: unknown, target: Target) => unknown;

/** True for a field that is not there, or null, which the API server reads as not there. */
export function isUnset(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** True for a mapping of the input; an unknown value is none. */
export function isMapping(value: unknown): value is JsonObject {
  return isObject(value) && !(value instanceof UnknownValue);
}

/** The value as a mapping; anything else, an unknown value too, reads as an empty one. */
export function mappingOf(value: unknown): JsonObject {
  return isMapping(value) ? value : EMPTY;
}

/** The mapping with one field set, or taken out for `undefined`; the mapping itself where that changes nothing. */
export function withField(object: JsonObject, key: string, value: unknown): JsonObject {
  if (value === ownValue(object, key)) return object;
  if (value !== undefined) return { ...object, [key]: value };
  const { [key]: _removed, ...rest } = object;
  return rest;
}

/** Applies to each field of a mapping the rule of its name. Fields without a rule stay. */
export function fields(rules: Readonly<Record<string, Rule>>): Rule {
  const entries = Object.entries(rules);
  return (value, target) => {
    if (!isMapping(value)) return value;
    let changed: Record<string, unknown> | undefined;
    for (const [key, rule] of entries) {
      const before = ownValue(value, key);
      const after = rule(before, target);
      if (after === before) continue;
      changed ??= { ...value };
      if (after === undefined) delete changed[key];
      else changed[key] = after;
    }
    return changed ?? value;
  };
}

/** The same rule for several fields. */
export function same(rule: Rule, ...keys: readonly string[]): Record<string, Rule> {
  return Object.fromEntries(keys.map((key) => [key, rule]));
}

/** Applies the rules one after another. */
export function inTurn(...rules: readonly Rule[]): Rule {
  return (value, target) => rules.reduce((result, rule) => rule(result, target), value);
}

/** Applies to mappings only. */
export function onMapping(change: (object: JsonObject, target: Target) => JsonObject): Rule {
  return (value, target) => (isMapping(value) ? change(value, target) : value);
}

/** Applies the rule to each item of a list. */
export function each(rule: Rule): Rule {
  return (value, target) => {
    if (!Array.isArray(value)) return value;
    const before: readonly unknown[] = value;
    const after = before.map((item) => rule(item, target));
    return after.some((item, index) => item !== before[index]) ? after : before;
  };
}

/** Applies the rule to each value of a mapping whose keys are free. */
export function eachValue(rule: Rule): Rule {
  return onMapping((object, target) => {
    const before = Object.entries(object);
    const after = before.map(([key, value]): [string, unknown] => [key, rule(value, target)]);
    return after.some(([, value], index) => value !== before[index]?.[1]) ? Object.fromEntries(after) : object;
  });
}

/** Applies the rule to a mapping that the API server always has: an absent one counts as empty. */
export function always(rule: Rule): Rule {
  return (value, target) => {
    if (!isUnset(value)) return rule(value, target);
    const filled = rule(EMPTY, target);
    return isMapping(filled) && Object.keys(filled).length === 0 ? value : filled;
  };
}

/** Sets a field that is not there. */
export function ifUnset(fallback: unknown): Rule {
  return (value) => (isUnset(value) ? fallback : value);
}

/** Sets a field that is not there, or that holds the empty value of the default's type: `''` or 0. */
export function ifEmpty(fallback: string | number): Rule {
  const empty = typeof fallback === 'string' ? '' : 0;
  return (value) => (isUnset(value) || value === empty ? fallback : value);
}

/** Applies the rule from Kubernetes `1.minor` on. */
export function from(minor: number, rule: Rule): Rule {
  return (value, target) => (isFrom(target.targetVersion, minor) ? rule(value, target) : value);
}

/** Text that the API server leaves out when it is empty. */
export const text: Rule = (value) => (value === '' ? undefined : value);

/** A number that the API server leaves out when it is 0. */
export const number: Rule = (value) => (value === 0 ? undefined : value);

/** A flag that the API server leaves out when it is false. */
export const flag: Rule = (value) => (value === false ? undefined : value);
