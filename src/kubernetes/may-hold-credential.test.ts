import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { byFormat, findInFields } from './find-in-fields.ts';
import { mayHoldCredential } from './may-hold-credential.ts';
import { lastApplied } from './secret-data.ts';

/** Of formats, and in pieces, so that this file holds none. */
const accessKey = ['AKIA', 'Q3EGRJ4KPT5VXW7Y'].join('');
const link = ['https://shop:', 'hunter2', '@db.example'].join('');

const texts = fc.constantFrom<unknown>(
  '',
  'web',
  'hunter2',
  'password',
  'registry.example/team/web:1.4.2',
  '10.0.0.1',
  'kJ8sD0f2hQ',
  null,
  80,
  true,
);
const odd = fc.constantFrom<unknown>(
  accessKey,
  link,
  btoa(`key ${accessKey}`),
  `{"password":"hunter2"}`,
  '://',
  '/a?token=kJ8sD0f2hQ',
);
const NAMES = [
  'metadata',
  'annotations',
  'labels',
  'spec',
  'data',
  'value',
  'password',
  'args',
  'name',
  'key',
  'header',
  'httpHeaders',
];
const LONG_NAMES = [lastApplied, accessKey, 'topologySpreadConstraints', 'shop.example/db-password'];
const keys = fc.constantFrom(...NAMES, ...LONG_NAMES);

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 8, arbitrary: texts },
    { weight: 1, arbitrary: odd },
    { weight: 3, arbitrary: tie('mapping') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
  ),
  mapping: fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));
const objects = fc.dictionary(keys, value, { maxKeys: 4, noNullPrototype: true });

describe('mayHoldCredential', () => {
  it('is true of every object in which something is found', () => {
    let clean = 0;
    fc.assert(
      fc.property(objects, fc.subarray(['data', 'spec']), (object: JsonObject, names) => {
        const leftOut = new Set(names);
        if (mayHoldCredential(object, leftOut)) return;
        clean += 1;
        const isLeftOut = (path: readonly unknown[]) => path.length === 2 && leftOut.has(String(path[0]));
        expect(findInFields(object, byFormat, isLeftOut)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
    expect(clean).toBeGreaterThan(500);
  });

  it.each<[JsonObject, boolean]>([
    [{ spec: { image: 'registry.example/team/web:1.4.2', selector: { password: 'hunter2' } } }, false],
    [{ metadata: { annotations: { team: 'sales' } }, data: { key: accessKey, password: 'hunter2' } }, false],
    [{ spec: [[{ image: accessKey }]] }, true],
    [{ spec: { [accessKey]: 1 } }, true],
    [{ data: { [accessKey]: 'text' } }, true],
    [{ data: accessKey }, true],
    [{ metadata: { annotations: { name: 'password', value: 'hunter2' } } }, true],
    [{ metadata: { labels: { password: 'hunter2' } } }, true],
    [{ metadata: { labels: '{"password":"hunter2"}' } }, true],
  ])('judges %j', (object, may) => {
    expect(mayHoldCredential(object, new Set(['data']))).toBe(may);
  });

  it('looks no deeper than the reader of manifests', () => {
    let deep: JsonObject = { image: 'web' };
    for (let depth = 0; depth < 100_000; depth += 1) deep = { a: deep };
    expect(mayHoldCredential(deep, new Set())).toBe(true);
  });
});
