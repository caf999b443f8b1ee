import { describe, expect, it } from 'vitest';
import type { Path } from '../../core/path.ts';
import { applyEdits } from '../edit.ts';
import { readText } from '../read.ts';
import { appendEdit, removeEdit } from './edit.ts';

function remove(text: string, path: Path): string {
  const [document] = readText(text, 'a.yaml').documents;
  if (document === undefined) throw new Error('the text has no document');
  return applyEdits(text, removeEdit(text, document, path));
}

function append(text: string, path: Path, value: unknown): string {
  const [document] = readText(text, 'a.yaml').documents;
  if (document === undefined) throw new Error('the text has no document');
  return applyEdits(text, appendEdit(text, document, path, value));
}

describe('removing a field', () => {
  it.each([
    ['its line with its comment', 'a: 1\nb: 2 # gone\nc: 3\n', 'a: 1\nc: 3\n'],
    ['the first line', '# top\nb: 2\nc: 3\n', '# top\nc: 3\n'],
    ['the last line', 'a: 1\nb: 2', 'a: 1\n'],
    ['not the comments above', 'a: 1\n# stays\n\n# stays too\nb: 2\nc: 3\n', 'a: 1\n# stays\n\n# stays too\nc: 3\n'],
    ['all lines of its text', 'a: 1\nb: |\n  x\n\n  y\n\nc: 3\n', 'a: 1\n\nc: 3\n'],
    ['all lines of its mapping', 'b: # gone\n  # gone\n  x: 1\n\n  y:\n  - z\n# stays\nc: 3\n', '# stays\nc: 3\n'],
    ['the comments inside its mapping', 'a: 1\nb:\n  x: 1\n\n  # gone\nc: 3\n', 'a: 1\nc: 3\n'],
    ['lines with CRLF', 'a: 1\r\nb:\r\n- x\r\nc: 3\r\n', 'a: 1\r\nc: 3\r\n'],
    ['a list at its key', 'b:\n- x\n# stays\n- y\nc: 3\n', 'c: 3\n'],
    ['a key without a value', 'a: 1\nb: # gone\nc: 3\n', 'a: 1\nc: 3\n'],
    ['brackets on many lines', 'b: [x, # gone\n  y\n  ]\nc: 3\n', 'c: 3\n'],
    ['a key behind a question mark', 'a: 1\n? b\n: 2\nc: 3\n', 'a: 1\nc: 3\n'],
    ['but a byte order mark', '\uFEFFb: 2\nc: 3\n', '\uFEFFc: 3\n'],
  ])('takes %s', (_, before, after) => {
    expect(remove(before, ['b'])).toBe(after);
  });

  it('puts the next key behind the dash', () => {
    const path = [0, 'a'];
    expect(remove('- a: true\n  b: x\n', path)).toBe('- b: x\n');
    expect(remove('- a: # gone\n    c: 1\n\n  b: x # stays\n- d\n', path)).toBe('- b: x # stays\n- d\n');
    expect(remove('- a: true # gone\n  # about b\n  b: x\n', path)).toBe('- # about b\n  b: x\n');
    expect(remove('- # about a\n  a: true\n  b: x\n', path)).toBe('- # about a\n  b: x\n');
    expect(remove('- - x\n  - y\n', [0, 0])).toBe('- - y\n');
  });

  it('takes an entry of a list', () => {
    const text = 'a:\n  # first\n  - x # x\n  # second\n  - b: 1\n    c: 2\n\n  - z\nd: 1\n';
    expect(remove(text, ['a', 0])).toBe('a:\n  # first\n  # second\n  - b: 1\n    c: 2\n\n  - z\nd: 1\n');
    expect(remove(text, ['a', 1])).toBe('a:\n  # first\n  - x # x\n  # second\n\n  - z\nd: 1\n');
    expect(remove(text, ['a', 2])).toBe('a:\n  # first\n  - x # x\n  # second\n  - b: 1\n    c: 2\n\nd: 1\n');
    expect(remove('-\n- # gone\n- x\n', [1])).toBe('-\n- x\n');
  });

  it.each([
    ['the first', '{a: 1, b: 2, c: 3}', 'a', '{b: 2, c: 3}'],
    ['one between', '{a: 1, b: 2, c: 3}', 'b', '{a: 1, c: 3}'],
    ['the last', '{ a: 1, b: 2, c: 3 }', 'c', '{ a: 1, b: 2 }'],
    ['the last with its comma', '{a: 1, c: 3,}', 'c', '{a: 1,}'],
    ['one without a value', '{a, b: , c: 3}', 'b', '{a, c: 3}'],
    ['the one behind no value', '{b: , c: 3}', 'c', '{b: }'],
    ['the first line', '{\n  a: 1, # gone\n  # about b\n  b: 2\n}', 'a', '{\n  # about b\n  b: 2\n}'],
    ['the last line', '{\n  a: 1, # stays\n  b: 2 # gone\n}', 'b', '{\n  a: 1 # stays\n}'],
    ['the last line with its comma', '{\n  a: 1,\n  b: 2, # gone\n}', 'b', '{\n  a: 1,\n}'],
    ['what shares a line with a brace', '{a: 1, # stays\n b: 2}', 'b', '{a: 1 # stays\n }'],
    ['a line that starts with a comma', '{ a: 1\n, b: 2\n}', 'b', '{ a: 1\n}'],
    ['a line that follows a comment', '{ a: 1 # stays\n, b: 2\n}', 'b', '{ a: 1 # stays\n\n}'],
  ])('takes %s between braces', (_, before, key, after) => {
    expect(remove(`x: ${before}\n`, ['x', key])).toBe(`x: ${after}\n`);
  });

  it('takes parents that it would leave empty', () => {
    expect(remove('a:\n  b:\n    - c: 1\nd: 2\n', ['a', 'b', 0, 'c'])).toBe('d: 2\n');
    expect(remove('a:\n- b: 1\n- c: 2\n', ['a', 0, 'b'])).toBe('a:\n- c: 2\n');
    expect(remove('a: {b: {c: 1}, d: [[1]]}\n', ['a', 'b', 'c'])).toBe('a: {d: [[1]]}\n');
    expect(remove('a: {b: {c: 1}, d: [[1]]}\n', ['a', 'd', 0, 0])).toBe('a: {b: {c: 1}}\n');
    expect(remove('a: [b: 1, c]\n', ['a', 0, 'b'])).toBe('a: [c]\n');
  });

  it('leaves the document itself', () => {
    expect(remove('# top\na:\n  b: 1 # gone\n# end\n', ['a', 'b'])).toBe('# top\n{}\n# end\n');
    expect(remove('- 1\n', [0])).toBe('[]\n');
    expect(remove('--- {a: {b: 1}}\n', ['a', 'b'])).toBe('--- {}\n');
  });

  it('edits nothing where nothing stands', () => {
    const text = 'a: 1\nb: [x]\n';
    expect(remove(text, ['c', 'd'])).toBe(text);
    expect(remove(text, ['b', 1])).toBe(text);
    expect(remove(text, ['a', 'b'])).toBe(text);
  });
});

