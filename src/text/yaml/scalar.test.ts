import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainScalarKind, resolvePlainScalar } from './scalar.ts';

describe('resolvePlainScalar', () => {
  it.each(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'])('reads %s as true', (text) => {
    expect(resolvePlainScalar(text)).toBe(true);
  });

  it.each(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])('reads %s as false', (text) => {
    expect(resolvePlainScalar(text)).toBe(false);
  });

  it.each(['', '~', 'null', 'Null', 'NULL'])('reads %j as null', (text) => {
    expect(resolvePlainScalar(text)).toBe(null);
  });

  it.each([
    ['0', 0],
    ['-0', 0],
    ['+0', 0],
    ['80', 80],
    ['-80', -80],
    ['+80', 80],
    ['1_000', 1_000],
    ['1__0_', 10],
    ['0x1F', 31],
    ['0X1f', 31],
    ['-0x1F', -31],
    ['0x_1', 1],
    ['0b101', 5],
    ['0o17', 15],
    ['017', 15],
    ['-017', -15],
    ['0644', 420],
    ['00', 0],
    [`${'0'.repeat(70)}1`, 1],
    [`0x${'0'.repeat(80)}f`, 15],
  ])('reads %s as the integer %i', (text, value) => {
    expect(resolvePlainScalar(text)).toBe(value);
    expect(plainScalarKind(text)).toBe('integer');
  });

  it.each([
    ['9007199254740991', 9_007_199_254_740_991],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['-9223372036854775808', -(2n ** 63n)],
    ['18446744073709551615', 2n ** 64n - 1n],
    ['0xFFFFFFFFFFFFFFFF', 2n ** 64n - 1n],
  ])('reads %s exactly', (text, value) => {
    expect(resolvePlainScalar(text)).toBe(value);
  });

  it.each([
    ['1.0', 1],
    ['1.', 1],
    ['.5', 0.5],
    ['+.5', 0.5],
    ['-.5', -0.5],
    ['.5_0', 0.5],
    ['1e3', 1_000],
    ['1E+3', 1_000],
    ['1.5e-3', 0.0015],
    ['08', 8],
    ['0777.5', 777.5],
    ['18446744073709551616', 2 ** 64],
    ['-9223372036854775809', -(2 ** 63)],
    ['9'.repeat(100), 1e100],
  ])('reads %s as the float %f', (text, value) => {
    expect(resolvePlainScalar(text)).toBe(value);
    expect(plainScalarKind(text)).toBe('float');
  });

  it.each([
    ['.inf', Number.POSITIVE_INFINITY],
    ['+.Inf', Number.POSITIVE_INFINITY],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['.nan', Number.NaN],
    ['.NaN', Number.NaN],
  ])('reads %s as %f', (text, value) => {
    expect(resolvePlainScalar(text)).toBe(value);
  });

  it.each([
    'text',
    'yEs',
    'TrUe',
    'nO',
    'nUll',
    't',
    'None',
    '.',
    '..',
    '-',
    '+',
    '--1',
    '1e',
    '1.2.3',
    '1e309',
    '0x',
    '0b2',
    '0xg',
    '_1',
    '._5',
    '.5_',
    '12:30:45',
    '2001-01-01',
    '2001-01-01T00:00:00Z',
    '1 000',
    '1,000',
    '10.0.0.1',
    '100m',
    '1Gi',
    'Infinity',
    'NaN',
    'inf',
    'constructor',
    '__proto__',
    '\u0661',
  ])('leaves %s as text', (text) => {
    expect(resolvePlainScalar(text)).toBe(text);
    expect(plainScalarKind(text)).toBe('text');
  });

  it('reads a number of very many digits without delay', () => {
    expect(resolvePlainScalar('9'.repeat(1_000_000))).toBe('9'.repeat(1_000_000));
    expect(resolvePlainScalar(`0x${'f'.repeat(1_000_000)}`)).toBe(`0x${'f'.repeat(1_000_000)}`);
  });

  it('reads any number that it wrote itself', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        expect(resolvePlainScalar(String(value))).toBe(value === 0 ? 0 : asRead(value));
      }),
      { seed: 20_260 },
    );
  });
});

/** Whole numbers beyond 53 bits are read exactly where they are written without an exponent. */
function asRead(value: number): number | bigint {
  const isExact = Number.isInteger(value) && !Number.isSafeInteger(value) && !String(value).includes('e');
  return isExact && value >= -(2 ** 63) && value < 2 ** 64 ? BigInt(String(value)) : value;
}
