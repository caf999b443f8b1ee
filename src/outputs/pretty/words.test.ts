import { describe, expect, it } from 'vitest';
import { clean, count, firstOf } from './words.ts';

describe('the wording', () => {
  it('counts in the singular and the plural', () => {
    expect([0, 1, 2].map((number) => count(number, 'file'))).toEqual(['0 files', '1 file', '2 files']);
    expect(count(2, 'policy', 'policies')).toBe('2 policies');
  });

  it('lists the first few', () => {
    expect(firstOf([], 2)).toBe('');
    expect(firstOf(['a', 'b'], 2)).toBe('a, b');
    expect(firstOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });

  it('cleans texts and cuts those that are longer than any honest one', () => {
    expect(clean('a\u001b\nb')).toBe('a␛␊b');
    expect(clean('x'.repeat(1000))).toBe('x'.repeat(1000));
    expect(clean('x'.repeat(1001))).toBe(`${'x'.repeat(1000)}…`);
  });
});
