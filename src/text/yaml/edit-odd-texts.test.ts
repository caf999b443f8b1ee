import { describe, expect, it } from 'vitest';
import { isObject } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { type FieldChange, intendedValue } from '../../fix/field-edit.ts';
import type { TextDocument } from '../document.ts';
import { applyEdits, type TextEdit } from '../edit.ts';
import { NotEditable } from '../not-editable.ts';
import { readText } from '../read.ts';
import { appendEdit, removeEdit, setEdit } from './edit.ts';

/** What random documents seldom hold: properties, aliases, explicit keys, pairs, and comments in strange places. */
const TEXTS = [
  'a: &x\n  b: 1\n  c: 2\nd: *x\ne:\n  <<: *x\n  f: 1\n',
  'a: !!map\n  b: 1\nc: !!str 1\nd: !!null\ne: !!seq\n- 1\n- !!str\n- !!str 2\n',
  '- &x a: 1\n  b: 2\n- !!map\n  c: 1\n- &y\n  z: 1\n  w: 2\n',
  'a: |\n  text\n\n\nb: >- # c\n  x\nc: |+\n  w\n\nd: 1\n',
  'a: |\nb: |2-\n    x\n   \nc:\n  - |1\n    x\n  - w\n',
  '- a # x|y\n- |\n  text\n# z\n- b\n',
  'a: |\n  text',
  'a: >+\n\n\n  t\nb:\n- c: |-\n    d',
  'a:\n- - b\n  - c\n- -\n  -\n- - - x\n    - w\n  - z\n',
  'a:\n  - &q\n  - !!str   # c\n  -\nb:\n',
  '? a\n:\n  x: 1\n  z: 2\n? c\n: - 1\n  - 2\n',
  '? a\n: x: 1\n  z: 2\n? "c"   \n: # q\n  1\n? d\n',
  '{a: , b, "c": [x: 1, q], }\n',
  '{b: 1, a: }',
  '[x: , z]',
  '{"a":, "b":1}',
  '[? a : 1, b]',
  '{? a : 1, ? b}',
  '{a: {b: {c: }}, d: [[], [[]], {}]}',
  'a: {\n    # one\n    b: 1,\n    # two\n    d: 2 # e }\n    # three\n  }\n',
  'a: [\n  x, # 1\n  # 2\n  w # 3\n  , # 4\n  z ]\nb: 1\n',
  'a: { # c\n }\nb: [ # d\n ]\n',
  'a: [ x\n   , w # c\n   , z\n   ]\n',
  'a: {b: !!str 1, c: &k !!int 2, !!str d: &z, e: !!null , f: !!str x}\n',
  'a: [!!str 1, &k 2, !!str , &z q]\n',
  '%YAML 1.1\n--- # x\na: 1\n...\n# tail\n',
  '--- {a: 1}\n',
  '--- |\n  x\n',
  '--- &x\na: 1\nb: 2\n',
  'a: 1\n---\n# b\nb:\n  - 1\n---\n---\nc: 3\n',
  'a: # c1\n  # c2\n  b: 1\n  # c3\n# c4\nc: 1\n',
  'a:\n  x\nb: # c\n  # d\n  q # e\nc:\n- # c\n  x\n-\n  # d\n  w: 1\n',
  'a: 1\rb:\r  - {x: 1, # q\r  w: 2}\r  - c\r',
  'a : 1\nb   :   2   # c\nc:\t3\n"d": 4\n\'e\': 5\nhttp://x: 6\n',
  'base: &b {x: 1}\na:\n  x: 2\n  <<: *b\nc:\n  <<: [*b, {w: 1}]\n',
  'a: &a\n  - &i x\n  - *i\nb: *a\n',
  'a: 1\na: 2\nb:\n- x: 1\n  x: 2\n  z: 3\n',
  '{"a": {}}\n{"b": [1]}\n',
  '{\n  "a": 1\n  , "b": [{"c": 1},\n {"d": 2}]\n}',
  '\n\n# top\n\na: 1\n\n',
  'a:\n    b:\n        c: 1\n    d:\n    -   e: 1\n        f: 2\n',
  'a:\n - b:\n   - c\n #d\n - e\n',
];

const VALUES: readonly unknown[] = ['x', '', 5, null, [], {}, ['p', { q: 1 }], { k: 'v', l: ['m', ['o']] }];

/** Every path of a value, and some that are not there. */
function pathsOf(root: unknown, path: Path = []): Path[] {
  if (Array.isArray(root)) {
    const items = root.flatMap((item: unknown, index) => pathsOf(item, [...path, index]));
    return [...items, [...path, root.length], [...path, 'new']];
  }
  if (!isObject(root)) return [path, [...path, 'new', 'deep'], [...path, 0, 'new']];
  const entries = Object.entries(root).flatMap(([key, entry]) => pathsOf(entry, [...path, key]));
  return [...entries, path, [...path, 'new'], [...path, 'new', 'deep', 0], [...path, 0]].filter(
    (each) => each.length > 0,
  );
}

function editsOf(text: string, document: TextDocument, path: Path, change: FieldChange): TextEdit[] | undefined {
  try {
    if (change.is === 'remove') return removeEdit(text, document, path);
    const edit = change.is === 'set' ? setEdit : appendEdit;
    return edit(text, document, path, change.value);
  } catch (error) {
    if (error instanceof NotEditable) return undefined;
    throw error;
  }
}

describe('an edit of a text as people seldom write it', () => {
  it.each(TEXTS)('%j changes its field and nothing else, or is refused', (text) => {
    const { documents } = readText(text, 'a.yaml');
    const changes: FieldChange[] = [{ is: 'remove' }, ...VALUES.map((value) => ({ is: 'set' as const, value }))];
    changes.push({ is: 'append', value: 'x' }, { is: 'append', value: { k: ['v'], l: 1 } });
    let done = 0;
    for (const [index, document] of documents.entries()) {
      for (const path of pathsOf(document.value)) {
        for (const change of changes) {
          const edits = editsOf(text, document, path, change);
          if (edits === undefined) continue;
          done += 1;
          const edited = applyEdits(text, edits);
          const label = JSON.stringify([change, path, edited]);
          const values = documents.map(({ value }, number) =>
            number === index ? intendedValue(value, change, path) : value,
          );
          const after = readText(edited, 'a.yaml').documents;
          expect(
            after.map(({ value }) => value),
            label,
          ).toEqual(values);
          const again = after[index];
          if (change.is === 'set' && again) expect(editsOf(edited, again, path, change), label).toEqual([]);
        }
      }
    }
    expect(done).toBeGreaterThan(0);
  });
});
