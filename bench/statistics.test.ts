import { describe, expect, it } from 'vitest';
import { median, quantile } from './statistics.ts';

describe('median', () => {
  it('takes the middle of an odd number of values, in any order', () => {
    expect(median([9, 1, 4])).toBe(4);
  });

  it('takes the mean of the two middle ones of an even number', () => {
    expect(median([10, 1, 2, 4])).toBe(3);
  });

  it('refuses an empty list', () => {
    expect(() => median([])).toThrow(new RangeError('no values'));
  });

  it('leaves its input as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('quantile', () => {
  it('goes between neighbours by proportion', () => {
    expect(quantile([10, 20, 30, 40, 50], 0.25)).toBe(20);
    expect(quantile([10, 20], 0.75)).toBe(17.5);
    expect(quantile([10, 20], 1)).toBe(20);
  });
});
