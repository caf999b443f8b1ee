import { describe, expect, it } from 'vitest';
import { type Comment, commentsWith } from './comments.ts';
import { createLines } from './lines.ts';
import { readText } from './read.ts';

/** The comments with the word `mark` in each document of a text. */
function marked(text: string): Comment[][] {
  const { documents, problems } = readText(text, 'a.yaml');
  expect(problems).toEqual([]);
  return documents.map((document) => commentsWith('mark', text, document, createLines(text)));
}

/** The comments of one document as `line:column text`, with a star where they stand alone. */
function shown(text: string): string[] {
  return marked(text)
    .flat()
    .map(({ line, column, text: comment, isAlone }) => `${line}:${column}${isAlone ? '*' : ''}${comment}`);
}

describe('commentsWith', () => {
  it('gives line, column and text, and whether it stands alone', () => {
    expect(marked('a: 1 # mark one\n  # mark two\nb: 2\n')).toEqual([
      [
        { line: 1, column: 6, text: ' mark one', isAlone: false },
        { line: 2, column: 3, text: ' mark two', isAlone: true },
      ],
    ]);
  });

  it.each([
    ['behind a key that opens a block', 'a: # mark\n  b: 1\n', ['1:4 mark']],
    ['behind a list entry', 'a:\n- b # mark\n- c\n', ['2:5 mark']],
    ['behind a dash', 'a:\n- # mark\n  b: 1\n', ['2:3 mark']],
    ['in the first column', '#mark\na: 1\n', ['1:1*mark']],
    ['behind a tab', 'a: 1\t# mark\n', ['1:6 mark']],
    ['in a flow collection', 'a: [b, # mark\n  c]\n', ['1:8 mark']],
    ['in an empty flow collection', 'a: [ # mark\n  ]\n', ['1:6 mark']],
    ['behind quotes', 'a: "b" # mark\n', ['1:8 mark']],
    ['behind a number sign in quotes', 'a: "# b" # mark\n', ['1:10 mark']],
    ['behind the header of a block scalar', 'a: | # mark\n  b\nc: 1\n', ['1:6 mark']],
    ['below a block scalar', 'a: |\n  b\n# mark\nc: 1\n', ['3:1* mark']],
    ['behind the marker of the document', '--- # mark\na: 1\n', ['1:5 mark']],
    ['behind the last line', 'a: 1\n# mark', ['2:1* mark']],
    ['with the word behind another number sign', 'a: 1 # b # mark\n', ['1:6 b # mark']],
    ['with CRLF', 'a: 1 # mark\r\nb: 2 # mark\r\n', ['1:6 mark', '2:6 mark']],
    ['with CR', 'a: 1 # mark\rb: 2 # mark\r', ['1:6 mark', '2:6 mark']],
    ['twice on one line, once', 'a: 1 # mark # mark\n', ['1:6 mark # mark']],
  ])('finds one %s', (_name, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    ['a double-quoted scalar', 'a: "b # mark"\n'],
    ['a double-quoted scalar over lines', 'a: "b\n  # mark"\n'],
    ['a single-quoted scalar', "a: 'it''s # mark'\n"],
    ['a literal scalar', 'a: |\n  # mark\n  b # mark\n'],
    ['a folded scalar', 'a: >-\n  b # mark\n'],
    ['a plain scalar', 'a: b#mark\n'],
    ['a key', '"a # mark": 1\n'],
    ['the text without a number sign', 'mark: mark\n'],
    ['a comment without the word', 'a: mark # other\n'],
    ['a URL', 'a: https://example.com/#mark\n'],
  ])('finds none in %s', (_name, text) => {
    expect(shown(text)).toEqual([]);
  });

  it('gives each document its own', () => {
    const text = '# mark 0\na: 1 # mark 1\n---\n# mark 2\nb: 1\n# mark 3\n--- # mark 4\nc: 1\n';
    expect(marked(text).map((comments) => comments.map((comment) => comment.text))).toEqual([
      [' mark 0', ' mark 1'],
      [' mark 2', ' mark 3'],
      [' mark 4'],
    ]);
  });

  it('reads many comments beside many scalars', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `key${index}: "#" # mark`);
    expect(shown(`${lines.join('\n')}\n`)).toHaveLength(5_000);
  });

  it('reads a line of many number signs', () => {
    expect(shown(`a: "${' #'.repeat(100_000)}" # mark\n`)).toEqual(['1:200007 mark']);
  });
});
