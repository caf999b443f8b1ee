const LARGEST_INT32 = 2 ** 31 - 1;

/** A field that takes a number or a text: a port by number or name, a count or a percentage. */
export type IntOrString = number | string;

/** The value if it is a 32-bit integer or a text, else undefined. */
export function intOrString(value: unknown): IntOrString | undefined {
  if (typeof value === 'string') return value;
  return isInt32(value) ? value : undefined;
}

/** True for integers that fit into 32 bits. */
export function isInt32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -LARGEST_INT32 - 1 && value <= LARGEST_INT32;
}

/** The number of a percentage such as `25%`; undefined for any other text. */
export function percentOf(text: string): number | undefined {
  return /^\d+%$/.test(text) ? Number(text.slice(0, -1)) : undefined;
}

/**
 * How many of `total` a count or a percentage means, rounded up or down; undefined if the text is no percentage, or the
 * value neither number nor text.
 */
export function scaledValue(value: unknown, total: number, round: 'up' | 'down'): number | undefined {
  const read = intOrString(value);
  if (typeof read !== 'string') return read;
  const percent = percentOf(read);
  if (percent === undefined) return undefined;
  const share = (percent * total) / 100;
  return round === 'up' ? Math.ceil(share) : Math.floor(share);
}
