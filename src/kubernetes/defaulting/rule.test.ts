import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import {
  always,
  each,
  eachValue,
  fields,
  flag,
  from,
  ifEmpty,
  ifUnset,
  inTurn,
  isMapping,
  isUnset,
  mappingOf,
  number,
  onMapping,
  type Rule,
  same,
  text,
  withField,
} from './rule.ts';

const target = { targetVersion: { major: 1, minor: 36 } };
const unknown = new UnknownValue('a variable');

function apply(rule: Rule, value: unknown): unknown {
  return rule(value, target);
}

/** Of every type that a field may have in an untrusted document. */
const oddities: readonly unknown[] = ['', 'x', 0, 1, false, true, null, undefined, [], [null], {}, unknown];

describe('isUnset, isMapping, mappingOf', () => {
  it('tell apart what is there', () => {
    expect(oddities.filter(isUnset)).toEqual([null, undefined]);
    expect(oddities.filter(isMapping)).toEqual([{}]);
    expect(oddities.map(mappingOf)).toEqual(oddities.map(() => ({})));
    const mapping = { a: 1 };
    expect(mappingOf(mapping)).toBe(mapping);
  });
});

describe('withField', () => {
  it('sets and takes out a field of a copy', () => {
    const object = Object.freeze({ a: 1, b: 2 });
    expect(withField(object, 'a', 3)).toEqual({ a: 3, b: 2 });
    expect(withField(object, 'c', 3)).toEqual({ a: 1, b: 2, c: 3 });
    expect(withField(object, 'a', undefined)).toEqual({ b: 2 });
    expect(object).toEqual({ a: 1, b: 2 });
  });

  it('gives the mapping itself where nothing changes', () => {
    const object = { a: 1 };
    expect(withField(object, 'a', 1)).toBe(object);
    expect(withField(object, 'b', undefined)).toBe(object);
  });
});

describe('fields', () => {
  const rule = fields({ a: ifUnset(1), b: text });

  it('changes the named fields and shares the others', () => {
    const c = { d: 1 };
    const object = Object.freeze({ b: '', c });
    const result = apply(rule, object);
    expect(result).toEqual({ a: 1, c: { d: 1 } });
    expect(mappingOf(result)['c']).toBe(c);
    expect(object).toEqual({ b: '', c: { d: 1 } });
  });

  it('gives the mapping itself where nothing changes, and what is no mapping', () => {
    const object = { a: 2, b: 'x' };
    expect(apply(rule, object)).toBe(object);
    for (const odd of oddities.filter((value) => !isMapping(value))) expect(apply(rule, odd)).toBe(odd);
  });

  it('does not take an inherited field for one of the document', () => {
    expect(apply(fields({ toString: ifUnset('mine') }), {})).toEqual({ toString: 'mine' });
  });
});

describe('same', () => {
  it('gives each key the rule', () => {
    expect(same(text, 'a', 'b')).toEqual({ a: text, b: text });
  });
});

describe('inTurn', () => {
  it('hands the result of each rule to the next', () => {
    expect(
      apply(
        inTurn(ifUnset('a'), (value) => `${String(value)}b`),
        undefined,
      ),
    ).toBe('ab');
  });
});

describe('onMapping', () => {
  it('leaves what is no mapping', () => {
    const rule = onMapping(() => ({ a: 1 }));
    expect(oddities.map((odd) => apply(rule, odd))).toEqual(oddities.map((odd) => (isMapping(odd) ? { a: 1 } : odd)));
  });
});

describe('each', () => {
  it('changes the items of a list, and shares a list that stays', () => {
    expect(apply(each(ifEmpty('a')), ['', 'b', null])).toEqual(['a', 'b', 'a']);
    const list = ['a', 1];
    expect(apply(each(ifEmpty('a')), list)).toBe(list);
    expect(apply(each(ifEmpty('a')), 'text')).toBe('text');
  });
});

describe('eachValue', () => {
  it('changes the values of a mapping, and shares a mapping that stays', () => {
    const rule = eachValue((value) => (value === 1 ? 2 : value));
    expect(apply(rule, { a: 1, b: 3 })).toEqual({ a: 2, b: 3 });
    const mapping = { a: 2 };
    expect(apply(rule, mapping)).toBe(mapping);
    const named: unknown = JSON.parse('{ "__proto__": 1 }');
    expect(Object.entries(mappingOf(apply(rule, named)))).toEqual([['__proto__', 2]]);
  });
});

describe('always', () => {
  it('takes an absent mapping for an empty one', () => {
    const rule = always(fields({ a: ifUnset(1) }));
    expect([undefined, null, {}, { a: 2 }].map((value) => apply(rule, value))).toEqual([
      { a: 1 },
      { a: 1 },
      { a: 1 },
      { a: 2 },
    ]);
    expect(apply(rule, 'text')).toBe('text');
  });

  it('adds no empty mapping', () => {
    expect(apply(always(fields({ a: text })), undefined)).toBe(undefined);
    expect(apply(always(fields({ a: text })), null)).toBe(null);
  });
});

describe('ifUnset', () => {
  it('replaces nothing and null alone', () => {
    expect(oddities.map((odd) => apply(ifUnset(7), odd))).toEqual(oddities.map((odd) => (isUnset(odd) ? 7 : odd)));
  });
});

describe('ifEmpty', () => {
  it('replaces nothing, null and the empty value of its own type', () => {
    expect(['', 0, null, undefined, 'b', false].map((value) => apply(ifEmpty('a'), value))).toEqual([
      'a',
      0,
      'a',
      'a',
      'b',
      false,
    ]);
    expect(['', 0, null, undefined, 2].map((value) => apply(ifEmpty(1), value))).toEqual(['', 1, 1, 1, 2]);
  });
});

describe('from', () => {
  it('applies from a version on', () => {
    const rule = from(35, ifUnset(1));
    const results = [34, 35, 36].map((minor) => rule(undefined, { targetVersion: { major: 1, minor } }));
    expect(results).toEqual([undefined, 1, 1]);
  });
});

describe('text, number and flag', () => {
  it('leave out the empty value of their own type', () => {
    const values = ['', 'a', 0, 1, false, true, null];
    expect(values.map((value) => apply(text, value))).toEqual([undefined, 'a', 0, 1, false, true, null]);
    expect(values.map((value) => apply(number, value))).toEqual(['', 'a', undefined, 1, false, true, null]);
    expect(values.map((value) => apply(flag, value))).toEqual(['', 'a', 0, 1, undefined, true, null]);
  });
});