describe('appending to a list', () => {
  it.each([
    ['a list at its key', 'a:\n- x # x\n# about b\nb: 1\n', 'a:\n- x # x\n- p: 1\n  m: 2\n# about b\nb: 1\n'],
    ['an indented list', 'a:\n  - x\n  # of a\n\nb: 1\n', 'a:\n  - x\n  # of a\n  - p: 1\n    m: 2\n\nb: 1\n'],
    ['a list with wide dashes', 'a:\n-   x: 1\n    y: 2\n', 'a:\n-   x: 1\n    y: 2\n-   p: 1\n    m: 2\n'],
    ['a list that ends in nothing', 'a:\n  - x\n  -\nb: 1', 'a:\n  - x\n  -\n  - p: 1\n    m: 2\nb: 1'],
    ['brackets', 'a: [x] # why\n', 'a: [x, {p: 1, m: 2}] # why\n'],
    ['lines between brackets', 'a: [\n    x\n  ]\n', 'a: [\n    x,\n    {p: 1, m: 2}\n  ]\n'],
    ['empty brackets', 'a: [] # why\nb: 1\n', 'a: # why\n  - p: 1\n    m: 2\nb: 1\n'],
    ['no value', 'b:\n- x\na:\n', 'b:\n- x\na:\n- p: 1\n  m: 2\n'],
    ['no key', 'b: 1\r\n', 'b: 1\r\na:\r\n  - p: 1\r\n    m: 2\r\n'],
  ])('adds to %s', (_, before, after) => {
    expect(append(before, ['a'], { p: 1, m: 2 })).toBe(after);
  });

  it('makes the list with its parents', () => {
    const path = ['securityContext', 'capabilities', 'drop'];
    expect(append('name: web\n', path, 'ALL')).toBe(
      'name: web\nsecurityContext:\n  capabilities:\n    drop:\n      - ALL\n',
    );
  });

  it('adds to a list in a list, and to a document that is one', () => {
    expect(append('- - 1\n- 2\n', [0], 3)).toBe('- - 1\n  - 3\n- 2\n');
    expect(append('- 1\n# end\n', [], 'yes')).toBe('- 1\n# end\n- "yes"\n');
    expect(append('[]\n', [], 'x')).toBe('["x"]\n');
  });

  it('quotes as its siblings between brackets do', () => {
    expect(append('a: ["x"]\n', ['a'], 'z')).toBe('a: ["x", "z"]\n');
    expect(append('a: [x, "w"]\n', ['a'], 'z')).toBe('a: [x, "w", z]\n');
  });
});
