import { describe, expect, it } from 'vitest';
import { addressRange, isEverything, isInside } from './address-range.ts';

describe('addressRange', () => {
  it.each([
    ['10.0.0.1', 32, 0x0a000001n, 0x0a000001n],
    ['10.1.2.3/8', 32, 0x0a000000n, 0x0affffffn],
    ['0.0.0.0/0', 32, 0n, 0xffffffffn],
    ['::1', 128, 1n, 1n],
    ['::', 128, 0n, 0n],
    ['1:2:3:4:5:6:7:8/128', 128, 0x00010002000300040005000600070008n, 0x00010002000300040005000600070008n],
    ['fd00::/120', 128, 0xfd00n << 112n, (0xfd00n << 112n) + 255n],
  ])('reads %s', (text, bits, first, last) => {
    expect(addressRange(text)).toEqual({ bits, first, last });
  });

  it.each(['', '10.0.0', '10.0.0.256', '10.0.0.0/33', '10.0.0.0/x', '::1::2', '1:2:3', '1:2:3:4:5:6:7:8::', 'g::'])(
    'refuses %j',
    (text) => {
      expect(addressRange(text)).toBeUndefined();
    },
  );
});

describe('isInside', () => {
  it.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.1.0.0/16', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['::a00:1', '10.0.0.0/8', false],
  ])('%s in %s: %j', (inner, outer, expected) => {
    const [range, around] = [addressRange(inner), addressRange(outer)];
    expect(range && around && isInside(range, around)).toBe(expected);
  });
});

describe('isEverything', () => {
  it('is true with no fixed bit', () => {
    expect(['0.0.0.0/0', '::/0', '10.0.0.0/0', '0.0.0.0/1', 'all'].map(isEverything)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
