import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

/** Any UTF-16 code units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((codes) => String.fromCharCode(...codes));

describe('fingerprintOf', () => {
  it.each([
    ['', '488bdcb81aee8d83'],
    ['a', '501c2ba782c97901'],
    ['b', '459eda5bc254d2bf'],
    ['Pod shop/web', '54982f92cc533ffc'],
    ['é', 'd9fefd8451e926d5'],
    ['\u{1F600}', '8fd0ca036ef9b4ae'],
    ['x'.repeat(10_000), 'b0b9e289a3d3b241'],
  ])('of %j never changes', (text, fingerprint) => {
    expect(fingerprintOf(text)).toBe(fingerprint);
  });

  it('is 16 hexadecimal digits, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fingerprintOf(text)).toMatch(/^[\da-f]{16}$/);
      }),
      { seed: 20_260 },
    );
  });

  it('differs between twenty thousand similar texts', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `privileged-container\nfiles\nPod shop/web-${index}`);
    expect(new Set(texts.map(fingerprintOf)).size).toBe(20_000);
  });

  it('depends on the order of characters', () => {
    expect(fingerprintOf('ab')).not.toBe(fingerprintOf('ba'));
  });
});
