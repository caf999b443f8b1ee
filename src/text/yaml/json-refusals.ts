import type { Refusal } from './refusal.ts';

/**
 * What Kubernetes reads but JSON cannot hold: infinite numbers, and keys that are no text. It refuses a document only for
 * what still stands in its value at the end: a key that comes again takes the place of the first one, faults and all.
 */
export interface JsonRefusals {
  addNumber(refusal: Refusal): void;
  /** A key that is no part of its mapping's value. */
  addKey(mapping: object, refusal: Refusal): void;
  /** A mapping, or a list of some, that is merged into another brings its keys along. */
  merge(mapping: object, merged: unknown): void;
  /** Throws the first refusal that a document's value calls for. */
  check(value: unknown): void;
}

export function createJsonRefusals(): JsonRefusals {
  let number: Refusal | undefined;
  const keys = new Map<unknown, Refusal>();

  function checkOne(value: unknown): void {
    const refusal = typeof value === 'number' && !Number.isFinite(value) ? number : keys.get(value);
    if (refusal !== undefined) throw refusal;
  }

  return {
    addNumber(refusal) {
      number ??= refusal;
    },
    addKey(mapping, refusal) {
      if (!keys.has(mapping)) keys.set(mapping, refusal);
    },
    merge(mapping, merged) {
      if (keys.size === 0) return;
      for (const source of Array.isArray(merged) ? merged : [merged]) {
        const refusal = keys.get(source);
        if (refusal !== undefined) keys.set(mapping, refusal);
      }
    },
    check(value) {
      if (number === undefined && keys.size === 0) return;
      // Aliases share what they stand for: each is looked at once.
      const seen = new Set<unknown>([value]);
      for (const one of seen) {
        checkOne(one);
        if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) seen.add(inner);
      }
    },
  };
}
