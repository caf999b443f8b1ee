import { describe, expect, it } from 'vitest';
import type { ObjectSchema } from './schema.ts';
import { readCode, readFields } from './schema-text.ts';

function definition(name: string): ObjectSchema {
  return { is: 'object', name, fields: () => new Map(), keepsUnknown: false, replacedWhole: false };
}

describe('readCode', () => {
  it.each([
    ['s', { is: 'string' }],
    ['b', { is: 'boolean' }],
    ['i', { is: 'integer', bits: 32 }],
    ['l', { is: 'integer', bits: 64 }],
    ['d', { is: 'number' }],
    ['y', { is: 'bytes' }],
    ['t', { is: 'time', micro: false }],
    ['m', { is: 'time', micro: true }],
    ['q', { is: 'quantity' }],
    ['x', { is: 'int-or-string' }],
    ['*', { is: 'any' }],
    ['e(Always|cert~sign)', { is: 'string', values: ['Always', 'cert sign'] }],
    ['{q', { is: 'map', values: { is: 'quantity' }, replacedWhole: false }],
    ['{(a)s', { is: 'map', values: { is: 'string' }, replacedWhole: true }],
    ['[s', { is: 'list', items: { is: 'string' }, type: undefined, keys: [], mergeKey: undefined }],
    ['[(a)i', { is: 'list', items: { is: 'integer', bits: 32 }, type: 'atomic', keys: [], mergeKey: undefined }],
    ['[(s;p:)s', { is: 'list', items: { is: 'string' }, type: 'set', keys: [], mergeKey: '' }],
    [
      '[(m:port,protocol;p:port)*',
      { is: 'list', items: { is: 'any' }, type: 'map', keys: ['port', 'protocol'], mergeKey: 'port' },
    ],
  ])('reads %s', (code, schema) => {
    expect(readCode(code, definition)).toEqual(schema);
  });

  it('finds definitions by name', () => {
    expect(readCode('#core.v1.Pod', definition)).toMatchObject({ is: 'object', name: 'core.v1.Pod' });
  });

  it('refuses what it does not know', () => {
    expect(() => readCode('z', definition)).toThrow(new Error('the code z is not understood'));
  });
});

describe('readFields', () => {
  const words = ['name!=s', 'mode=s@31-33', 'mode=e(A|B)@34-36', '$ref=s', 'old=b@31-31'];

  it('takes the fields that a version has', () => {
    expect([...readFields(words, 33, definition)]).toEqual([
      ['name', { schema: { is: 'string' }, isRequired: true }],
      ['mode', { schema: { is: 'string' }, isRequired: false }],
      ['$ref', { schema: { is: 'string' }, isRequired: false }],
    ]);
    expect(readFields(words, 34, definition).get('mode')?.schema).toEqual({ is: 'string', values: ['A', 'B'] });
  });
});
