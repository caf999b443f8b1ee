import { describe, expect, it } from 'vitest';
import { asObject } from './json.ts';
import { integer, mapping, type ParameterValues, resolveParameters, seconds, strings, text } from './parameter.ts';

const declared = { ports: integer(3), maximum: seconds(3_600), allowed: strings('a', 'b') };
const defaults = { ports: 3, maximum: 3_600, allowed: ['a', 'b'] };

describe('the declarations', () => {
  it('carry their type and default', () => {
    expect(declared).toEqual({
      ports: { type: 'integer', default: 3 },
      maximum: { type: 'seconds', default: 3_600 },
      allowed: { type: 'strings', default: ['a', 'b'] },
    });
    expect(strings()).toEqual({ type: 'strings', default: [] });
  });

  it('type the values that a check sees', () => {
    const values = defaults satisfies ParameterValues<typeof declared>;
    expect(values.maximum + values.ports).toBe(3_603);
  });
});

describe('resolveParameters', () => {
  it('takes the defaults where nothing is given', () => {
    expect(resolveParameters(declared, {})).toEqual({ values: defaults, wrong: [] });
  });

  it('takes what is given, also nothing at all', () => {
    expect(resolveParameters(declared, { ports: 0, maximum: -1, allowed: [] })).toEqual({
      values: { ports: 0, maximum: -1, allowed: [] },
      wrong: [],
    });
  });

  it.each([
    ['ports', '3'],
    ['ports', 3.5],
    ['ports', Number.NaN],
    ['ports', Number.POSITIVE_INFINITY],
    ['ports', 2 ** 53],
    ['ports', null],
    ['ports', ['3']],
    ['maximum', '1h'],
    ['allowed', 'a'],
    ['allowed', ['a', 1]],
    ['allowed', { 0: 'a' }],
  ])('keeps the default of %s where %j is given, and says so', (name, value) => {
    expect(resolveParameters(declared, { [name]: value })).toEqual({ values: defaults, wrong: [name] });
  });

  it('says which names are not declared, even those that every object inherits', () => {
    expect(resolveParameters(declared, { port: 3, constructor: 3, toString: 3 })).toEqual({
      values: defaults,
      wrong: ['port', 'constructor', 'toString'],
    });
    expect(resolveParameters({}, asObject(JSON.parse('{"__proto__": 3}')))).toEqual({
      values: {},
      wrong: ['__proto__'],
    });
  });
});

describe('texts and mappings', () => {
  const limits = { maximum: text('1Gi'), labels: mapping({ owner: '.+' }), none: text(), nothing: mapping() };

  it('take what is of their type', () => {
    const given = { maximum: '', labels: {} };
    expect(resolveParameters(limits, given)).toEqual({
      values: { maximum: '', labels: {}, none: '', nothing: {} },
      wrong: [],
    });
  });

  it.each([
    ['maximum', 1],
    ['maximum', ['1Gi']],
    ['labels', { owner: 1 }],
    ['labels', ['owner']],
    ['labels', 'owner'],
    ['labels', null],
  ])('refuse for %s the value %j', (name, value) => {
    expect(resolveParameters(limits, { [name]: value })).toEqual({
      values: { maximum: '1Gi', labels: { owner: '.+' }, none: '', nothing: {} },
      wrong: [name],
    });
  });
});
