import { describe, expect, it } from 'vitest';
import { lineFaults } from './line-faults.ts';

function faults(before: string, after: string): string[] {
  return [...lineFaults(before, after)];
}

describe('lineFaults', () => {
  it.each([
    ['a field that is set', 'a: 1 # one\nb: 2\n', 'a: 3 # one\nb: 2\n'],
    ['a field that is gone', 'a:\n  # why\n  b: 1\n  c: 2\nd: 3\n', 'a:\n  # why\n  c: 2\nd: 3\n'],
    ['a field that is new, with its parents', 'a: 1\nd: 3\n', 'a: 1\nb:\n  c: 2\nd: 3\n'],
    [
      'an entry that is gone from among equals',
      'a:\n  - b: 1\n    c: 2\n  - b: 1\n    c: 3\n',
      'a:\n  - b: 1\n    c: 3\n',
    ],
    ['a list that becomes empty', 'a:\n  - b\nc: 1\n', 'a: []\nc: 1\n'],
    ['a mapping that was empty', 'a: {}\nc: 1\n', 'a:\n  b: 1\nc: 1\n'],
    ['a field within braces', 'a: { b: 1, c: 2 }\nd: 3\n', 'a: { c: 2 }\nd: 3\n'],
    ['a new field within brackets', 'a: [1, 3]\nd: 3\n', 'a: [1, 2, 3]\nd: 3\n'],
    ['a field in the second document', 'a: 1\n---\nb: 1\n', 'a: 1\n---\nb: 2\n'],
  ])('lets %s be', (_, before, after) => {
    expect(faults(before, after)).toEqual([]);
  });

  it.each([
    [
      'a comment that is gone',
      'a: 1\n# why\nb: 2\n',
      'a: 3\nb: 2\n',
      'line 2, "# why", meets line 2 of the fixed text, "b: 2"',
    ],
    [
      'other quotes',
      'a: 1\nb: "2"\n',
      "a: 3\nb: '2'\n",
      `line 2, ${JSON.stringify('b: "2"')}, meets line 2 of the fixed text, "b: '2'"`,
    ],
    [
      'another order',
      'a: 1\nb: 2\nc: 3\n',
      'a: 4\nc: 3\nb: 2\n',
      'line 2, "b: 2", meets line 2 of the fixed text, "c: 3"',
    ],
    [
      'another indent',
      'a:\n  b: 1\n  c: 2\n',
      'a:\n    b: 3\n    c: 2\n',
      'line 3, "  c: 2", meets line 3 of the fixed text, "    c: 2"',
    ],
    ['a line break that is gone', 'a: 1\n', 'a: 2', 'line 2, "", meets line 2 of the fixed text, ""'],
  ])('finds %s', (_, before, after, fault) => {
    expect(faults(before, after)).toEqual([`${fault}, and no field of them differs`]);
  });

  it('finds another number of documents', () => {
    expect(faults('a: 1\n---\nb: 2\n', 'a: 1\n')).toEqual(['the fixed text has another number of documents']);
  });
});
