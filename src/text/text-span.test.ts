import { describe, expect, it } from 'vitest';
import { firstEndingBehind } from './text-span.ts';

const spans = [
  { start: 2, end: 4 },
  { start: 6, end: 9 },
  { start: 9, end: 10 },
];

describe('firstEndingBehind', () => {
  it.each([
    [0, 0],
    [3, 0],
    [4, 1],
    [8, 1],
    [9, 2],
    [10, 3],
    [99, 3],
  ])('finds for offset %i the span %i: an end is exclusive', (offset, index) => {
    expect(firstEndingBehind(spans, offset)).toBe(index);
  });

  it('finds nothing among no spans', () => {
    expect(firstEndingBehind([], 0)).toBe(0);
  });
});
