/** A stream of pseudo-random choices: the same seed makes the same stream on every machine. Not for secrets. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `minimum` to `maximum`, both included. */
  integer(minimum: number, maximum: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of `items`; throws a RangeError when there is none. */
  pick<Item>(items: readonly Item[]): Item;
  /** `length` lower-case hexadecimal digits. */
  hexadecimal(length: number): string;
}

/** Makes a stream from a 32-bit seed with the mulberry32 generator. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function integer(minimum: number, maximum: number): number {
    return minimum + Math.floor(next() * (maximum - minimum + 1));
  }

  function chance(probability: number): boolean {
    return next() < probability;
  }

  function pick<Item>(items: readonly Item[]): Item {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  function hexadecimal(length: number): string {
    let digits = '';
    while (digits.length < length) digits += integer(0, 15).toString(16);
    return digits;
  }

  return { next, integer, chance, pick, hexadecimal };
}
