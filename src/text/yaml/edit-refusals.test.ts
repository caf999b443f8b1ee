import { describe, expect, it } from 'vitest';
import type { Path } from '../../core/path.ts';
import { NotEditable } from '../not-editable.ts';
import { readText } from '../read.ts';
import { appendEdit, removeEdit, setEdit } from './edit.ts';

function refusal(is: 'set' | 'remove' | 'append', text: string, path: Path): string {
  const [document] = readText(text, 'a.yaml').documents;
  if (document === undefined) throw new Error('the text has no document');
  try {
    if (is === 'set') setEdit(text, document, path, 'new');
    else if (is === 'append') appendEdit(text, document, path, 'new');
    else removeEdit(text, document, path);
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error;
    expect(error.path.slice(0, path.length)).toEqual(path);
    return error.message;
  }
  return 'none';
}

const aliased = 'base: &base\n  a: 1\n  l: [x]\ncopy: *base\nkept: 1\n';
const merged =
  'base: &base\n  a: 1\ncopy:\n  <<: *base\n  b: 2\nlate:\n  a: 3\n  <<: *base\nover:\n  <<: *base\n  a: 4\n';

describe('an edit that would change another place', () => {
  it('is refused behind an alias', () => {
    const why = "copy is an alias; an edit below it would change its anchor's other places too";
    expect(refusal('set', aliased, ['copy', 'a'])).toBe(why);
    expect(refusal('set', aliased, ['copy', 'new'])).toBe(why);
    expect(refusal('remove', aliased, ['copy', 'a'])).toBe(why);
    expect(refusal('append', aliased, ['copy', 'l'])).toBe(why);
  });

  it('is refused in an anchor that an alias repeats', () => {
    const why = 'base.a belongs to an anchor; an edit would change what its aliases repeat too';
    expect(refusal('set', aliased, ['base', 'a'])).toBe(why);
    expect(refusal('remove', aliased, ['base', 'a'])).toBe(why);
    expect(refusal('remove', aliased, ['base'])).toContain('base belongs to an anchor');
    expect(refusal('set', aliased, ['base'])).toContain('base belongs to an anchor');
    expect(refusal('set', aliased, ['base', 'new'])).toContain('base.new belongs to an anchor');
    expect(refusal('append', aliased, ['base', 'l'])).toContain('base.l[1] belongs to an anchor');
  });

  it('is taken beside the anchor and its alias', () => {
    expect(refusal('set', aliased, ['kept'])).toBe('none');
    expect(refusal('set', aliased, ['new'])).toBe('none');
    expect(refusal('set', aliased, ['copy'])).toBe('none');
    expect(refusal('remove', aliased, ['copy'])).toBe('none');
    expect(refusal('remove', 'a:\n  - &x 1\n  - *x\nb: 1\n', ['a'])).toBe('none');
  });

  it('is refused for what a merge key brings in', () => {
    const why = "copy.a comes from a merge key; an edit would change its anchor's other places too";
    expect(refusal('set', merged, ['copy', 'a'])).toBe(why);
    expect(refusal('remove', merged, ['copy', 'a'])).toBe(why);
    expect(refusal('set', merged, ['late', 'a'])).toContain('late.a comes from a merge key');
    expect(refusal('remove', merged, ['late', 'a'])).toContain('late.a comes from a merge key');
    expect(refusal('set', merged, ['over', 'a'])).toBe('none');
    expect(refusal('remove', merged, ['over', 'a'])).toContain('over.a comes from a merge key');
    expect(refusal('set', merged, ['copy', 'b'])).toBe('none');
    expect(refusal('set', 'a: {<<: [{b: 1}, {c: 1}]}\n', ['a', 'c'])).toContain('a.c comes from a merge key');
  });

  it('is refused where the field stands twice and one would stay', () => {
    expect(refusal('remove', 'a: {b: 1, b: 2, c: 3}\n', ['a', 'b'])).toBe(
      'a.b stands there twice; without one of them the other one counts',
    );
  });

  it('is refused behind text that would take the line in', () => {
    const why = 'the text ends in a block of lines without a line break; one behind it would become part of it';
    expect(refusal('set', 'a: |\n  x', ['b'])).toBe(why);
    expect(refusal('append', 'a:\n- b: >+\n    x', ['a'])).toBe(why);
    expect(refusal('set', 'a: |-\n  x', ['b'])).toBe('none');
    expect(refusal('set', 'a: |\n  x\n', ['b'])).toBe('none');
    expect(refusal('set', 'a: |\n  x', ['a'])).toBe('none');
  });
});

describe('an edit without a place', () => {
  it.each([
    ['set', ['text', 'new'], 'text is not a mapping'],
    ['set', ['list', 'new'], 'list is not a mapping'],
    ['set', ['map', 0], 'map is not a list'],
    ['set', ['list', 2], 'list has 1 entries; there is no place for number 2'],
    ['set', ['none', 1], 'the list of none[1] is missing; there is no place for number 1'],
    ['set', [0], 'the document is not a list'],
    ['append', ['map'], 'map is not a list'],
    ['append', ['text'], 'text is not a list'],
    ['append', [], 'the document is not a list'],
    ['remove', [], 'a document cannot be removed from itself'],
    ['set', ['pair', 0, 'new'], 'pair[0].new has no place in a pair without braces'],
    ['set', ['mark'], 'the key of mark has no colon to put a value behind'],
  ] as const)('to %s at %j is refused', (is, path, why) => {
    const text = 'text: x\nlist: [a]\nmap: {a: 1}\nnone:\npair: [a: 1]\n? mark\n';
    expect(refusal(is, text, path)).toBe(why);
  });

  it('is refused in a document of its own kind', () => {
    expect(refusal('set', '---\n# nothing\n', ['a'])).toBe('the document is empty');
    expect(refusal('set', '--- !!map\na: 1\n', [])).toBe('the document has an anchor or a tag of its own');
  });
});
