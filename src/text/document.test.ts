import { describe, expect, it } from 'vitest';
import { findPath, type TextDocument } from './document.ts';
import { readText } from './read.ts';

function documentOf(text: string, file = 'a.yaml'): TextDocument {
  const { documents, problems } = readText(text, file);
  expect(problems).toEqual([]);
  const [document] = documents;
  if (document === undefined) throw new Error('there is no document');
  return document;
}

/** What a path leads to: the offset, the text there, and how many segments of the path the document holds. */
function found(text: string, path: readonly (string | number)[], file?: string): [number, string, number] {
  const { start, end, depth } = findPath(documentOf(text, file), path);
  return [start, text.slice(start, end), depth];
}

const pod = `kind: Pod
metadata:
  name: "web"   # quoted
  labels: {app: web, 'on': yes}
spec:
  containers:
  - name: web
    image: |
      text
    ports: []
  -
  - args:
      - -a
      - >-
        folded
  empty:
  tilde: ~
`;

describe('findPath in block style', () => {
  it.each([
    ['a plain value', ['kind'], 'Pod', 1],
    ['a quoted value, with its quotes', ['metadata', 'name'], '"web"', 2],
    ['a flow mapping', ['metadata', 'labels'], "{app: web, 'on': yes}", 2],
    ['a value in a flow mapping', ['metadata', 'labels', 'on'], 'yes', 3],
    ['a literal scalar, with its header', ['spec', 'containers', 0, 'image'], '|\n      text', 4],
    ['a folded scalar', ['spec', 'containers', 2, 'args', 1], '>-\n        folded', 5],
    ['a list entry', ['spec', 'containers', 2, 'args', 0], '-a', 5],
    ['an empty list', ['spec', 'containers', 0, 'ports'], '[]', 4],
    ['a written null', ['spec', 'tilde'], '~', 2],
    ['an entry that is a mapping', ['spec', 'containers', 2], 'args:\n      - -a\n      - >-\n        folded', 3],
  ])('finds %s', (_name, path, text, depth) => {
    expect(found(pod, path).slice(1)).toEqual([text, depth]);
  });

  it.each([
    ['an absent field at the key of its parent', ['spec', 'absent'], 'spec', 1],
    ['a field absent deeper at the key of its nearest present parent', ['metadata', 'labels', 'a', 'b'], 'labels', 2],
    ['a field below a scalar at the key of the scalar', ['metadata', 'name', 'first'], 'name', 2],
    ['a field of an entry at its first key', ['spec', 'containers', 0, 'command'], 'name', 3],
    ['a field of the root at its first key', ['absent'], 'kind', 0],
    ['an absent entry at the key of its list', ['spec', 'containers', 7, 'image'], 'containers', 2],
    ['a field of an entry that is a scalar at the scalar', ['spec', 'containers', 2, 'args', 0, 'x'], '-a', 5],
    ['a key where the list has indexes', ['spec', 'containers', 'name'], 'containers', 2],
    ['an index where the mapping has keys', ['metadata', 0], 'metadata', 1],
  ])('finds %s', (_name, path, text, depth) => {
    expect(found(pod, path).slice(1)).toEqual([text, depth]);
  });

  it.each([
    ['a key without a value at the key', ['spec', 'empty'], 'empty', 2],
    ['a field below it at the same key', ['spec', 'empty', 'deeper'], 'empty', 2],
    ['an empty entry at the key of its list', ['spec', 'containers', 1], 'containers', 3],
    ['a field of an empty entry at the key of its list', ['spec', 'containers', 1, 'name'], 'containers', 3],
  ])('finds %s', (_name, path, text, depth) => {
    expect(found(pod, path).slice(1)).toEqual([text, depth]);
  });

  it('finds the whole document for no path', () => {
    expect(found('a: 1\nb: 2\n', [])).toEqual([0, 'a: 1\nb: 2', 0]);
    expect(found('# only\n---\n[x]\n', [])).toEqual([11, '[x]', 0]);
  });

  it('does not take the key behind an entry for one of its fields', () => {
    expect(found('list: [a]\nnext: 1\n', ['list', 0, 'name'])).toEqual([7, 'a', 2]);
    expect(found('- a\n- b: 1\n', [0, 'b'])).toEqual([2, 'a', 1]);
    expect(found('- {}\n- b: 1\n', [0, 'b'])).toEqual([2, '{}', 1]);
  });

  it('finds an empty entry of a list without a key at the list', () => {
    expect(found('- a\n-\n', [1])).toEqual([0, '- a\n-', 1]);
    expect(found('- - b\n  -\n', [0, 1, 'x'])).toEqual([2, '- b\n  -', 2]);
  });

  it('finds the last of duplicate keys', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    const [document] = readText(text, 'a.yaml').documents;
    expect(document && findPath(document, ['a'])).toEqual({ start: 13, end: 14, depth: 1 });
  });

  it('tells keys from indexes', () => {
    expect(found('0: zero\n', ['0'])).toEqual([3, 'zero', 1]);
    expect(found('0: zero\n', [0])).toEqual([0, '0', 0]);
  });

  it('finds keys that every object inherits', () => {
    const text = '__proto__:\n  a: 1\nconstructor: 2\n';
    expect(found(text, ['__proto__', 'a'])).toEqual([16, '1', 2]);
    expect(found(text, ['constructor'])).toEqual([31, '2', 1]);
    expect(found(text, ['toString'])).toEqual([0, '__proto__', 0]);
  });

  it('finds the key that Kubernetes makes of a boolean or a number', () => {
    expect(found('on: 1\n1.0: 2\n0x10: 3\n', ['true'])).toEqual([4, '1', 1]);
    expect(found('on: 1\n1.0: 2\n0x10: 3\n', ['1'])).toEqual([11, '2', 1]);
    expect(found('on: 1\n1.0: 2\n0x10: 3\n', ['16'])).toEqual([19, '3', 1]);
  });
});

