import { describe, expect, it } from 'vitest';
import { afterBreak, breakOf, columnOf, lineEnd, lineStart, withoutBreak } from './line-ends.ts';

describe('the ends of lines', () => {
  const text = 'ab\r\nc\rd\n\ne';

  it('are found from any offset of the line', () => {
    expect([0, 2, 4, 6, 8, 9].map((offset) => lineStart(text, offset))).toEqual([0, 0, 4, 6, 8, 9]);
    expect([0, 2, 4, 6, 8, 9].map((offset) => lineEnd(text, offset))).toEqual([2, 2, 5, 7, 8, 10]);
  });

  it('are stepped over in both directions, a CRLF as one', () => {
    expect([2, 5, 7, 8, 0, 10].map((offset) => afterBreak(text, offset))).toEqual([4, 6, 8, 9, 0, 10]);
    expect([4, 6, 8, 9, 1, 0].map((offset) => withoutBreak(text, offset))).toEqual([2, 5, 7, 8, 1, 0]);
  });

  it('leave a byte order mark outside the first line', () => {
    expect(lineStart('\uFEFFab', 2)).toBe(1);
    expect(columnOf('\uFEFFab', 2)).toBe(1);
    expect(columnOf('x\n\uFEFFab', 4)).toBe(2);
  });
});

describe('breakOf', () => {
  it('is the break of the first line, or a line feed', () => {
    expect(breakOf('a\r\nb\n')).toBe('\r\n');
    expect(breakOf('a\nb\r\n')).toBe('\n');
    expect(breakOf('a\rb')).toBe('\r');
    expect(breakOf('a')).toBe('\n');
  });
});
