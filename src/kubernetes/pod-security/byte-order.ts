/**
 * Compares texts by their UTF-8 bytes, which is the order in which the API server sorts them. For `Array.toSorted`.
 */
export function compareBytes(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = byteRank(left.charCodeAt(index)) - byteRank(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Halves of characters beyond U+FFFF come after all others. */
function byteRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
