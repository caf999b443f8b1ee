/** A stretch of a text, in UTF-16 units from its start; the end is exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** The index of the first span that ends behind an offset, in spans that stand in order and apart; their count if none does. */
export function firstEndingBehind(spans: readonly TextSpan[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
