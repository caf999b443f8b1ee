import { describe, expect, it } from 'vitest';
import { isAmountSet } from './resource-amount.ts';

describe('isAmountSet', () => {
  it('is true of every amount but 0, whatever its type', () => {
    expect(['1', '100m', '0.5', 2, '007', '-1', 'much', {}].filter((value) => !isAmountSet(value))).toEqual([]);
  });

  it('is false of 0 and of nothing', () => {
    expect([undefined, null, 0, '0', '0m', '0Gi', '0.000', ' 0 '].filter(isAmountSet)).toEqual([]);
  });
});
