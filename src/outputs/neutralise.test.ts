import { describe, expect, it } from 'vitest';
import { neutralise } from './neutralise.ts';

describe('neutralise', () => {
  it.each([
    ['a terminal escape', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['a terminal link', '\u001b]8;;http://x\u0007y', '␛]8;;http://x␇y'],
    ['line breaks and tabs', 'a\r\nb\tc\0', 'a␍␊b␉c␀'],
    ['delete', '\u007f', '␡'],
    ['C1 controls', '\u0080\u009b31m\u009f', '\\u0080\\u009b31m\\u009f'],
    ['bidirectional overrides', '\u202a\u202b\u202c\u202d\u202e', '\\u202a\\u202b\\u202c\\u202d\\u202e'],
    ['bidirectional isolates', '\u2066\u2067\u2068\u2069', '\\u2066\\u2067\\u2068\\u2069'],
    ['bidirectional marks', '\u200e\u200f\u061c', '\\u200e\\u200f\\u061c'],
    ['zero-width and soft', 'a\u200bb\u2060c\ufeffd\u00ade', 'a\\u200bb\\u2060c\\ufeffd\\u00ade'],
    ['separators', 'a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
    ['tag characters', 'a\u{e0041}', 'a\\u{e0041}'],
    ['lone surrogates', 'a\ud83db\udc00', 'a\\ud83db\\udc00'],
  ])('shows %s', (_, text, shown) => {
    expect(neutralise(text)).toBe(shown);
  });

  it.each(['plain text', '"quoted" · … │ ─', 'größer, 東京, العربية', '👩‍🚀 🇩🇪 ❤️', 'می‌خواهم', '\\u202e'])(
    'leaves %j as it is',
    (text) => {
      expect(neutralise(text)).toBe(text);
    },
  );

  it('changes nothing a second time, whatever the character', () => {
    const every = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');
    const once = neutralise(every);
    expect(neutralise(once)).toBe(once);
    const codes = Array.from(once, (character) => character.codePointAt(0) ?? 0);
    const left = codes.filter((code) => code < 32 || (code > 126 && code < 160));
    expect(left).toEqual([]);
  });
});
