import { describe, expect, it } from 'vitest';
import type { SourceTexts } from '../../core/report.ts';
import { createLines } from '../../text/lines.ts';
import { quote } from './quote.ts';

function sourcesOf(text: string): SourceTexts {
  const lines = createLines(text);
  return { line: (file, line) => (file === 'a' && line >= 1 && line <= lines.count ? lines.text(line) : undefined) };
}

interface Asked {
  readonly at: readonly [line: number, column: number, endColumn: number];
  readonly endLine?: number;
  readonly note?: string;
  readonly columns?: number;
}

function quoted(text: string, { at: [line, column, endColumn], endLine = line, note, columns = 60 }: Asked): string[] {
  const span = { line, column, endLine, endColumn };
  const lines = quote(
    sourcesOf(text),
    { file: 'a', span, style: 'high', ...(note !== undefined && { note }) },
    columns,
  );
  return lines.map((runs) => runs.map((run) => run.text).join(''));
}

describe('quote', () => {
  it('shows two lines before, and carets under the span', () => {
    expect(quoted('one\ntwo\n\n  four: true # why\nfive', { at: [4, 9, 13] })).toEqual([
      '2 │ two',
      '3 │',
      '4 │   four: true # why',
      '  │         ^^^^',
    ]);
  });

  it('starts with the first line of the file', () => {
    expect(quoted('one\ntwo', { at: [1, 1, 4] })).toEqual(['1 │ one', '  │ ^^^']);
  });

  it('aligns line numbers of different lengths', () => {
    expect(quoted('\n'.repeat(8) + 'nine\nten', { at: [10, 1, 4] })).toEqual([
      ' 8 │',
      ' 9 │ nine',
      '10 │ ten',
      '   │ ^^^',
    ]);
  });

  it('gives nothing for a source that was not read', () => {
    expect(
      quote(sourcesOf('x'), { file: 'b', span: { line: 1, column: 1, endLine: 1, endColumn: 2 }, style: 'low' }, 60),
    ).toEqual([]);
    expect(quoted('x', { at: [2, 1, 2] })).toEqual([]);
  });

  it('underlines the first line of a span over several', () => {
    expect(quoted('  a: 1  \n  b: 2', { at: [1, 3, 5], endLine: 2 })).toEqual(['1 │   a: 1', '  │   ^^^^']);
  });

  it('puts one caret under an empty span, and behind the line for one that lies there', () => {
    expect(quoted('a:', { at: [1, 2, 2] })).toEqual(['1 │ a:', '  │  ^']);
    expect(quoted('a:', { at: [1, 9, 12] })).toEqual(['1 │ a:', '  │   ^']);
    expect(quoted('', { at: [1, 1, 1] })).toEqual(['1 │', '  │ ^']);
  });

  it('says a note behind the carets, or below them without room', () => {
    expect(quoted('a: 1', { at: [1, 1, 2], note: 'missing: b', columns: 16 })).toEqual([
      '1 │ a: 1',
      '  │ ^ missing: b',
    ]);
    expect(quoted('a: 1', { at: [1, 1, 2], note: 'missing: b', columns: 15 })).toEqual([
      '1 │ a: 1',
      '  │ ^',
      '  │ missing: b',
    ]);
  });

  it('expands tabs to the next fourth column so that carets stay aligned', () => {
    expect(quoted('{\n\t"a": {\n\t\t"b":\ttrue', { at: [3, 8, 12] })).toEqual([
      '1 │ {',
      '2 │     "a": {',
      '3 │         "b":    true',
      '  │                 ^^^^',
    ]);
  });

  it('counts wide characters as two columns', () => {
    expect(quoted('東京: 画像 # 🚀', { at: [1, 5, 7] })).toEqual(['1 │ 東京: 画像 # 🚀', '  │       ^^^^']);
    expect(quoted('a: 👩‍🚀 b', { at: [1, 10, 11] })).toEqual(['1 │ a: 👩‍🚀 b', '  │       ^']);
  });

  it('reads lines that end in CRLF and CR', () => {
    expect(quoted('one\r\ntwo\r\nthree: 3\r\n', { at: [3, 8, 9] })).toEqual([
      '1 │ one',
      '2 │ two',
      '3 │ three: 3',
      '  │        ^',
    ]);
    expect(quoted('one\rtwo: 2\r', { at: [2, 6, 7] })).toEqual(['1 │ one', '2 │ two: 2', '  │      ^']);
  });

  it('shows what a terminal would obey, and aligns carets behind it', () => {
    expect(quoted('\u001b[31ma\u202e: true', { at: [1, 9, 13] })).toEqual([
      '1 │ ␛[31ma\\u202e: true',
      '  │              ^^^^',
    ]);
    expect(quoted('a\u0000: 1', { at: [1, 5, 6] })).toEqual(['1 │ a␀: 1', '  │     ^']);
  });
});

describe('a line that is too long', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz';

  it('is cut at its end where the span is in sight', () => {
    expect(quoted(alphabet, { at: [1, 1, 3], columns: 14 })).toEqual(['1 │ abcdefghi…', '  │ ^^']);
    expect(quoted(alphabet, { at: [1, 8, 10], columns: 14 })).toEqual(['1 │ abcdefghi…', '  │        ^^']);
  });

  it('is cut on both sides of the span', () => {
    expect(quoted(alphabet, { at: [1, 13, 15], columns: 14 })).toEqual(['1 │ …jklmnopq…', '  │     ^^']);
  });

  it('is cut at its start where the span is at its end', () => {
    expect(quoted(alphabet, { at: [1, 26, 27], columns: 14 })).toEqual(['1 │ …rstuvwxyz', '  │          ^']);
  });

  it('is cut with a span that is longer than the room', () => {
    expect(quoted(alphabet, { at: [1, 5, 25], columns: 14 })).toEqual(['1 │ …efghijkl…', '  │  ^^^^^^^^^']);
  });

  it('cuts the lines before it at the same columns, and leaves those out that end before', () => {
    expect(quoted(`short\n0123456789abcdefghij\n${alphabet}`, { at: [3, 14, 16], columns: 14 })).toEqual([
      '2 │ …abcdefgh…',
      '3 │ …klmnopqr…',
      '  │     ^^',
    ]);
    expect(quoted(`${alphabet}\nshort\n${alphabet}`, { at: [3, 13, 15], columns: 14 })).toEqual([
      '3 │ …jklmnopq…',
      '  │     ^^',
    ]);
  });

  it('never shows half of a wide character', () => {
    const at = [1, 6, 7] as const;
    expect(quoted('東京都千代田区大手町', { at, columns: 13 })).toEqual(['1 │ …代田区 …', '  │    ^^']);
    expect(quoted('東京都千代田区大手町', { at, columns: 14 })).toEqual(['1 │ … 代田区 …', '  │     ^^']);
  });

  it('is looked at around the span only', () => {
    const line = `${'{"name":"東京"},'.repeat(100_000)}{"privileged":true}`;
    const column = line.indexOf('true') + 1;
    expect(quoted(line, { at: [1, column, column + 4], columns: 40 })).toEqual([
      '1 │ …{"name":"東京"},{"privileged":true}',
      '  │                                ^^^^',
    ]);
    expect(quoted(line, { at: [1, 800_012, 800_014], columns: 40 })).toEqual([
      '1 │ … 京"},{"name":"東京"},{"name":"東 …',
      '  │                 ^^^^',
    ]);
  });
});
