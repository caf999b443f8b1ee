import { describe, expect, it } from 'vitest';
import type { Path } from '../../core/path.ts';
import { applyEdits } from '../edit.ts';
import { readText } from '../read.ts';
import { setEdit } from './edit.ts';

/** The text after a field is set; checked to be the same when it is set again. */
function set(text: string, path: Path, value: unknown): string {
  const edited = setOnce(text, path, value);
  expect(setOnce(edited, path, value)).toBe(edited);
  return edited;
}

function setOnce(text: string, path: Path, value: unknown): string {
  const [document] = readText(text, 'a.yaml').documents;
  if (document === undefined) throw new Error('the text has no document');
  return applyEdits(text, setEdit(text, document, path, value));
}

describe('setting a present field', () => {
  it.each([
    ['a scalar, before a comment', 'a: true # why\nb: 2\n', false, 'a: false # why\nb: 2\n'],
    ['a quoted scalar', 'a: "yes"  \nb: 2\n', 'no', 'a: "no"  \nb: 2\n'],
    ['a scalar of many lines', "a: 'x\n\n  y' # why\nb: 2\n", 'z', 'a: z # why\nb: 2\n'],
    ['a scalar on a line of its own', 'a: # why\n  x # that\nb: 2\n', 'z', 'a: # why\n  z # that\nb: 2\n'],
    ['nothing', 'a:  # why\nb: 2\n', 'z', 'a: z  # why\nb: 2\n'],
    ['nothing at the end of the text', 'a:', 1, 'a: 1'],
    ['a tagged scalar', 'a: !!str 1 # why\n', 1000, 'a: 1000 # why\n'],
    ['a tag without a value', 'a: !!str # why\n', 'x', 'a: x # why\n'],
    ['an alias', 'b: &x 1\na: *x\n', 2, 'b: &x 1\na: 2\n'],
    ['an anchor that nothing repeats', 'a: &x 1\n', 2, 'a: &x 2\n'],
    ['lines of text', 'a: |  # why\n  x\n\n  y\n\nb: 2\n', 'z', 'a: z  # why\n\nb: 2\n'],
    ['lines of text that keep their blank lines', 'a: |+\n  x\n\nb: 2\n', 'z', 'a: z\nb: 2\n'],
    ['a mapping', 'a: # why\n  b: 1 # gone\n  # gone\n# not about a\nc: 1\n', 'z', 'a: z # why\n# not about a\nc: 1\n'],
    ['a list in brackets', 'a: [x, # gone\n  z] # why\n', null, 'a: null # why\n'],
    ['a field that stands twice', 'a: 1\nb: 2\na: 3\n', 4, 'a: 1\nb: 2\na: 4\n'],
  ])('replaces %s by a scalar', (_, before, value, after) => {
    expect(set(before, ['a'], value)).toBe(after);
  });

  it.each([
    ['a scalar', 'a: x # why\nb: 2\n', 'a: # why\n  k: 1\n  l:\n    - m\nb: 2\n'],
    ['nothing', 'a:\n# about b\nb: 2\n', 'a:\n  k: 1\n  l:\n    - m\n# about b\nb: 2\n'],
    ['braces', 'a:   {} # why\nb: 2\n', 'a: # why\n  k: 1\n  l:\n    - m\nb: 2\n'],
    ['null', 'a: ~\r\nb: 2\r\n', 'a:\r\n  k: 1\r\n  l:\r\n    - m\r\nb: 2\r\n'],
    ['a mapping', 'a: # why\n  b: 1\nc: 2', 'a: # why\n  k: 1\n  l:\n    - m\nc: 2'],
    ['braces on one line', 'a: {b: 1} # why\n', 'a: {k: 1, l: [m]} # why\n'],
    ['braces on many lines', 'a: {b: 1,\n  c: 2} # why\n', 'a: # why\n  k: 1\n  l:\n    - m\n'],
    ['quoted braces', 'a: {"b": 1}\n', 'a: {"k": 1, "l": ["m"]}\n'],
    ['braces that hold a comment', 'a: { # why\n  }\n', 'a: { # why\n  k: 1, l: [m]}\n'],
    ['lines of text', 'a: >- # why\n  x\nb: 2\n', 'a: # why\n  k: 1\n  l:\n    - m\nb: 2\n'],
    ['a scalar on a line of its own', 'a: # why\n  x\nb: 2\n', 'a: # why\n  k: 1\n  l:\n    - m\nb: 2\n'],
    ['an anchored value', 'a: &x 1\n', 'a: &x\n  k: 1\n  l:\n    - m\n'],
    ['a tagged value', 'a: !!str 1 # why\n', 'a: # why\n  k: 1\n  l:\n    - m\n'],
  ])('replaces %s by a mapping', (_, before, after) => {
    expect(set(before, ['a'], { k: 1, l: ['m'] })).toBe(after);
  });

  it.each([
    ['a scalar', '- x\n- y y # why\n- z\n', '- x\n- k: # why\n    l: 1\n  m: 2\n- z\n'],
    ['nothing', '- x\n-\n- z\n', '- x\n- k:\n    l: 1\n  m: 2\n- z\n'],
    ['a mapping', '- x\n- a: 1 # gone\n  b: 2\n\n- z\n', '- x\n- k:\n    l: 1\n  m: 2\n\n- z\n'],
    ['a mapping on lines of its own', '- x\n- # why\n  a: 1\n- z\n', '- x\n- k: # why\n    l: 1\n  m: 2\n- z\n'],
    ['a list', '- x\n-   - 1\n    - 2\n- z\n', '- x\n-   k:\n      l: 1\n    m: 2\n- z\n'],
    ['an anchored value', '- x\n- &y 1\n- z\n', '- x\n- &y\n  k:\n    l: 1\n  m: 2\n- z\n'],
    ['brackets', '- x\n- [1]\n- z\n', '- x\n- {k: {l: 1}, m: 2}\n- z\n'],
  ])('replaces %s in a list by a mapping', (_, before, after) => {
    expect(set(before, [1], { k: { l: 1 }, m: 2 })).toBe(after);
  });

  it('replaces values between brackets', () => {
    expect(set('{a: 1, b: [x, z]} # why\n', ['a'], 'k, l')).toBe('{a: "k, l", b: [x, z]} # why\n');
    expect(set('{a: 1, b: [x, z]}', ['b', 1], { k: [] })).toBe('{a: 1, b: [x, {k: []}]}');
    expect(set('{a, b: }', ['a'], 1)).toBe('{a: 1, b: }');
    expect(set('{a, b: }', ['b', 'c'], 1)).toBe('{a, b: {c: 1} }');
    expect(set('[!!str 1, k: , 3]', [0], 2)).toBe('[2, k: , 3]');
    expect(set('[!!str 1, k: , 3]', [1], 2)).toBe('[!!str 1, 2 , 3]');
  });

  it('replaces the whole document', () => {
    expect(set('# top\na: 1 # gone\nb: 2\n# end\n', [], { c: [1] })).toBe('# top\nc:\n  - 1\n# end\n');
    expect(set('# top\n--- {} # why\n', [], { c: [1] })).toBe('# top\n--- {c: [1]} # why\n');
    expect(set('--- x\n', [], true)).toBe('--- true\n');
  });

  it('edits nothing where the value is there, however it is written', () => {
    const text = 'a: yes\nb: [0x10]\nc: &x {d: ~}\ne: *x\n';
    expect(setOnce(text, ['a'], true)).toBe(text);
    expect(setOnce(text, ['b'], [16])).toBe(text);
    expect(setOnce(text, ['e'], { d: null })).toBe(text);
  });
});

