import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width.ts';

describe('textWidth', () => {
  it.each([
    ['', 0],
    ['shop/api', 8],
    ['29 │ — …', 8],
    ['é', 1],
    ['e\u0301', 1],
    ['\u0301', 0],
    ['名前', 4],
    ['ｱ', 1],
    ['Ａ', 2],
    ['한글', 4],
    ['😀', 2],
    ['👩‍💻', 2],
    ['👍🏽', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['❤', 1],
    ['a\u200db', 2],
    ['␛[31m', 5],
  ])('gives %j %i columns', (text, columns) => {
    expect(textWidth(text)).toBe(columns);
  });
});
