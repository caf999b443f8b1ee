import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLines } from './lines.ts';

describe('createLines', () => {
  it.each([
    ['LF', 'ab\ncd\n\nef', ['ab', 'cd', '', 'ef'], [0, 3, 6, 7]],
    ['CRLF', 'ab\r\ncd\r\n\r\nef', ['ab', 'cd', '', 'ef'], [0, 4, 8, 10]],
    ['CR', 'ab\rcd\r\ref', ['ab', 'cd', '', 'ef'], [0, 3, 6, 7]],
    ['mixed', 'ab\ncd\r\n\ref\r', ['ab', 'cd', '', 'ef', ''], [0, 3, 7, 8, 11]],
    ['a last break', 'ab\n', ['ab', ''], [0, 3]],
    ['nothing', '', [''], [0]],
    ['LS, PS and NEL are no breaks', 'a\u2028b\u2029c\u0085d', ['a\u2028b\u2029c\u0085d'], [0]],
    ['a byte order mark', '\uFEFFab\ncd', ['ab', 'cd'], [1, 4]],
  ])('reads %s', (_name, text, lines, starts) => {
    const read = createLines(text);
    const numbers = Array.from({ length: read.count }, (_, index) => index + 1);
    expect(numbers.map((line) => read.text(line))).toEqual(lines);
    expect(numbers.map((line) => read.start(line))).toEqual(starts);
  });

  it('counts lines and columns from 1, columns in UTF-16 units', () => {
    const text = 'a\r\n\u{1F600}b\rc';
    const read = createLines(text);
    const places = Array.from({ length: text.length + 1 }, (_, offset) => read.at(offset));
    expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([
      '1:1',
      '1:2',
      '1:3',
      '2:1',
      '2:2',
      '2:3',
      '2:4',
      '3:1',
      '3:2',
    ]);
  });

  it('does not count a byte order mark as a column', () => {
    const read = createLines('\uFEFFab\nc');
    expect([0, 1, 2, 4].map((offset) => read.at(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
    ]);
  });

  it('has no text outside of its lines', () => {
    const read = createLines('a\nb');
    expect([0, -1, 3].map((line) => read.text(line))).toEqual(['', '', '']);
  });

  it('finds every offset again from its line and column', () => {
    const pieces = fc.constantFrom('a', 'bc', '\n', '\r', '\r\n', '\u{1F600}', '\u2028');
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        const read = createLines(text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          const { line, column } = read.at(offset);
          expect(read.start(line) + column - 1).toBe(offset);
          expect(line).toBe(text.slice(0, offset).split(breaksBefore(text, offset)).length);
        }
      }),
      { seed: 20_260 },
    );
  });
});

/** Line breaks that are over before an offset: a CRLF that it splits is not. */
function breaksBefore(text: string, offset: number): RegExp {
  return text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n' ? /\r\n|\n|\r(?!$)/ : /\r\n|\n|\r/;
}
