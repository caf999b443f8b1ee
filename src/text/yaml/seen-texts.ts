/**
 * Remembers what short texts become. Manifests repeat the same few keys and values: each is then one string in memory, made and
 * resolved once.
 */
export interface SeenTexts<Value> {
  /** What the characters from one offset to another become; `codes` are those of the text. */
  resolve(text: string, codes: Uint16Array, from: number, to: number): Value;
}

const SLOTS = 8192;
/** Longer texts seldom repeat. */
const LONGEST = 64;
/** Characters that choose the slot: texts differ at their ends mostly. */
const HASHED = 16;

/** Copied for each memory, which is quicker than to fill it. */
const EMPTY: readonly undefined[] = Array.from({ length: SLOTS }, () => undefined);

/** A memory of a fixed size: a text takes the place of another of the same hash. */
export function createSeenTexts<Value>(valueOf: (written: string) => Value): SeenTexts<Value> {
  const seen = new Uint16Array(SLOTS * LONGEST);
  const lengths = new Uint8Array(SLOTS);
  const values: (Value | undefined)[] = EMPTY.slice();

  function remember(slot: number, codes: Uint16Array, from: number, to: number, value: Value): Value {
    // A few characters: to make a view of them for `set` would take longer.
    for (let offset = from; offset < to; offset += 1) seen[slot * LONGEST + offset - from] = codes[offset] ?? 0;
    lengths[slot] = to - from;
    values[slot] = value;
    return value;
  }

  return {
    resolve(text, codes, from, to) {
      let hash = to - from;
      for (let offset = Math.max(from, to - HASHED); offset < to; offset += 1) {
        hash = Math.imul(hash + (codes[offset] ?? 0), 9);
      }
      const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      if (lengths[slot] === to - from) {
        let at = slot * LONGEST;
        let offset = from;
        while (offset < to && codes[offset] === seen[at]) {
          offset += 1;
          at += 1;
        }
        const known = values[slot];
        if (offset === to && known !== undefined) return known;
      }
      const value = valueOf(ownString(text, from, to));
      return to - from > LONGEST ? value : remember(slot, codes, from, to, value);
    },
  };
}

/** Shorter slices are copies anyway. */
const SHORTEST_SLICE = 13;

/** A stretch of a text as a string of its own: a slice would keep the whole text that it came from in memory. */
export function ownString(text: string, from: number, to: number): string {
  if (to - from < SHORTEST_SLICE) return text.slice(from, to);
  // Joining copies, but only from two pieces on.
  return [text.slice(from, from + 1), text.slice(from + 1, to)].join('');
}

/** Has a key for a moment only. */
const names: Record<string, boolean> = {};

/** A text as the engine keeps names: objects look it up without searching for it. */
export function nameString(text: string): string {
  names[text] = true;
  const [name = text] = Object.keys(names);
  delete names[text];
  return name;
}
