import { describe, expect, it } from 'vitest';
import { splitDocuments } from './split.ts';

/** The texts of the documents. */
function split(text: string): string[] {
  const segments = [...splitDocuments(text)];
  expect(segments[0]?.start).toBe(0);
  expect(segments.at(-1)?.end).toBe(text.length);
  expect(segments.slice(1).map(({ start }) => start)).toEqual(segments.slice(0, -1).map(({ end }) => end));
  return segments.map(({ start, end }) => text.slice(start, end));
}

describe('splitDocuments', () => {
  it.each([
    ['one document', 'a: 1\n', ['a: 1\n']],
    ['nothing', '', ['']],
    ['a marker between', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['a marker at the start', '---\na: 1\n---\nb: 2\n', ['---\na: 1\n', '---\nb: 2\n']],
    ['a marker with content behind it', '--- a\n--- {b: 1}\n', ['--- a\n', '--- {b: 1}\n']],
    ['markers without content', '---\n---\n', ['---\n', '---\n']],
    ['a marker at the end', 'a: 1\n---', ['a: 1\n', '---']],
    ['comments and blank lines before a marker', '# a\n\n  # b\n---\na: 1\n', ['# a\n\n  # b\n---\na: 1\n']],
    ['comments behind a document', 'a: 1\n# a\n---\nb: 2\n', ['a: 1\n# a\n', '---\nb: 2\n']],
    ['directives', '%YAML 1.1\n---\na: 1\n', ['%YAML 1.1\n---\na: 1\n']],
    ['a byte order mark before directives', '\uFEFF%YAML 1.1\n---\na: 1\n', ['\uFEFF%YAML 1.1\n---\na: 1\n']],
    ['end markers', 'a: 1\n...\nb: 2\n', ['a: 1\n...', '\nb: 2\n']],
    ['an end marker and directives', 'a: 1\n...\n%YAML 1.1\n---\nb: 2\n', ['a: 1\n...', '\n%YAML 1.1\n---\nb: 2\n']],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    ['CR', 'a: 1\r---\rb: 2\r', ['a: 1\r', '---\rb: 2\r']],
    ['comments with CRLF', '# a\r\n\r\n# b\r\n---\r\na: 1\r\n', ['# a\r\n\r\n# b\r\n---\r\na: 1\r\n']],
    ['a marker inside a block scalar', 'a: |\n  b\n---\nc: 1\n', ['a: |\n  b\n', '---\nc: 1\n']],
    ['a marker inside quotes', 'a: "b\n---\nc"\n', ['a: "b\n', '---\nc"\n']],
  ])('cuts %s', (_name, text, documents) => {
    expect(split(text)).toEqual(documents);
  });

  it.each(['a: 1\n ---\nb: 2\n', 'a: 1\n----\n', 'a: 1\n---b\n', 'a: 1\n..\n', 'a: --- b\n'])(
    'takes nothing in %j for a marker',
    (text) => {
      expect(split(text)).toEqual([text]);
    },
  );

  it('reads a long header with CRLF in linear time', () => {
    const header = '# licence\r\n'.repeat(50_000);
    expect(split(`${header}a: 1\r\n---\r\nb: 2\r\n`)).toEqual([`${header}a: 1\r\n`, '---\r\nb: 2\r\n']);
  });

  it('cuts very many documents', () => {
    expect(split('---\na: 1\n'.repeat(10_000))).toHaveLength(10_000);
  });
});
