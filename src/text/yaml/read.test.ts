import { describe, expect, it } from 'vitest';
import { asList, asObject, valueAt } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { findPath } from '../document.ts';
import { readYaml } from './read.ts';

function values(text: string): unknown[] {
  const { documents, problems } = readYaml(text);
  expect(problems).toEqual([]);
  return documents.map(({ value }) => value);
}

/** What stands at a path of the first document. */
function written(text: string, path: Path): string {
  const [document] = readYaml(text).documents;
  if (document === undefined) throw new Error('there is no document');
  const { start, end } = findPath(document, path);
  return text.slice(start, end);
}

describe('the values of readYaml', () => {
  it.each([
    ['a: 1\nb: [x, {c: y}]\n', { a: 1, b: ['x', { c: true }] }],
    ['- a\n- - b\n  - c\n-\n  d: e\n', ['a', ['b', 'c'], { d: 'e' }]],
    ['a:\n- b\nc:\n  - d\n', { a: ['b'], c: ['d'] }],
    ['a:\n  b:\n    c: d\n', { a: { b: { c: 'd' } } }],
    ['a: plain text\n  over lines\n\n  and one more\n', { a: 'plain text over lines\nand one more' }],
    ['a: "one\n  two\\\n  three\\n\\u00e9\\U0001F600\\x41\\e"\n', { a: 'one twothree\né\u{1F600}A\u001b' }],
    ["a: 'it''s\n  one'\n", { a: "it's one" }],
    ['"a b": 1\n\'c d\': 2\n', { 'a b': 1, 'c d': 2 }],
    ['? a\n: b\n? c\n', { a: 'b', c: null }],
    ['{a: 1, "b": 2, c: , d, ? e : f}', { a: 1, b: 2, c: null, d: null, e: 'f' }],
    ['[a: b, c, ? d : e]', [{ a: 'b' }, 'c', { d: 'e' }]],
    ['[]', []],
    ['{}', {}],
    ['text', 'text'],
    ['a:\nb: ~\nc: null\nd: ""\n', { a: null, b: null, c: null, d: '' }],
    ['a: "1"\nb: \'true\'\nc: "~"\n', { a: '1', b: 'true', c: '~' }],
    ['a: !!str 1\nb: !!int "2"\nc: !!bool "on"\nd: ! 3\ne: !own x\n', { a: '1', b: 2, c: true, d: '3', e: 'x' }],
    ['a: !!binary aGFsbG8=\nb: !!null ""\nc: !!float 1\n', { a: 'hallo', b: null, c: 1 }],
    ['a: {b: http://example.com:80/x, c: a:b}\n', { a: { b: 'http://example.com:80/x', c: 'a:b' } }],
    ['a: b #c\nd: e#f\n#g: h\n', { a: 'b', d: 'e#f' }],
    ['a:  b \t\n', { a: 'b' }],
    ['port: 8_080\nmode: 0644\nbig: 9007199254740993\n', { port: 8_080, mode: 420, big: 9_007_199_254_740_993n }],
    ['time: 12:30\ndate: 2001-01-01\nversion: 1.10\n', { time: '12:30', date: '2001-01-01', version: 1.1 }],
  ])('of %j', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it.each([
    ['|', 'one\n two\n\nthree\n'],
    ['|-', 'one\n two\n\nthree'],
    ['|+', 'one\n two\n\nthree\n\n'],
    ['>', 'one\n two\n\nthree\n'],
    ['>-', 'one\n two\n\nthree'],
    ['|2', 'one\n two\n\nthree\n'],
    ['|1-', ' one\n  two\n\n three'],
    ['|-2', 'one\n two\n\nthree'],
    ['| # comment', 'one\n two\n\nthree\n'],
  ])('of a block scalar with the header %s', (header, value) => {
    expect(values(`a: ${header}\n  one\n   two\n\n  three\n\nb: 1\n`)).toEqual([{ a: value, b: 1 }]);
  });

  it('of folded lines', () => {
    expect(values('a: >\n  one\n  two\n\n  three\n    four\n  five\n')).toEqual([
      { a: 'one two\nthree\n  four\nfive\n' },
    ]);
  });

  it('of keys that are no text, as Kubernetes writes them', () => {
    expect(values('on: a\n1: b\n1.50: c\n0x10: d\n1e20: e\n')).toEqual([
      { true: 'a', 1: 'b', 1.5: 'c', 16: 'd', '1e+20': 'e' },
    ]);
    expect(values('-0.0: a\n-0: b\n')).toEqual([{ '-0': 'a', 0: 'b' }]);
    expect(values('!!float 12345678: a\n12345678: b\n')).toEqual([{ '1.2345678e+07': 'a', 12345678: 'b' }]);
  });

  it('of keys that are aliases of floats', () => {
    expect(values('- &a -0.0\n- *a : 1\n- &b !!float 12345678\n- *b : 2\n')).toEqual([
      [-0, { '-0': 1 }, 12_345_678, { '1.2345678e+07': 2 }],
    ]);
  });

  it('of a document that directives of the next one follow', () => {
    expect(values('%TAG !e! x:\n--- "a"\n%TAG !e! y:\n---\nb\n')).toEqual(['a', 'b']);
  });

  it('of integers that are tagged as floats, which hold fewer digits', () => {
    expect(values('a: !!float 9007199254740993\nb: !!int 9007199254740993\n')).toEqual([
      { a: 9_007_199_254_740_992, b: 9_007_199_254_740_993n },
    ]);
  });

  it('of bytes that are no text: each becomes a replacement character', () => {
    const bytes = Buffer.from([0x61, 0xe9, 0x80, 0xf0, 0x9f, 0x98, 0x80, 0xc0, 0xed, 0xa0, 0x80, 0xff]);
    expect(values(`!!binary ${bytes.toString('base64')}\n`)).toEqual([
      'a\ufffd\ufffd\u{1F600}\ufffd\ufffd\ufffd\ufffd\ufffd',
    ]);
    expect(values('!!binary 77u/YQ==\n')).toEqual(['\ufeffa']);
  });

  it('of merge keys that have an anchor or a tag; an alias is none', () => {
    expect(values('&a <<: {b: 1}\n')).toEqual([{ b: 1 }]);
    expect(values('? &a !!merge "<<"\n: {b: 1}\n')).toEqual([{ b: 1 }]);
    expect(values('- &a <<\n- *a : {b: 1}\n- !!str <<: 2\n')).toEqual([['<<', { '<<': { b: 1 } }, { '<<': 2 }]]);
  });

  it('of directives behind a byte order mark', () => {
    expect(values('\uFEFF%YAML 1.1\n---\na: 1\n')).toEqual([{ a: 1 }]);
  });

  it('of keys that every object inherits', () => {
    const [value] = values('__proto__: {a: 1}\nconstructor: 2\nhasOwnProperty: 3\nx: {__proto__: 4}\n');
    expect(Object.keys(asObject(value))).toEqual(['__proto__', 'constructor', 'hasOwnProperty', 'x']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.entries(asObject(asObject(value)['x']))).toEqual([['__proto__', 4]]);
    expect(asObject({})['a']).toBeUndefined();
  });

  it('of a merge that brings in __proto__', () => {
    const [value] = values('a: &a {__proto__: {x: 1}}\nb: {<<: *a}\n');
    expect(Object.keys(asObject(asObject(value)['b']))).toEqual(['__proto__']);
    expect(valueAt(value, ['b', 'x'])).toBeUndefined();
  });

  it('of lines that end with CRLF or CR', () => {
    const text = 'a: 1\nb: |\n  c\n  d\ne: "f\n  g"\n';
    const [value] = values(text);
    expect(value).toEqual({ a: 1, b: 'c\nd\n', e: 'f g' });
    expect(values(text.replaceAll('\n', '\r\n'))).toEqual([value]);
    expect(values(text.replaceAll('\n', '\r'))).toEqual([value]);
  });

  it('behind a byte order mark', () => {
    expect(values('\uFEFFa: 1\n')).toEqual([{ a: 1 }]);
    expect(written('\uFEFFa: {b: x}\n', ['a', 'b'])).toBe('x');
    expect(values('\uFEFF# comment\n---\na: 1\n')).toEqual([{ a: 1 }]);
  });
});

describe('aliases and merges', () => {
  it('give the value above them', () => {
    expect(values('a: &x [1]\nb: *x\nc: &x 2\nd: *x\n')).toEqual([{ a: [1], b: [1], c: 2, d: 2 }]);
    expect(values('&k key: &v value\nother: *k\n*v : 1\n')).toEqual([{ key: 'value', other: 'key', value: 1 }]);
  });

  it('share the value, so that laughter stays cheap', () => {
    const [value] = values('a: &x {b: 1}\nc: *x\n');
    expect(valueAt(value, ['a'])).toBe(valueAt(value, ['c']));
  });

  it('merge in the order of the document, the first of a list before the second', () => {
    const base = 'x: &x {a: 1, b: 1}\nz: &z {b: 2, c: 2}\n';
    expect(values(`${base}m: {<<: *x, b: 3}\n`)).toMatchObject([{ m: { a: 1, b: 3 } }]);
    expect(values(`${base}m: {b: 3, <<: *x}\n`)).toMatchObject([{ m: { a: 1, b: 1 } }]);
    expect(values(`${base}m: {<<: [*x, *z]}\n`)).toMatchObject([{ m: { a: 1, b: 1, c: 2 } }]);
    expect(values(`${base}m: {<<: [*z, *x]}\n`)).toMatchObject([{ m: { a: 1, b: 2, c: 2 } }]);
  });

  it('do not merge where the key is quoted', () => {
    expect(values('"<<": {a: 1}\n')).toEqual([{ '<<': { a: 1 } }]);
  });

  it('do not change what they merge', () => {
    const [value] = values('x: &x {a: {b: 1}}\nm:\n  <<: *x\n  a: 2\n');
    expect(value).toEqual({ x: { a: { b: 1 } }, m: { a: 2 } });
  });
});

describe('the positions of readYaml', () => {
  const text = `text: |-  # why
  one
  two

list: &anchor
  - "quoted" # c
  - !!str tagged
  - >+
    folded

flow: { a: [1 , 2 ] , b: {} }  # d
empty:
? complex
: value
`;

  it.each([
    [['text'], '|-  # why\n  one\n  two'],
    [['list'], '- "quoted" # c\n  - !!str tagged\n  - >+\n    folded'],
    [['list', 0], '"quoted"'],
    [['list', 1], 'tagged'],
    [['list', 2], '>+\n    folded'],
    [['flow'], '{ a: [1 , 2 ] , b: {} }'],
    [['flow', 'a'], '[1 , 2 ]'],
    [['flow', 'a', 1], '2'],
    [['flow', 'b'], '{}'],
    [['complex'], 'value'],
  ])('of %j', (path, expected) => {
    expect(written(text, path)).toBe(expected);
  });

  it('of an empty block scalar reach to the end of its header', () => {
    expect(written('a: |\nb: 1\n', ['a'])).toBe('|');
    expect(written('a: >-  # c\n\n\nb: 1\n', ['a'])).toBe('>-');
  });

  it('of every scalar of a document lead to the text that they were read from', () => {
    const [document] = readYaml(text).documents;
    const scalars = asList(asObject(document?.value)['list']);
    expect(scalars).toEqual(['quoted', 'tagged', 'folded\n\n']);
  });
});

describe('the documents of readYaml', () => {
  it.each([
    ['', []],
    ['\n\n', []],
    ['# only a comment\n', []],
    ['---', [null]],
    ['---\n---\n', [null, null]],
    ['a: 1\n---\n# nothing\n---\nb: 2\n', [{ a: 1 }, null, { b: 2 }]],
    ['a: 1\n...\n', [{ a: 1 }]],
    ['a: 1\n...\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['--- a\n--- "b"\n--- |\n c\n', ['a', 'b', 'c\n']],
    ['%YAML 1.1\n%TAG ! tag:example.com,2000:\n---\na: 1\n...\n%YAML 1.1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ])('of %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('know their offsets', () => {
    const text = '# one\na: 1\n---\nb: 2\n';
    expect(readYaml(text).documents.map(({ start, end }) => text.slice(start, end))).toEqual([
      '# one\na: 1\n',
      '---\nb: 2\n',
    ]);
  });

  it('keep their anchors to themselves', () => {
    expect(readYaml('a: &x 1\n---\nb: *x\n').problems).toHaveLength(1);
  });

  it('are read around a broken one', () => {
    const text = 'a: 1\n---\nb: [2\n---\nc: 3\n---\nd: : 4\n---\ne: 5\n';
    const { documents, problems } = readYaml(text);
    expect(documents.map(({ value }) => value)).toEqual([{ a: 1 }, { c: 3 }, { e: 5 }]);
    expect(problems.map(({ kind, lost }) => [kind, lost && text.slice(lost.start, lost.end)])).toEqual([
      ['syntax', '---\nb: [2\n'],
      ['syntax', '---\nd: : 4\n'],
    ]);
    expect(documents.map((document) => findPath(document, []).start)).toEqual([0, 19, 39]);
  });
});
