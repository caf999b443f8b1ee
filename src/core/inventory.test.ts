import { describe, expect, it } from 'vitest';
import type { Coverage } from './coverage.ts';
import type { BuiltIn } from './inventory.ts';
import { nothingClaimed, toyInventory, toyResource } from './toy-world.ts';

const everything: Coverage = { claims: [{ kinds: undefined, namespace: undefined }], gaps: [] };
const broken: Coverage = { ...everything, gaps: [{ file: 'broken.yaml', why: 'expected ":" after the key' }] };

const attic = toyResource('bricks');
const cellar = toyResource('bricks', { namespace: 'cellar' });
const house = toyResource('house', { kind: 'toys/House', namespace: undefined });
const inventory = toyInventory([attic, cellar, house]);

describe('find', () => {
  it('finds by kind, name and namespace', () => {
    expect(inventory.find('toys/Box', 'bricks', 'attic')).toEqual({ is: 'found', item: attic });
    expect(inventory.find('toys/Box', 'bricks', 'cellar')).toEqual({ is: 'found', item: cellar });
    expect(inventory.find('toys/House', 'house')).toEqual({ is: 'found', item: house });
  });

  it.each([
    ['toys/Box', 'dolls', 'attic', 'no Box "attic/dolls" is among the inputs'],
    ['toys/Box', 'bricks', 'garage', 'no Box "garage/bricks" is among the inputs'],
    ['toys/Box', 'bricks', undefined, 'no Box "bricks" is among the inputs'],
    ['toys/House', 'house', 'attic', 'no House "attic/house" is among the inputs'],
    ['Box', 'bricks', 'attic', 'no Box "attic/bricks" is among the inputs'],
  ])('does not know of %s %s in %s, which it does not cover', (kind, name, namespace, what) => {
    expect(inventory.find(kind, name, namespace)).toEqual({
      is: 'unknown',
      missing: { what, hint: 'scan its folder too, or pass --complete' },
    });
  });

  it('knows of the absence of what it covers', () => {
    const complete = toyInventory([attic], { coverage: everything });
    expect(complete.find('toys/Box', 'dolls', 'attic')).toEqual({ is: 'absent' });
    expect(complete.find('toys/Box', 'bricks', 'attic')).toEqual({ is: 'found', item: attic });
  });

  it('names the file that could not be read whole', () => {
    expect(toyInventory([attic], { coverage: broken }).find('toys/Box', 'dolls', 'attic')).toEqual({
      is: 'unknown',
      missing: {
        what: 'no Box "attic/dolls" is among the inputs, and broken.yaml could not be read whole',
        hint: 'mend broken.yaml',
      },
    });
  });

  it('sees what every cluster has, unless the inputs hold it', () => {
    const given = toyResource('default');
    const builtIn: BuiltIn = { find: (_kind, name) => (name === 'default' ? given : undefined) };
    const own = toyResource('default', { content: { own: true } });
    expect(toyInventory([], { builtIn }).find('toys/Box', 'default', 'attic')).toEqual({ is: 'found', item: given });
    expect(toyInventory([own], { builtIn }).find('toys/Box', 'default', 'attic')).toEqual({ is: 'found', item: own });
    expect(toyInventory([], { builtIn, coverage: everything }).find('toys/Box', 'x', 'attic')).toEqual({
      is: 'absent',
    });
  });
});

describe('select', () => {
  it('gives the items of a kind, and says what is missing', () => {
    expect(inventory.select('toys/Box')).toEqual({
      items: [attic, cellar],
      missing: {
        what: 'perhaps not every Box is among the inputs',
        hint: 'scan its folder too, or pass --complete',
      },
    });
    expect(inventory.select('toys/Box', 'cellar')).toEqual({
      items: [cellar],
      missing: {
        what: 'perhaps not every Box of "cellar" is among the inputs',
        hint: 'scan its folder too, or pass --complete',
      },
    });
    expect(inventory.select('toys/Doll', 'attic')).toEqual({
      items: [],
      missing: { what: 'no Doll of "attic" is among the inputs', hint: 'scan its folder too, or pass --complete' },
    });
  });

  it('misses nothing of what it covers', () => {
    const complete = toyInventory([attic], { coverage: everything });
    expect(complete.select('toys/Box', 'attic')).toEqual({ items: [attic], missing: undefined });
    expect(complete.select('toys/Doll')).toEqual({ items: [], missing: undefined });
  });

  it('names the file that could not be read whole', () => {
    expect(toyInventory([attic], { coverage: broken }).select('toys/Box').missing).toEqual({
      what: 'perhaps not every Box is among the inputs, and broken.yaml could not be read whole',
      hint: 'mend broken.yaml',
    });
  });
});

describe('an inventory', () => {
  it('keeps every resource in reading order, by kind too', () => {
    expect(inventory.resources).toEqual([attic, cellar, house]);
    expect(inventory.ofKind('toys/Box')).toEqual([attic, cellar]);
    expect(inventory.ofKind('toys/Doll')).toEqual([]);
    expect([inventory.id, inventory.defaultNamespace, inventory.coverage]).toEqual(['toys', 'attic', nothingClaimed]);
  });

  it('keeps every definition of an object, and finds the last', () => {
    const [first, second, third] = [1, 2, 3].map((line) => toyResource('bricks', { line }));
    const resources = [first, second, third].filter((one) => one !== undefined);
    const twice = toyInventory(resources);
    expect(twice.resources).toHaveLength(3);
    expect(twice.duplicates).toEqual([
      { earlier: first, later: second },
      { earlier: second, later: third },
    ]);
    expect(twice.find('toys/Box', 'bricks', 'attic')).toEqual({ is: 'found', item: third });
    expect(twice.select('toys/Box', 'attic').items).toHaveLength(3);
  });

  it('takes objects without a name for different ones', () => {
    const unnamed = toyInventory([toyResource(''), toyResource('')], { coverage: everything });
    expect(unnamed.duplicates).toEqual([]);
    expect(unnamed.resources).toHaveLength(2);
    expect(unnamed.find('toys/Box', '', 'attic')).toEqual({ is: 'absent' });
  });

  it('takes a name for what it says, even one that every object inherits', () => {
    const odd = toyInventory([toyResource('constructor', { kind: '__proto__' })]);
    expect(odd.ofKind('__proto__')).toHaveLength(1);
    expect(odd.ofKind('toString')).toEqual([]);
    expect(odd.find('__proto__', 'constructor', 'attic').is).toBe('found');
  });
});
