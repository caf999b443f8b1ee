import { describe, expect, it } from 'vitest';
import { goQuote } from './go-quote.ts';

describe('goQuote', () => {
  it.each([
    ['', '""'],
    ['unconfined', '"unconfined"'],
    ['a "b" \\c', '"a \\"b\\" \\\\c"'],
    ['\u0007\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
    ['\u0000\u001b\u007f', '"\\x00\\x1b\\x7f"'],
    ['grün 東 \u{1F600}', '"grün 東 \u{1F600}"'],
    ['\u0085\u00a0\u00ad\u200b\ufeff\ue000', '"\\u0085\\u00a0\\u00ad\\u200b\\ufeff\\ue000"'],
    ['\u{E0001}', '"\\U000e0001"'],
    ['\ud800', '"\ufffd"'],
  ])('quotes %j', (text, quoted) => {
    expect(goQuote(text)).toBe(quoted);
  });
});
