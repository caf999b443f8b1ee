import { describe, expect, it } from 'vitest';
import {
  addQuantities,
  compareQuantities,
  formatQuantity,
  isWhole,
  parseQuantity,
  type Quantity,
  quantityOf,
} from './quantity.ts';

function quantity(text: string): Quantity {
  const read = parseQuantity(text);
  if (read === undefined) throw new Error(`${text} is no quantity`);
  return read;
}

describe('parseQuantity', () => {
  it.each([
    ['0', 0n, 'decimal'],
    ['1', 1_000_000_000n, 'decimal'],
    ['+1', 1_000_000_000n, 'decimal'],
    ['-1.5Gi', -1_610_612_736_000_000_000n, 'binary'],
    ['100m', 100_000_000n, 'decimal'],
    ['.5', 500_000_000n, 'decimal'],
    ['5.', 5_000_000_000n, 'decimal'],
    ['1n', 1n, 'decimal'],
    ['2u', 2_000n, 'decimal'],
    ['1E', 10n ** 27n, 'decimal'],
    ['2e3', 2_000_000_000_000n, 'exponent'],
    ['2E-3', 2_000_000n, 'exponent'],
    ['1e+2', 100_000_000_000n, 'exponent'],
    ['m', 0n, 'decimal'],
    ['.', 0n, 'decimal'],
  ])('reads %j', (text, nano, form) => {
    expect(parseQuantity(text)).toEqual({ nano, form });
  });

  it.each(['', ' 1', '1 ', '1e', '1ki', '1K', '1.5.2', '0x1', '1mm', '--1', '1Kim', 'Pi', '1e1.5', 'one'])(
    'refuses %j',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );

  it('rounds what is finer than it keeps away from zero', () => {
    expect(quantity('0.0000000001').nano).toBe(1n);
    expect(quantity('-0.0000000001').nano).toBe(-1n);
    expect(quantity('1.0000000001').nano).toBe(1_000_000_001n);
  });

  it('caps binary amounts, and shows those under one in decimals', () => {
    expect(formatQuantity(quantity('16Ei'))).toBe('9223372036854775807');
    expect(quantity('0.0001Ki').form).toBe('decimal');
  });

  it('bounds what it takes', () => {
    expect(parseQuantity('1'.repeat(256))?.nano).toBe(BigInt('1'.repeat(256)) * 1_000_000_000n);
    expect(parseQuantity('1'.repeat(257))).toBeUndefined();
    expect(parseQuantity('1e1000')?.nano).toBe(10n ** 1009n);
    expect(parseQuantity('1e1001')).toBeUndefined();
    expect(parseQuantity('1e99999999999')).toBeUndefined();
  });
});

describe('formatQuantity', () => {
  it.each([
    ['1.5', '1500m'],
    ['1.5Gi', '1536Mi'],
    ['1024Mi', '1Gi'],
    ['1000Mi', '1000Mi'],
    ['1023', '1023'],
    ['0.5Ki', '512'],
    ['1.2Ki', '1228800m'],
    ['1000', '1k'],
    ['1000000k', '1G'],
    ['00012', '12'],
    ['-0', '0'],
    ['0Gi', '0'],
    ['1500e-3', '1500e-3'],
    ['1000e3', '1e6'],
    ['5e0', '5'],
    ['12e-1', '1200e-3'],
    ['-2048Ki', '-2Mi'],
    ['1n', '1n'],
  ])('writes %j as %j', (text, canonical) => {
    expect(formatQuantity(quantity(text))).toBe(canonical);
  });
});

describe('amounts', () => {
  it('compare exactly, whatever their form', () => {
    expect(compareQuantities(quantity('1Ki'), quantity('1024'))).toBe(0);
    expect(compareQuantities(quantity('999m'), quantity('1'))).toBe(-1);
    expect(compareQuantities(quantity('1M'), quantity('1Ki'))).toBe(1);
  });

  it('add up in the form of the first that is not zero', () => {
    expect(formatQuantity(addQuantities(quantity('512Mi'), quantity('0.5Gi')))).toBe('1Gi');
    expect(formatQuantity(addQuantities(quantity('0'), quantity('1Ki')))).toBe('1Ki');
  });

  it('are whole or not', () => {
    expect(isWhole(quantity('1.5k'))).toBe(true);
    expect(isWhole(quantity('1500m'))).toBe(false);
  });

  it('are read from JSON', () => {
    expect(quantityOf(0.5)).toEqual({ nano: 500_000_000n, form: 'decimal' });
    expect(quantityOf(' 1Ki ')).toEqual({ nano: 1_024_000_000_000n, form: 'binary' });
    expect(quantityOf(true)).toBeUndefined();
    expect(quantityOf(null)).toBeUndefined();
  });
});
