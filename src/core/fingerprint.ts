/**
 * A stable 64-bit digest of a text as 16 hexadecimal digits. It tells findings apart; it is no protection against someone
 * who looks for collisions.
 */
export function fingerprintOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = mix(high, low);
  low = mix(low, high);
  return [hexadecimal(low), hexadecimal(high)].join('');
}

function mix(value: number, other: number): number {
  return Math.imul(value ^ (value >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
}

/** The digits of each byte: a table is much quicker than asking for them anew. */
const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexadecimal(value: number): string {
  return digitsOf(value >>> 24) + digitsOf(value >>> 16) + digitsOf(value >>> 8) + digitsOf(value);
}

function digitsOf(value: number): string {
  return BYTES[value & 255] ?? '';
}
