import { Refusal } from './refusal.ts';

export const WANT_MAPPING = 'expected a mapping, or a list of mappings, to merge';

/** Sets a key; `__proto__` is a key like any other. */
export function setKey(mapping: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') mapping[key] = value;
  else Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Merges a mapping, or a list of mappings of which the first counts most, into another, over what it holds so far. */
export function mergeInto(mapping: Record<string, unknown>, merged: unknown, offset: number): void {
  const sources: readonly unknown[] = Array.isArray(merged) ? merged.toReversed() : [merged];
  for (const source of sources) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      throw new Refusal('syntax', WANT_MAPPING, offset);
    }
    for (const [key, value] of Object.entries(source)) setKey(mapping, key, value);
  }
}
