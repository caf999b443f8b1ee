import { isDigit } from './characters.ts';

/**
 * Remembers what short texts become, by a hash of their characters that the caller has computed anyway. Manifests repeat
 * the same few keys and values: each is then one string in memory, made and resolved once.
 */
export interface SeenTexts<Value> {
  /** What the characters from one offset to another become; `codes` are those of the text. */
  resolve(text: string, codes: Uint16Array, from: number, to: number, hash: number): Value;
}

const SLOTS = 8192;
/** Longer texts seldom repeat. */
const LONGEST = 64;

/** A memory of a fixed size: a text takes the place of another of the same hash. */
export function createSeenTexts<Value>(valueOf: (written: string) => Value): SeenTexts<Value> {
  const seen = new Uint16Array(SLOTS * LONGEST);
  const lengths = new Uint8Array(SLOTS);
  // Filled up: an array with holes is slower.
  const values = Array.from({ length: SLOTS }, (): Value | undefined => undefined);

  function remember(slot: number, codes: Uint16Array, from: number, to: number, value: Value): Value {
    seen.set(codes.subarray(from, to), slot * LONGEST);
    lengths[slot] = to - from;
    values[slot] = value;
    return value;
  }

  return {
    resolve(text, codes, from, to, hash) {
      const slot = hash & (SLOTS - 1);
      if (lengths[slot] === to - from && to > from) {
        let at = slot * LONGEST;
        let offset = from;
        while (offset < to && codes[offset] === seen[at]) {
          offset += 1;
          at += 1;
        }
        const known = values[slot];
        if (offset === to && known !== undefined) return known;
      }
      const value = valueOf(ownString(text.slice(from, to)));
      return to - from > LONGEST ? value : remember(slot, codes, from, to, value);
    },
  };
}

/** Shorter ones are copies anyway. */
const SHORTEST_SLICE = 13;
/** Has a key for a moment only. */
const names: Record<string, boolean> = {};

/**
 * The text as the engine keeps names: a string of its own, where a slice would keep the whole text it came from in memory, and
 * one that objects look up without searching for it.
 */
export function ownString(slice: string): string {
  // A number would be an index, not a name.
  if (slice.length < SHORTEST_SLICE && isDigit(slice.charCodeAt(0))) return slice;
  names[slice] = true;
  const [name = slice] = Object.keys(names);
  delete names[slice];
  return name;
}

/** The hash of a text so far, and one more character. */
export function hashOf(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** Spreads a hash over its low bits, which choose the slot. */
export function finishHash(hash: number): number {
  return hash ^ (hash >>> 15);
}
