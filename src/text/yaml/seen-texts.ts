/**
 * Remembers what short texts become, by a hash of their characters that the caller has computed anyway. Manifests repeat
 * the same few keys and values: each is then one string in memory, made and resolved once.
 */
export interface SeenTexts<Value> {
  /** What the characters from one offset to another become. */
  resolve(text: string, from: number, to: number, hash: number): Value;
}

const SLOTS = 8192;
/** Longer texts seldom repeat. */
const LONGEST = 64;

/** A memory of a fixed size: a text takes the place of another of the same hash. */
export function createSeenTexts<Value>(valueOf: (written: string) => Value): SeenTexts<Value> {
  const texts: string[] = Array.from({ length: SLOTS }, () => '');
  const values: (Value | undefined)[] = Array.from({ length: SLOTS }, () => undefined);
  return {
    resolve(text, from, to, hash) {
      if (to - from > LONGEST || to === from) return valueOf(ownString(text.slice(from, to)));
      const slot = hash & (SLOTS - 1);
      const seen = texts[slot];
      const known = values[slot];
      if (known !== undefined && seen?.length === to - from && text.startsWith(seen, from)) return known;
      const written = ownString(text.slice(from, to));
      const value = valueOf(written);
      texts[slot] = written;
      values[slot] = value;
      return value;
    },
  };
}

/**
 * The text as the engine keeps names: a string of its own, where a slice would keep the whole text it came from in memory, and
 * one that objects look up without searching for it.
 */
export function ownString(slice: string): string {
  return Object.keys({ [slice]: true })[0] ?? slice;
}

/** The hash of a text so far, and one more character. */
export function hashOf(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** Spreads a hash over its low bits, which choose the slot. */
export function finishHash(hash: number): number {
  return hash ^ (hash >>> 15);
}
