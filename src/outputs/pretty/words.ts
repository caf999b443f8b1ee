import { neutralise } from '../neutralise.ts';

const LONGEST = 1000;

/** A text from the input as it may be shown: nothing hidden, on one line, cut where it is longer than any honest one. */
export function clean(text: string): string {
  return text.length <= LONGEST ? neutralise(text) : `${neutralise(text.slice(0, LONGEST))}…`;
}

/** `1 file`, `2 files`; the plural where it is not made by an s. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a, b and 3 more`: the first few of a list. */
export function firstOf(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length <= most ? shown : `${shown} and ${items.length - most} more`;
}
