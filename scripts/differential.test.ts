import { describe, expect, it } from 'vitest';
import { seededRandom } from '../bench/random.ts';
import { isKeyPair } from './differential/classes.ts';
import { differencesOf } from './differential/differences.ts';
import { compare, runDifferential } from './differential/differential.ts';
import { generateDocument } from './differential/generate/generate-document.ts';
import type { Reading } from './differential/readings.ts';

function texts(count: number): string[] {
  const random = seededRandom(11);
  return Array.from({ length: count }, () => generateDocument(random));
}

describe('the readers of YAML', () => {
  it('differ on five hundred generated documents in explained ways only', () => {
    const result = runDifferential({ seed: 1, documents: 500, first: 0 });
    expect(result.unexplained).toEqual([]);
    expect(result.documents).toBe(500);
    expect(result.read).toBeGreaterThan(400);
    expect(result.alike).toBeGreaterThan(300);
    expect(result.classes.size).toBeGreaterThan(20);
  });

  it('read the same documents in parts', () => {
    const whole = runDifferential({ seed: 2, documents: 40, first: 0 });
    const parts = [0, 20].map((first) => runDifferential({ seed: 2, documents: 20, first }));
    expect(parts.reduce((sum, { alike }) => sum + alike, 0)).toBe(whole.alike);
  });
});

describe('compare', () => {
  it.each([
    ['a: 0o17', 'an octal number of YAML 1.2', 'both'],
    ['a: 12:30', 'a sexagesimal number of YAML 1.1', 'both'],
    ['a: 2001-01-01', 'a timestamp of YAML 1.1', 'both'],
    ['a: 9223372036854775807', 'an integer of 64 bits', 'both'],
    ['a: 1e3', 'a float without a point, or without a sign of its exponent', 'js-yaml'],
    ['1.234567891: a', 'a float as a key, of 32 bits in Kubernetes', 'both'],
    ['a: .inf', 'infinity, which JSON does not have', 'both'],
    ['null: a', 'a key that is no text, signed integer or boolean', 'both'],
    ['a: >1-\n  "q"\n x\n  \nb: y', 'blank lines at the end of a block scalar that are deeper than it', 'yaml'],
    ['0: a\n-0.0: b', 'a negative zero as a key, which is the key 0 in JavaScript', 'both'],
    ['%YAML 1.2\n---\na', 'a directive for YAML 1.2', 'both'],
    ['[?x]', 'a question mark before a word in a flow collection', 'both'],
    ['{a:}', 'a colon before an indicator of a flow collection', 'both'],
    ['b: &a {c: 1}\nd: {c: 2, <<: *a}', 'a merge behind the keys that it overrides', 'both'],
    ['"1": a\n1: b', 'keys that become one text', 'both'],
  ])('names what is different in %j', (text, name, peer) => {
    const { classes, unexplained } = compare(text);
    const both = peer === 'both' ? ['js-yaml', 'yaml'] : [peer];
    expect(unexplained).toEqual([]);
    expect(classes).toEqual(both.map((one) => [one, name]));
  });

  it.each(['a: b\n', '? [\n', 'a: &x {b: 1}\nc: {<<: *x, d: y}\n', '1: yes\n"2": ~\n', 'a: 1\na: 2\n'])(
    'finds no difference in %j',
    (text) => {
      expect(compare(text)).toMatchObject({ classes: [], unexplained: [] });
    },
  );
});

function read(...values: unknown[]): Reading {
  return { is: 'read', values, notes: [] };
}

describe('differencesOf', () => {
  const refused: Reading = { is: 'refused', message: 'why' };

  it.each([
    [read('a'), read('b'), { is: 'value', ours: 'a', theirs: 'b' }],
    [read([1, 2]), read([1, 3]), { is: 'value', ours: 2, theirs: 3 }],
    [read([1]), read([1, 2]), { is: 'value', ours: [1], theirs: [1, 2] }],
    [read({ a: 0 }), read(new Map([['a', -0]])), { is: 'value', ours: 0, theirs: -0 }],
    [read({}), read([]), { is: 'value', ours: {}, theirs: [] }],
    [read({ a: 1, b: 2 }), read(new Map([['a', 1]])), { is: 'missing', from: 'theirs', key: 'b' }],
    [read({}), read(new Map([[null, 1]])), { is: 'missing', from: 'ours', key: null }],
    [read({ 8: 1 }), read(new Map([['0o10', 1]])), { is: 'key', ours: '8', theirs: '0o10' }],
    [read(1), read(1, 2), { is: 'count', ours: 1, theirs: 2 }],
    [read(1), refused, { is: 'refused', by: 'yaml', message: 'why' }],
    [refused, read(1), { is: 'refused-by-us', message: 'why' }],
  ])('finds one between %j and %j', (ours, theirs, difference) => {
    expect([...differencesOf('yaml', ours, theirs, isKeyPair)]).toMatchObject([difference]);
  });

  it('finds none between equal readings, or where both refuse', () => {
    const theirs = read(new Map<unknown, unknown>([[1, [true, null]]]));
    expect([...differencesOf('yaml', read({ 1: [true, null] }), theirs, isKeyPair)]).toEqual([]);
    expect([...differencesOf('yaml', refused, refused, isKeyPair)]).toEqual([]);
  });
});

describe('generateDocument', () => {
  it.each([
    ['a literal', /: \|/],
    ['a folded scalar with a header', /: >[-+1-9]/],
    ['a quoted scalar over lines', /"[^"\n]*\n[^"]*"/],
    ['a plain scalar over lines', /: one\n +two/],
    ['an anchor and its alias', /&(\S+)[^]*\*\1\b/],
    ['a merge key', /<<: \*/],
    ['a list of merges', /<<: \[\*/],
    ['an anchored key', /^ *&\S+ \w+\d*:/m],
    ['a flow mapping over lines', /\{[^}]*\n[^}]*\}/],
    ['a flow sequence with a pair', /\[[^\]{]*\w: /],
    ['a comment behind a value', /\S # comment\n/],
    ['a tag', /!!int/],
    ['a tag with a declared handle', /%TAG !e![^]*!e!x/],
    ['a directive', /^%YAML 1\.1/m],
    ['an explicit key over lines', /^ *\? [^"'[{|>\n]+\n+ +\w/m],
    ['a compact list', /^- - /m],
    ['a list at the indentation of its key', /^(\w+):\n- /m],
    ['an odd indentation', /:\n {7}\w/],
    ['several documents', /\n---[^]*\n---/],
    ['CRLF', /\r\n/],
    ['CR', /\r(?!\n)/],
    ['a byte order mark', /^\uFEFF/],
    ['characters outside the basic plane', /\u{1F600}/u],
  ])('makes %s', (_what, pattern) => {
    expect(texts(1_000).some((text) => pattern.test(text))).toBe(true);
  });
});
