import { describe, expect, it } from 'vitest';
import { valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import { findPath } from './document.ts';
import { findChild } from './positions.ts';
import { readText } from './read.ts';

/** What stands at a path, and its value. */
function found(text: string, path: Path): [string, unknown] {
  const [document] = readText(text, 'a.yaml').documents;
  if (document === undefined) throw new Error('the text has no document');
  const { start, end } = findPath(document, path);
  return [text.slice(start, end), valueAt(document.value, path)];
}

describe('findPath', () => {
  it('finds of a key and a merge the one that stands last, as the value does', () => {
    const base = 'base: &base {a: 1}\n';
    expect(found(`${base}x:\n  a: 2\n  <<: *base\n`, ['x', 'a'])).toEqual(['1', 1]);
    expect(found(`${base}x:\n  <<: *base\n  a: 2\n`, ['x', 'a'])).toEqual(['2', 2]);
    expect(found(`${base}x:\n  a: 2\n  <<: {b: 3}\n`, ['x', 'a'])).toEqual(['2', 2]);
  });

  it('finds what each of several merge keys brings in', () => {
    const text = 'one: &one {a: 1, b: 1}\ntwo: &two {b: 2}\nx:\n  <<: *one\n  <<: *two\nz:\n  <<: [*two, *one]\n';
    expect(found(text, ['x', 'a'])).toEqual(['1', 1]);
    expect(found(text, ['x', 'b'])).toEqual(['2', 2]);
    expect(found(text, ['z', 'a'])).toEqual(['1', 1]);
    expect(found(text, ['z', 'b'])).toEqual(['2', 2]);
  });
});

describe('findChild', () => {
  it('is -1 where there is none', () => {
    const [document] = readText('a: {b: 1}\n', 'a.yaml').documents;
    if (document === undefined) throw new Error('the text has no document');
    expect(findChild(document.positions, 0, 'a')).toBe(1);
    expect(findChild(document.positions, 0, 'b')).toBe(-1);
    expect(findChild(document.positions, 1, 'b')).toBe(2);
    expect(findChild(document.positions, 0, 0)).toBe(-1);
  });
});
