import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBytes } from './byte-order.ts';

describe('compareBytes', () => {
  it('puts characters beyond U+FFFF last', () => {
    const texts = ['\u{1F600}', '\u{10000}', '\uFFEE', 'a', 'Z', 'ab', '', 'ü', '\u{1F601}'];
    expect(texts.toSorted(compareBytes)).toEqual([
      '',
      'Z',
      'a',
      'ab',
      'ü',
      '\uFFEE',
      '\u{10000}',
      '\u{1F600}',
      '\u{1F601}',
    ]);
  });

  it('agrees with the bytes of any two texts', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (left, right) => {
        expect(Math.sign(compareBytes(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
