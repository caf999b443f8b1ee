import { describe, expect, it } from 'vitest';
import { readYaml } from './read.ts';

const TOO_DEEP =
  'a key that is indented deeper than the one before it, which has a value: expected the same indentation';
const SECOND_COLON = 'a second ": " on this line: expected quotes around the value, or the key on a line of its own';

describe('what readYaml refuses', () => {
  it.each([
    ['a: [1, 2', 8, 'expected "," or "]"'],
    ['a: {b: 1', 8, 'expected "," or "}"'],
    ['[a, b', 5, 'expected "," or "]"'],
    ['{a: 1 b: 2}', 7, 'expected "," or "}"'],
    ['a: "x', 3, 'expected a closing quote before the end'],
    ["a: 'x", 3, 'expected a closing quote before the end'],
    ['a: b: c', 4, SECOND_COLON],
    ['a: 1\n b: 2', 7, TOO_DEEP],
    ['a: 1\n b: c: d', 7, TOO_DEEP],
    ['a: b\n  c: d', 8, TOO_DEEP],
    ['a:\n\tb: 1', 3, 'expected spaces: tabs cannot indent'],
    ['a:\n  b: 1\n c: 2', 11, 'expected a key at the indentation of its siblings'],
    ['- a\nb: 1', 4, 'expected a list entry "- " at the indentation of its siblings'],
    ['a: 1\n- b', 5, 'expected a key at the indentation of its siblings'],
    ['a: 1\nkey\n', 5, 'expected ":" behind the key'],
    ['a:\n- b\n-c', 7, 'expected ":" behind the key'],
    [': a', 0, 'expected a key before ":"'],
    ['{a}: 1', 0, 'expected text, a number or a boolean as the key'],
    ['? [a]\n: b', 2, 'expected text, a number or a boolean as the key'],
    ['null: 1', 0, 'expected text, a number or a boolean as the key'],
    ['a: @x', 3, '"@" cannot start a value: expected quotes around it'],
    ['a: `x`', 3, '"`" cannot start a value: expected quotes around it'],
    ['a: %x', 3, '"%" cannot start a value: expected quotes around it'],
    ['a: }', 3, '"}" stands where a value was expected'],
    ['a: [b,, c]', 6, '"," stands where a value was expected'],
    ['a: |x\n', 4, 'expected the text on the lines below'],
    ['a: |0\n  x', 3, 'expected an indentation of 1 to 9'],
    ['a: "\\x"', 4, 'expected 2 hexadecimal digits behind "\\x"'],
    ['a: .inf', 3, 'expected a finite number: JSON has no infinity'],
    ['a: [-.INF]', 4, 'expected a finite number: JSON has no infinity'],
    ['a: .nan', 3, 'expected a finite number: JSON has no infinity'],
    ['b: 1\nb: [.inf]\nc: .nan', 9, 'expected a finite number: JSON has no infinity'],
    ['a: {18446744073709551615: 1}', 4, 'expected text, a number or a boolean as the key'],
    ['a: &a {~: 1}\na: {<<: *a}', 7, 'expected text, a number or a boolean as the key'],
    ['a: !!float 9223372036854775808', 11, 'expected at most 63 bits behind !!float'],
    ['a: &', 3, 'expected a name of letters, digits, "-" and "_" behind "&"'],
    ['<<: 1', 0, 'expected a mapping, or a list of mappings, to merge'],
    ['a: {<<: [1]}', 4, 'expected a mapping, or a list of mappings, to merge'],
    ['%YAML 1.2\n---\na: 1', 0, 'Kubernetes reads YAML 1.1 only: expected %YAML 1.1, or none'],
    ['%YAML 1.1\na: 1', 10, 'expected "---" behind the directives'],
    ['a: !!binary "x"', 12, 'expected base64 behind !!binary'],
    ['a: \u0001', 3, 'expected printable text: U+0001 is not printable'],
    ['a: b\u0000', 4, 'expected printable text: U+0000 is not printable'],
    ['a: \u007f', 3, 'expected printable text: U+007F is not printable'],
    ['a: \ud800', 3, 'expected printable text: U+D800 is half of a surrogate pair'],
    ['a: \udc00b', 3, 'expected printable text: U+DC00 is half of a surrogate pair'],
  ])('is %j at %i', (text, offset, message) => {
    expect(readYaml(text)).toEqual({
      documents: [],
      problems: [{ kind: 'syntax', message, offset, lost: { start: 0, end: text.length } }],
    });
  });

  it.each([
    ['a: *x', 3, 'an alias without its anchor'],
    ['a: &a [*a]', 7, 'an alias inside of its anchor'],
    ['a: !!int x', 9, 'a tag that the value does not fit'],
    ['%FOO\n---\na', 0, 'a directive that does not exist'],
    ['a: "\\uD800"', 3, 'an escape of half a surrogate pair'],
    ['a: "\\q"', 4, 'an escape that does not exist'],
  ])('is %j at %i: %s', (text, offset) => {
    expect(readYaml(text).problems.map((problem) => [problem.kind, problem.offset])).toEqual([['syntax', offset]]);
  });

  it.each([
    ['a: .inf\na: 1\n', { a: 1 }],
    ['a: {null: 1, b: [.nan]}\na: 2\n', { a: 2 }],
    ['a: {b: .inf}\nc: {<<: {d: .inf}, d: 1}\na: 2\n', { a: 2, c: { d: 1 } }],
  ])('is not what JSON cannot hold where it was replaced: %j', (text, value) => {
    expect(readYaml(text).documents.map((document) => document.value)).toEqual([value]);
  });

  it('is told at its offset in the whole text', () => {
    const text = 'a: 1\n---\nb: [\n---\nc: 1\n';
    const { problems } = readYaml(text);
    expect(problems.map(({ offset, lost }) => [offset, lost])).toEqual([[14, { start: 5, end: 14 }]]);
  });

  it('leaves nothing behind for the next text', () => {
    readYaml('a: {b: [1, "');
    expect(readYaml('c: 1\n').documents.map(({ positions }) => positions.keys)).toEqual([[0, 'c']]);
  });
});

