import { describe, expect, it } from 'vitest';
import { findPath } from './document.ts';
import { createLines } from './lines.ts';
import { readText } from './read.ts';
import { valueLine } from './value-line.ts';

/** What is written on a line of the value of `a`; undefined where that is not known. */
function lineOfA(text: string, line: number): string | undefined {
  const [document] = readText(text, 'a.yaml').documents;
  if (document === undefined) throw new Error('the text cannot be read');
  const span = valueLine(text, createLines(text), findPath(document, ['a']), line);
  return span && text.slice(span.start, span.end);
}

describe('valueLine', () => {
  it.each(['|', '|-', '|+', '|2', '| # comment', '!!str |', '&anchor |'])('finds the lines of %s', (header) => {
    const text = `a: ${header}\n  one\n\n    two \n  three\nb: c\n`;
    expect([1, 2, 3, 4, 5].map((line) => lineOfA(text, line))).toEqual(['one', '', 'two', 'three', undefined]);
  });

  it('finds the lines of a text with CRLF, and the last without a break', () => {
    expect(lineOfA('a: |\r\n  one\r\n  two\r\nb: c\r\n', 2)).toBe('two');
    expect(lineOfA('a: |\n  one', 1)).toBe('one');
  });

  it('finds the lines behind breaks of other kinds, or knows nothing of them', () => {
    expect(lineOfA('a: |\n  one\r  two\r\r\n  three\nb: c\n', 2)).toBe('two');
    expect(lineOfA('a: |\n  one\r  two\r\r\n  three\nb: c\n', 4)).toBe('three');
    const next = 'a: |\n  one\u0085  two\n  three\nb: c\n';
    expect([1, 2, 3].map((line) => lineOfA(next, line))).toEqual(['one\u0085  two', undefined, undefined]);
  });

  it('knows nothing of the lines of other styles', () => {
    for (const value of ['>\n  one\n  two\n', '"one\\ntwo"\n', "'one\n\n  two'\n", 'one\n\n  two\n'])
      expect(lineOfA(`a: ${value}`, 1)).toBeUndefined();
  });
});
