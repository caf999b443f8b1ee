import { isObject } from '../../src/core/json.ts';
import type { DifferenceClass } from './difference-class.ts';
import type { Difference } from './differences.ts';
import { type Reading, valuesOf } from './readings.ts';
import { refusalClasses } from './refusal-classes.ts';
import { type ScalarClass, scalarClasses } from './scalar-classes.ts';
import { isSpacedOtherwise, structureClasses } from './structure-classes.ts';

/** Keys are scalars that became text; floats went through 32 bits on the way. */
const keyClasses: readonly ScalarClass[] = [
  ...scalarClasses.map(({ name, holds }) => ({
    name,
    holds: (ours: unknown, theirs: unknown) => keyValues(String(ours)).some((value) => holds(value, theirs)),
  })),
  {
    name: 'a float as a key, of 32 bits in Kubernetes',
    holds: (ours, theirs) => isSingle(String(ours), Number(String(theirs).replaceAll('_', ''))),
  },
  {
    name: 'a colon before an indicator of a flow collection',
    holds: (ours, theirs) => typeof theirs !== 'string' && ours === `${String(theirs)}:`,
  },
];

/** Every difference that is explained. The first class that holds names it. */
export const classes: readonly DifferenceClass[] = [
  ...scalarClasses.map(({ name, holds }) => ({
    name,
    holds: (difference: Difference) => difference.is === 'value' && holds(difference.ours, difference.theirs),
  })),
  ...keyClasses.map(({ name, holds }) => ({
    name,
    holds: (difference: Difference) => difference.is === 'key' && holds(difference.ours, difference.theirs),
  })),
  ...structureClasses,
  {
    name: 'keys that become one text',
    holds: (difference, { ours, theirs }) =>
      isInMapping(difference) &&
      ours.is === 'read' &&
      ours.notes.includes('duplicate-key') &&
      textsOfKeys(ours).some((text) => valuesOf(theirs).some((value) => value instanceof Map && isTwice(text, value))),
  },
  {
    name: 'a negative zero as a key, which is the key 0 in JavaScript',
    holds: (difference, { ours }) =>
      isInMapping(difference) && ours.is === 'read' && textsOfKeys(ours).some((texts) => texts === '-0'),
  },
  {
    name: 'keys that are all NaN or infinite for yaml',
    holds: (difference, { ours }) =>
      isInMapping(difference) &&
      difference.peer === 'yaml' &&
      valuesOf(ours).some((value) => isObject(value) && areOneForYaml(Object.keys(value))),
  },
  ...refusalClasses,
];

function isInMapping(difference: Difference): difference is Difference & { is: 'value' | 'missing' } {
  return difference.is === 'value' || difference.is === 'missing';
}

function textsOfKeys(reading: Reading): readonly string[] {
  return valuesOf(reading).flatMap((value) => (isObject(value) ? Object.keys(value) : []));
}

/** Whether two keys of a peer's mapping have one text for us. */
function isTwice(text: string, mapping: ReadonlyMap<unknown, unknown>): boolean {
  return [...mapping.keys()].filter((key) => String(key) === text || isKeyPair(text, key)).length > 1;
}

function areOneForYaml(keys: readonly string[]): boolean {
  const numbers = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return numbers.some((number) => keys.filter((key) => isKeyPair(key, number)).length > 1);
}

/** Whether our key and a peer's may be one key, read in two ways; whether that is explained, the classes say. */
export function isKeyPair(ours: string, theirs: unknown): boolean {
  if (typeof theirs === 'string' && isSpacedOtherwise(ours, theirs)) return true;
  return keyClasses.some(({ holds }) => holds(ours, theirs));
}

/** What a key may have been before it became text. */
function keyValues(key: string): readonly unknown[] {
  const values: unknown[] = [key];
  if (key !== '' && !Number.isNaN(Number(key))) values.push(Number(key));
  if (/^-?\d+$/.test(key)) values.push(BigInt(key));
  return values;
}

function isSingle(key: string, number: number): boolean {
  const single = Math.fround(number);
  if (Number.isNaN(single)) return key === '.nan';
  if (!Number.isFinite(single)) return key === (single > 0 ? '.inf' : '-.inf');
  return key !== '' && Math.fround(Number(key)) === single;
}