describe('duplicate keys', () => {
  const message = 'the key "a" stands here again; the last one wins';

  it('are reported with the one before, and the last wins', () => {
    const { documents, problems } = readYaml('a: 1\nb: {a: 2}\na: 3\na: 4\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 4, b: { a: 2 } }]);
    expect(problems).toEqual([
      { kind: 'duplicate-key', message, offset: 15, earlierOffset: 0 },
      { kind: 'duplicate-key', message, offset: 20, earlierOffset: 15 },
    ]);
  });

  it.each([
    ['{a: 1, a: 2}', 7, 1],
    ['"a": 1\na: 2\n', 7, 0],
    ['- b: 1\n  a: 1\n  a: 2\n', 16, 9],
  ])('are found in %j', (text, offset, earlierOffset) => {
    expect(readYaml(text).problems).toEqual([{ kind: 'duplicate-key', message, offset, earlierOffset }]);
  });

  it.each([
    ['1: a\n"1": b\n', '1'],
    ['on: 1\ntrue: 2\n', 'true'],
    ['__proto__: 1\n__proto__: 2\n', '__proto__'],
    ['constructor: 1\nconstructor: 2\n', 'constructor'],
  ])('are found by what Kubernetes makes of them in %j', (text, key) => {
    expect(readYaml(text).problems.map((problem) => problem.message)).toEqual([
      `the key "${key}" stands here again; the last one wins`,
    ]);
  });

  it.each([
    'x: &x {a: 1}\ny: {<<: *x, a: 2}\n',
    'x: &x {a: 1}\nz: {a: 2, <<: *x}\n',
    'a: {b: 1}\nb: {b: 1}\n',
    'constructor: 1\n',
  ])('are none in %j', (text) => {
    expect(readYaml(text).problems).toEqual([]);
  });

  it('are reported a hundred times a document, however many there are', () => {
    const { problems, documents } = readYaml('a: 1\n'.repeat(10_000));
    expect(problems).toHaveLength(100);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }]);
  });
});

describe('text that Kubernetes ignores', () => {
  it('is reported where it starts; the document before it is read', () => {
    const { documents, problems } = readYaml(' a: 1\nb: 2\n---\nc: 3\n');
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }]);
    expect(problems).toEqual([
      {
        kind: 'ignored-text',
        message: 'the document ends here for Kubernetes: what follows is ignored',
        offset: 6,
      },
    ]);
  });
});
