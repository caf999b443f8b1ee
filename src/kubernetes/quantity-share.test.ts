import { describe, expect, it } from 'vitest';
import { formatQuantity, parseQuantity, type Quantity } from './quantity.ts';
import {
  averageQuantity,
  isAboveShare,
  isBelowShare,
  largestQuantity,
  percentOfQuantity,
  readableAmount,
} from './quantity-share.ts';

function quantity(text: string): Quantity {
  return parseQuantity(text) ?? { nano: -1n, form: 'decimal' };
}

describe('shares of quantities', () => {
  it('are compared exactly', () => {
    const half = quantity('500m');
    expect(['499999999n', '500m', '500000001n'].map((text) => isAboveShare(quantity(text), 50, quantity('1')))).toEqual(
      [false, false, true],
    );
    expect(['499999999n', '500m', '500000001n'].map((text) => isBelowShare(quantity(text), 50, quantity('1')))).toEqual(
      [true, false, false],
    );
    expect(isAboveShare(half, 150, half)).toBe(false);
  });

  it('are shown rounded down', () => {
    expect(percentOfQuantity(quantity('999m'), quantity('1'))).toBe(99);
    expect(percentOfQuantity(quantity('2'), quantity('1'))).toBe(200);
    expect(percentOfQuantity(quantity('2'), quantity('0'))).toBe(0);
  });
});

describe('several quantities', () => {
  it('have a mean and a largest', () => {
    const amounts = [quantity('100m'), quantity('400m'), quantity('100m')] as const;
    expect(formatQuantity(averageQuantity(amounts))).toBe('200m');
    expect(formatQuantity(largestQuantity(amounts))).toBe('400m');
    expect(averageQuantity([quantity('1n'), quantity('2n')]).nano).toBe(1n);
    expect(formatQuantity(largestQuantity([quantity('1Mi')]))).toBe('1Mi');
  });
});

describe('readableAmount', () => {
  it('is in whole millicores and Mi, rounded up, and at least one', () => {
    expect(['0', '1n', '1m', '1000001n', '1999m', '2'].map((text) => readableAmount(quantity(text), 'cpu'))).toEqual([
      '1m',
      '1m',
      '1m',
      '2m',
      '1999m',
      '2',
    ]);
    expect(['0', '1Mi', '1025Ki', '1Gi', '1000M'].map((text) => readableAmount(quantity(text), 'memory'))).toEqual([
      '1Mi',
      '1Mi',
      '2Mi',
      '1Gi',
      '954Mi',
    ]);
  });
});
