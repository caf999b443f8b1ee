import { describe, expect, it } from 'vitest';
import { valueText } from './value-text.ts';

describe('valueText', () => {
  it.each([
    ['text', '"text"'],
    ['a"b\n', '"a\\"b\\n"'],
    [1.5, '1.5'],
    [2n ** 63n, '9223372036854775808'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [[], '[]'],
    [{}, '{}'],
    [[1, ['a'], { b: null }], '[1,["a"],{"b":null}]'],
    [{ a: { 'b c': [2n] }, d: 1 }, '{"a":{"b c":[2]},"d":1}'],
  ])('number %# is %s', (value, text) => {
    expect(valueText(value, 100)).toBe(text);
  });

  it('is cut where it is too long', () => {
    expect(valueText('x'.repeat(1_000_000), 5)).toBe('"xxxx');
    expect(valueText([1, 2, 3, 4, 5], 5)).toBe('[1,2,');
    expect(valueText({ long: 'x'.repeat(1_000_000) }, 10)).toBe('{"long":"x');
  });

  it('looks at no more of a huge value than it needs', () => {
    let laughs: unknown = ['ha'];
    for (let level = 0; level < 60; level += 1) laughs = [laughs, laughs];
    expect(valueText(laughs, 70)).toBe(`${'['.repeat(61)}"ha"],["h`);
  });
});
