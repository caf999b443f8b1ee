import { describe, expect, it } from 'vitest';
import type { Fix } from '../core/check.ts';
import type { Place, Resource } from '../core/resource.ts';
import { intendedValue, pathAfterRemoval, recordFix } from './field-edit.ts';

const resource: Resource = {
  kind: 'Pod',
  name: 'web',
  namespace: 'shop',
  content: {},
  origin: { file: 'a.yaml', document: 0, locate: () => [] },
};

describe('recordFix', () => {
  it('keeps what a fix asks for, in order', () => {
    const at: Place = { resource, path: ['spec'] };
    const other: Place = { resource, path: ['metadata'] };
    const fix: Fix<{ value: number }> = {
      effect: 'safe',
      because: 'nothing depends on it',
      edits(edit, finding, judged) {
        edit.remove(other);
        edit.append(finding.at, finding.data['name']);
        edit.set(finding.at, judged.value);
      },
    };
    expect(recordFix(fix, { at, message: 'm', data: { name: 'x' } }, { value: 7 })).toEqual([
      { is: 'remove', at: other },
      { is: 'append', at, value: 'x' },
      { is: 'set', at, value: 7 },
    ]);
  });
});

describe('intendedValue', () => {
  const root = { a: { b: 1 }, l: [{ c: 1 }, 2] };

  it('sets a field and its missing parents', () => {
    expect(intendedValue(root, { is: 'set', value: 2 }, ['a', 'b'])).toEqual({ ...root, a: { b: 2 } });
    expect(intendedValue(root, { is: 'set', value: 2 }, ['n', 'm'])).toEqual({ ...root, n: { m: 2 } });
    expect(intendedValue(root, { is: 'set', value: 3 }, ['l', 1])).toEqual({ ...root, l: [{ c: 1 }, 3] });
    expect(intendedValue(root, { is: 'set', value: 3 }, ['l', 2])).toEqual({ ...root, l: [{ c: 1 }, 2, 3] });
    expect(intendedValue(null, { is: 'set', value: 3 }, ['l', 0, 'c'])).toEqual({ l: [{ c: 3 }] });
    expect(intendedValue(root, { is: 'set', value: 3 }, [])).toBe(3);
  });

  it('appends to a list, present or not', () => {
    expect(intendedValue(root, { is: 'append', value: 3 }, ['l'])).toEqual({ ...root, l: [{ c: 1 }, 2, 3] });
    expect(intendedValue(root, { is: 'append', value: 3 }, ['a', 'n'])).toEqual({ ...root, a: { b: 1, n: [3] } });
  });

  it('removes a field with the parents it leaves empty', () => {
    expect(intendedValue(root, { is: 'remove' }, ['a', 'b'])).toEqual({ l: root.l });
    expect(intendedValue(root, { is: 'remove' }, ['l', 0, 'c'])).toEqual({ a: { b: 1 }, l: [2] });
    expect(intendedValue(root, { is: 'remove' }, ['x'])).toBe(root);
    expect(intendedValue({ a: [1] }, { is: 'remove' }, ['a', 0])).toEqual({});
  });

  it('leaves the value it starts from alone', () => {
    const frozen = Object.freeze({ a: Object.freeze([1]) });
    intendedValue(frozen, { is: 'append', value: 2 }, ['a']);
    intendedValue(frozen, { is: 'remove' }, ['a', 0]);
    expect(frozen).toEqual({ a: [1] });
  });

  it('takes any key', () => {
    const value = intendedValue({}, { is: 'set', value: 1 }, ['__proto__', 'a']);
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}');
    expect('a' in {}).toBe(false);
  });
});

describe('pathAfterRemoval', () => {
  it('moves the entries behind a removed one up', () => {
    expect(pathAfterRemoval(['l', 3, 'a'], ['l', 1])).toEqual(['l', 2, 'a']);
    expect(pathAfterRemoval(['l', 0, 'a'], ['l', 1])).toEqual(['l', 0, 'a']);
    expect(pathAfterRemoval(['l', 1, 'a'], ['l', 1])).toBeUndefined();
    expect(pathAfterRemoval(['l', 1], ['l', 1])).toBeUndefined();
  });

  it('leaves all others', () => {
    expect(pathAfterRemoval(['m', 3], ['l', 1])).toEqual(['m', 3]);
    expect(pathAfterRemoval(['l'], ['l', 1])).toEqual(['l']);
    expect(pathAfterRemoval(['a', 'b'], ['a', 'b'])).toEqual(['a', 'b']);
    expect(pathAfterRemoval(['l', 2, 'k', 2], ['l', 1, 'k', 0])).toEqual(['l', 2, 'k', 2]);
  });
});
