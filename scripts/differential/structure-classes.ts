import { isObject } from '../../src/core/json.ts';
import { type DifferenceClass, readOtherwise } from './difference-class.ts';
import type { Difference } from './differences.ts';
import { mergesOverKeys } from './merge-order.ts';

const COLON_BEFORE_INDICATOR = /:[,\]}]/;

/** Documents that both readers take, but not with the same structure or text. */
export const structureClasses: readonly DifferenceClass[] = [
  readOtherwise(
    'a line break at the end of a block scalar that the end of the text cuts off',
    (ours, theirs, { text }) => theirs === `${ours}\n` && !/[\r\n]$/.test(text),
  ),
  readOtherwise(
    'the indentation indicator of a root block scalar, which js-yaml counts from -1',
    (left, right, { text, ours }) =>
      ours.is === 'read' && ours.values.includes(left) && /[|>][-+]?[1-9]/.test(text) && isSpacedOtherwise(left, right),
  ),
  readOtherwise(
    'a root block scalar that is not indented',
    (left, right, { text, ours }) =>
      ours.is === 'read' &&
      ours.values.includes(left) &&
      right !== '' &&
      text.includes(`\n${right.trim().split('\n')[0] ?? ''}`),
  ),
  readOtherwise(
    'empty lines behind an escaped line break',
    (ours, theirs, { text }) => /\\(?:\r\n?|\n)[ \t]*[\r\n]/.test(text) && isSpacedOtherwise(ours, theirs),
  ),
  readOtherwise(
    'blank lines at the end of a block scalar that are deeper than it',
    (ours, theirs) => ours.trimEnd() === theirs.trimEnd() && /[ \t]\n*$/.test(ours),
  ),
  {
    name: 'a question mark before a word in a flow collection',
    holds: (difference) =>
      difference.is === 'value' && difference.theirs === `?${soleEntry(difference.ours, null)?.[0] ?? ''}`,
  },
  {
    name: 'a colon at the start of a flow scalar',
    holds: (difference, { text }) =>
      difference.is === 'value' && soleEntry(difference.ours)?.[0] === '' && /[\s[{,]:[^\s]/.test(text),
  },
  {
    name: 'a colon before an indicator of a flow collection',
    holds: (difference, { text }) => COLON_BEFORE_INDICATOR.test(text) && isWithoutColon(difference),
  },
  {
    name: 'an alias of <<, which is no merge key',
    holds: (difference, { text }) => difference.is === 'missing' && /&\S+[ \t]+<</.test(text),
  },
  {
    name: 'a merge behind the keys that it overrides',
    holds: (difference, { text }) => (difference.is === 'value' || difference.is === 'missing') && mergesOverKeys(text),
  },
];

/** True for two texts that differ in white space only. */
export function isSpacedOtherwise(ours: string, theirs: string): boolean {
  return ours.replaceAll(/\s/g, '') === theirs.replaceAll(/\s/g, '');
}

/** `{k:}` is the key `k:` for us and `k` for a peer, and so may be the key of another entry; `[k:]` is a mapping for it. */
function isWithoutColon(difference: Difference): boolean {
  if (difference.is === 'missing') return difference.from === 'ours' || String(difference.key).endsWith(':');
  if (difference.is !== 'value') return false;
  const { ours, theirs } = difference;
  return theirs === null || (theirs instanceof Map && ours === `${[...theirs.keys()].join()}:`);
}

/** The entry of a mapping that has one only; its value as given, if one is. */
function soleEntry(value: unknown, ...values: readonly unknown[]): readonly [string, unknown] | undefined {
  const [entry, ...others] = isObject(value) ? Object.entries(value) : [];
  if (entry === undefined || others.length > 0) return undefined;
  return values.length === 0 || values.includes(entry[1]) ? entry : undefined;
}
