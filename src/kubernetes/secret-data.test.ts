import { expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { objectsOf } from './object.ts';
import { decodedBase64, isHidden, lastApplied, lastAppliedHoldsValues, secretEntries } from './secret-data.ts';

function secret(fields: Record<string, unknown>) {
  const inventory = inventoryOfObjects([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, ...fields }]);
  const [view] = objectsOf('Secret').enumerate(inventory);
  if (view === undefined) throw new Error('there is no Secret');
  return view;
}

it('reads the values of a Secret that are not empty', () => {
  const view = secret({ data: { a: btoa('one'), b: '%%', c: '', d: 1, e: '***' }, stringData: { f: 'two', g: ' ' } });
  expect(secretEntries(view).map(({ key, field, text, at }) => [key, field, text, at.path.join('.')])).toEqual([
    ['a', 'data', 'one', 'data.a'],
    ['b', 'data', undefined, 'data.b'],
    ['e', 'data', '***', 'data.e'],
    ['f', 'stringData', 'two', 'stringData.f'],
  ]);
});

it('knows what stands elsewhere and what was taken out', () => {
  const view = secret({ data: { a: btoa('${A}'), b: '{{ .b }}', c: 'REDACTED', d: btoa('d'), e: btoa('***') } });
  const entries = secretEntries(view);
  expect(entries.map((entry) => isHidden(view, entry))).toEqual([true, true, false, false, false]);
  expect(entries.map(({ isRedacted }) => isRedacted)).toEqual([false, false, true, false, true]);
  const encrypted = secret({ data: { a: btoa('a') }, sops: {} });
  expect(secretEntries(encrypted).every((entry) => isHidden(encrypted, entry))).toBe(true);
});

it('takes a placeholder that is no Base64 for data that was taken out', () => {
  const data = { a: '<unstable>', b: ' <base64 of the key>\n', c: '<a', d: '<a><b>', e: btoa('<unstable>') };
  const entries = secretEntries(secret({ data, stringData: { f: '<unstable>' } }));
  expect(entries.map(({ key, isRedacted }) => [key, isRedacted])).toEqual([
    ['a', true],
    ['b', true],
    ['c', false],
    ['d', false],
    ['e', false],
    ['f', false],
  ]);
});

it.each([
  ['{"data":{"a":"b"}}', true],
  ['{"stringData":{"a":"b"}}', true],
  ['{"data":{"a":""},"stringData":{"a":"***"}}', false],
  ['{"data":{"a":"<unstable>"}}', false],
  ['{"stringData":{"a":"<unstable>"}}', true],
  ['{"data":', false],
  ['[]', false],
])('tells of the copy %s whether it holds values: %s', (copy, holds) => {
  expect(lastAppliedHoldsValues(secret({ metadata: { name: 'db', annotations: { [lastApplied]: copy } } }))).toBe(
    holds,
  );
});

it('takes what is no Base64 for none', () => {
  expect([decodedBase64('YQ=='), decodedBase64('%')]).toEqual(['a', undefined]);
});
