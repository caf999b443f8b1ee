import { describe, expect, it } from 'vitest';
import { asList, asNumber, asObject, asString, isObject, ownValue, valueAt } from './json.ts';

const other = [null, undefined, true, 1, 'text'];

describe('asObject, asList, asString, asNumber', () => {
  it('give what is of their type', () => {
    const object = { a: 1 };
    const list = [1];
    expect(asObject(object)).toBe(object);
    expect(asList(list)).toBe(list);
    expect(asString('')).toBe('');
    expect(asNumber(0)).toBe(0);
  });

  it('read anything else as empty', () => {
    expect([...other, [1]].map(asObject)).toEqual(Array.from({ length: 6 }, () => ({})));
    expect([...other, { length: 1 }].map(asList)).toEqual(Array.from({ length: 6 }, () => []));
    expect([null, undefined, true, 1, {}, []].map(asString)).toEqual(Array.from({ length: 6 }));
    expect([null, undefined, '1', Number.NaN, Number.POSITIVE_INFINITY, {}].map(asNumber)).toEqual(
      Array.from({ length: 6 }),
    );
  });
});

describe('isObject', () => {
  it('is true for mappings only', () => {
    expect([{}, Object.create(null), [], null, undefined, 'text', 1].map(isObject)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('ownValue', () => {
  it('gives own keys only', () => {
    expect(ownValue({ a: 1 }, 'a')).toBe(1);
    expect(ownValue({}, 'constructor')).toBeUndefined();
    expect(ownValue({}, '__proto__')).toBeUndefined();
    expect(ownValue(asObject(JSON.parse('{"__proto__": 1, "constructor": 2}')), '__proto__')).toBe(1);
  });
});

describe('valueAt', () => {
  const root = { spec: { containers: [{ image: 'web' }] } };

  it.each([
    [[], root],
    [['spec', 'containers', 0, 'image'], 'web'],
    [['spec', 'containers', 1, 'image'], undefined],
    [['spec', 'containers', '0'], undefined],
    [['spec', 0], undefined],
    [['spec', 'containers', 'length'], undefined],
    [['constructor', 'name'], undefined],
    [['spec', 'containers', 0, 'image', 'length'], undefined],
  ])('at %j is %j', (path, value) => {
    expect(valueAt(root, path)).toEqual(value);
  });

  it('is undefined below nothing', () => {
    expect(valueAt(null, ['a'])).toBeUndefined();
    expect(valueAt(undefined, [0])).toBeUndefined();
  });
});