describe('findPath through aliases and merges', () => {
  const text = `base: &base
  image: web
  tag: &tag old
list:
  - *base
  - <<: *base
    tag: new
  - tag: mine
    <<: *base
  - <<: [{image: first}, *base]
copy: *tag
`;

  it.each([
    ['an alias as it is written', ['list', 0], '*base', 2],
    ['a field behind an alias where it is written', ['list', 0, 'image'], 'web', 3],
    ['an absent field behind an alias at the alias', ['list', 0, 'absent'], '*base', 2],
    ['a merged field where it is written', ['list', 1, 'image'], 'web', 3],
    ['a field that overrides a merged one', ['list', 1, 'tag'], 'new', 3],
    ['a field that a later merge overrides, as Kubernetes reads it', ['list', 2, 'tag'], 'old', 3],
    ['the first of merged mappings that has the field', ['list', 3, 'image'], 'first', 3],
    ['a later one where the first does not', ['list', 3, 'tag'], 'old', 3],
    ['an absent field of a merging entry at its first key', ['list', 1, 'absent'], '<<', 2],
    ['an alias of a scalar as it is written', ['copy'], '*tag', 1],
  ])('finds %s', (_name, path, expected, depth) => {
    const [, shown, reached] = found(text, path);
    expect([shown, reached]).toEqual([expected, depth]);
  });

  it('reads the value from the place that it finds', () => {
    expect(documentOf(text).value).toMatchObject({
      list: [{ tag: 'old' }, { image: 'web', tag: 'new' }, { tag: 'old' }, { image: 'first', tag: 'old' }],
    });
  });

  it('finds the fields of both of two merges', () => {
    const two = 'a: &a {x: 1}\nb: &b {z: 2}\nc:\n  <<: *a\n  <<: *b\n';
    expect(found(two, ['c', 'x'])).toEqual([10, '1', 2]);
    expect(found(two, ['c', 'z'])).toEqual([23, '2', 2]);
  });

  it('does not follow the anchor of a key', () => {
    expect(found('&k key: 1\nb: *k\n', ['b', 'key'])).toEqual([10, 'b', 1]);
  });
});

describe('findPath in flow style and JSON', () => {
  it.each([
    ['{"a": {"b": [1, {"c": "x"}]}}', ['a', 'b', 1, 'c'], '"x"', 4],
    ['{"a": {"b": [1, {"c": "x"}]}}', ['a', 'b', 1, 'd'], '"c"', 3],
    ['{"a": {"b": [1, {"c": "x"}]}}', ['a', 'b', 0], '1', 3],
    ['{"a": {"b": [1, {"c": "x"}]}}', ['a', 'e'], '"a"', 1],
    ['{"a": {}}', ['b'], '"a"', 0],
    ['[[], {}]', [1, 'a'], '{}', 1],
    ['[]', [0], '[]', 0],
  ])('in %s finds %j', (text, path, expected, depth) => {
    expect(found(text, path, 'a.json').slice(1)).toEqual([expected, depth]);
    expect(found(text, path, 'a.yaml').slice(1)).toEqual([expected, depth]);
  });

  it('finds a pair that stands for a mapping', () => {
    expect(found('x: [a: b, c]', ['x', 0, 'a'])).toEqual([7, 'b', 3]);
    expect(found('x: [a: b, c]', ['x', 0, 'd'])).toEqual([4, 'a', 2]);
  });
});

describe('findPath from another node', () => {
  it('takes the path from there', () => {
    const text = 'items:\n- kind: Pod\n- kind: Job\n  spec: {a: 1}\n';
    const document = documentOf(text);
    const from = document.positions.keys.indexOf(1);
    const { start, end, depth } = findPath(document, ['spec', 'a', 'b'], from);
    expect([text.slice(start, end), depth]).toEqual(['a', 2]);
    const whole = findPath(document, [], from);
    expect(text.slice(whole.start, whole.end)).toBe('kind: Job\n  spec: {a: 1}');
  });
});
