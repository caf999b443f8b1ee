import { describe, expect, it } from 'vitest';
import { writtenMilliQuantity, writtenQuantity } from './written-quantity.ts';

describe('writtenQuantity', () => {
  it.each([
    ['0', '0'],
    ['0Gi', '0'],
    ['-0', '0'],
    ['1', '1'],
    ['1000m', '1'],
    ['1500m', '1500m'],
    ['0.5', '500m'],
    ['.5', '500m'],
    ['5.', '5.'],
    ['.', '0'],
    ['-', '0'],
    ['Gi', '0'],
    ['1.5', '1500m'],
    ['1000', '1k'],
    ['1000000', '1M'],
    ['10000', '10k'],
    ['1024', '1024'],
    ['12345', '12345'],
    ['1k', '1k'],
    ['0.1k', '100'],
    ['1.5G', '1500M'],
    ['1.500G', '1.500G'],
    ['100u', '100u'],
    ['1000n', '1u'],
    ['0.1n', '1n'],
    ['-0.1n', '-1n'],
    ['1Ki', '1Ki'],
    ['1024Ki', '1Mi'],
    ['1025Ki', '1025Ki'],
    ['1000Mi', '1000Mi'],
    ['2048Mi', '2Gi'],
    ['0.5Gi', '512Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['0.0001Ki', '102400u'],
    ['0.3Ki', '307200m'],
    ['-1Ki', '-1Ki'],
    ['-1.5Gi', '-1536Mi'],
    ['9Ei', '9223372036854775807'],
    ['1e3', '1e3'],
    ['1E3', '1E3'],
    ['10e2', '1e3'],
    ['1e1', '10'],
    ['1.5e3', '1500'],
    ['12e-3', '12e-3'],
    ['1E', '1E'],
    ['1P', '1P'],
    ['+5', '+5'],
    [' 5 ', '5'],
    ['123456789012345678', '123456789012345678'],
    ['1234567890123456789', '1234567890123456789'],
    [1, '1'],
    [0.25, '250m'],
    [1000, '1k'],
    [-2, '-2'],
    ['1000E', '1000E'],
  ])('writes %j as %j', (value, expected) => {
    expect(writtenQuantity(value)).toBe(expected);
  });

  it.each(['', 'Pi', '1 Gi', '1K', 'one', Number.NaN, null, undefined, true, {}, []])(
    'reads nothing from %j',
    (value) => {
      expect(writtenQuantity(value)).toBe(undefined);
      expect(writtenMilliQuantity(value)).toBe(undefined);
    },
  );
});

describe('writtenMilliQuantity', () => {
  it.each([
    ['1', '1'],
    ['1m', '1m'],
    ['1.500G', '1.500G'],
    ['100u', '1m'],
    ['1001u', '2m'],
    ['-1001u', '-2m'],
    ['1.500500', '1501m'],
    ['1.500000001', '1501m'],
    ['2000u', '2m'],
    ['1025Ki', '1025Ki'],
    ['0.0001Ki', '103m'],
  ])('writes %s as %s', (value, expected) => {
    expect(writtenMilliQuantity(value)).toBe(expected);
  });
});
