import { describe, expect, it } from 'vitest';
import { intOrString, isInt32, percentOf, scaledValue } from './int-or-string.ts';

describe('intOrString', () => {
  it('takes texts and integers of 32 bits', () => {
    expect([80, 'http', '', -1].map(intOrString)).toEqual([80, 'http', '', -1]);
    expect([1.5, 2 ** 31, true, null, [], {}].map(intOrString)).toEqual(Array(6).fill(undefined));
  });

  it('knows the ends of the range', () => {
    expect(isInt32(2 ** 31 - 1)).toBe(true);
    expect(isInt32(-(2 ** 31))).toBe(true);
    expect(isInt32(-(2 ** 31) - 1)).toBe(false);
    expect(isInt32('1')).toBe(false);
  });
});

describe('percentages', () => {
  it('are digits and a sign', () => {
    expect(percentOf('25%')).toBe(25);
    expect(['25', '%', '-1%', '1.5%', ' 1%'].map(percentOf)).toEqual(Array(5).fill(undefined));
  });

  it('are taken of a total, rounded as asked', () => {
    expect(scaledValue('25%', 10, 'up')).toBe(3);
    expect(scaledValue('25%', 10, 'down')).toBe(2);
    expect(scaledValue(4, 10, 'up')).toBe(4);
    expect(scaledValue('four', 10, 'up')).toBeUndefined();
    expect(scaledValue(null, 10, 'up')).toBeUndefined();
  });
});