describe('setting a missing field', () => {
  it.each([
    ['behind the last entry', 'a:\n  b: 1\nc: 2\n', 'a:\n  b: 1\n  p: true\nc: 2\n'],
    ['at the end of the text', 'a:\n  b: 1', 'a:\n  b: 1\n  p: true'],
    ['with CRLF', 'a:\r\n  b: 1\r\nc: 2\r\n', 'a:\r\n  b: 1\r\n  p: true\r\nc: 2\r\n'],
    [
      'behind its comments',
      'a:\n  b: 1 # b\n  # more\n# c\nc: 2\n',
      'a:\n  b: 1 # b\n  # more\n  p: true\n# c\nc: 2\n',
    ],
    ['before blank lines', 'a:\n  b: 1\n\n  # far\nc: 2\n', 'a:\n  b: 1\n  p: true\n\n  # far\nc: 2\n'],
    [
      'behind nested entries',
      'a:\n  b:\n    - c: |\n        x\n\nd: 2\n',
      'a:\n  b:\n    - c: |\n        x\n  p: true\n\nd: 2\n',
    ],
    ['behind lines that keep blank ones', 'a:\n  b: |+\n    x\n\nd: 2\n', 'a:\n  b: |+\n    x\n\n  p: true\nd: 2\n'],
    ['behind an entry without a value', 'a:\n  b:\n  c: # c\nd: 2\n', 'a:\n  b:\n  c: # c\n  p: true\nd: 2\n'],
    ['behind brackets on many lines', 'a:\n  b: [1,\n    2]\nc: 2\n', 'a:\n  b: [1,\n    2]\n  p: true\nc: 2\n'],
    ['between braces', 'a: {b: 1} # a\n', 'a: {b: 1, p: true} # a\n'],
    ['between wide braces', 'a: { b: 1 } # a\n', 'a: { b: 1, p: true } # a\n'],
    ['between braces that end in a comma', 'a: {b: 1,}\n', 'a: {b: 1, p: true}\n'],
    ['between tight braces', 'a: {b: 1,c: 2}\n', 'a: {b: 1,c: 2,p: true}\n'],
    ['behind a value that is nothing', 'a: {b: }\n', 'a: {b: , p: true }\n'],
    [
      'on a line of its own',
      'a: {\n    b: 1, # b\n    c: 2 # c\n  }\n',
      'a: {\n    b: 1, # b\n    c: 2, # c\n    p: true\n  }\n',
    ],
    ['on a line with a comma', 'a: {\n    b: 1, # b\n  }\n', 'a: {\n    b: 1, # b\n    p: true,\n  }\n'],
    ['on a line before the brace', 'a: {\n  b: 1 }\n', 'a: {\n  b: 1,\n  p: true }\n'],
    ['in the mapping that wins', 'a:\n  b: 1\na:\n  c: 1\n', 'a:\n  b: 1\na:\n  c: 1\n  p: true\n'],
    ['beside a merge key', 'x: &x {b: 1}\na:\n  <<: *x\n', 'x: &x {b: 1}\na:\n  <<: *x\n  p: true\n'],
  ])('puts it %s', (_, before, after) => {
    expect(set(before, ['a', 'p'], true)).toBe(after);
  });

  it('puts it into an entry of a list', () => {
    const path = [0, 'p'];
    expect(set('- a: 1 # a\n# next\n- b\n', path, true)).toBe('- a: 1 # a\n  p: true\n# next\n- b\n');
    expect(set('-   a: 1\n    c: 2\n- b\n', path, true)).toBe('-   a: 1\n    c: 2\n    p: true\n- b\n');
    expect(set('-\n  a: 1\n- b\n', path, true)).toBe('-\n  a: 1\n  p: true\n- b\n');
    expect(set('- &x a: 1\n  c: 2\n', path, true)).toBe('- &x a: 1\n  c: 2\n  p: true\n');
  });

  it('makes its parents, in the steps of the file', () => {
    const path = ['a', 'p', 'm'];
    expect(set('a:\n  b: 1\n', path, true)).toBe('a:\n  b: 1\n  p:\n    m: true\n');
    expect(set('a:\n    b: 1\n', path, [1])).toBe('a:\n    b: 1\n    p:\n        m:\n            - 1\n');
    expect(set('a:\n   b: 1\n   c:\n   - x\n', path, ['y '])).toBe(
      'a:\n   b: 1\n   c:\n   - x\n   p:\n      m:\n      - "y "\n',
    );
    expect(set('a: # a\n  # inside\nb: 1\n', path, 1)).toBe('a: # a\n  p:\n    m: 1\n  # inside\nb: 1\n');
    expect(set('a: {}\n', path, 1)).toBe('a:\n  p:\n    m: 1\n');
    expect(set('a: null\n', path, 1)).toBe('a:\n  p:\n    m: 1\n');
    expect(set('a: {b: 1}\n', path, 1)).toBe('a: {b: 1, p: {m: 1}}\n');
    expect(set('b: 1 # b', path, 1)).toBe('b: 1 # b\na:\n  p:\n    m: 1');
    expect(set('a:\n', ['a', 0, 'p'], 1)).toBe('a:\n  - p: 1\n');
  });

  it('takes the step that most of the file takes', () => {
    const text = 'a:\n   b: 1\nc:\n  d:\n    e: 1\n';
    expect(set(text, ['f', 'g'], 1)).toBe(`${text}f:\n  g: 1\n`);
  });

  it('adds the entry behind the last one of a list', () => {
    expect(set('a:\n- b\nc: 1\n', ['a', 1, 'd'], 2)).toBe('a:\n- b\n- d: 2\nc: 1\n');
  });

  it('keeps a byte order mark and what stands around the document', () => {
    expect(set('\uFEFFa: 1\n', ['b'], 2)).toBe('\uFEFFa: 1\nb: 2\n');
    expect(set('---\na: 1\n# end\n...\n', ['b'], 2)).toBe('---\na: 1\n# end\nb: 2\n...\n');
  });

  it('edits the document it is given', () => {
    const text = 'a: 1\n---\na: 2 # second\n---\na: 3\n';
    const document = readText(text, 'a.yaml').documents[1];
    if (document === undefined) throw new Error('the text has no second document');
    const edits = [...setEdit(text, document, ['a'], 4), ...setEdit(text, document, ['b'], 5)];
    expect(applyEdits(text, edits)).toBe('a: 1\n---\na: 4 # second\nb: 5\n---\na: 3\n');
  });
});
