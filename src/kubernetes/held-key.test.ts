import { describe, expect, it } from 'vitest';
import { configMapFields, heldKeys, secretFields, secretKeys, unnamedKeys } from './held-key.ts';

const content = { data: { a: '1', b: '2' }, binaryData: { c: '3' }, stringData: 'damaged' };

describe('heldKeys', () => {
  it('are those of all fields', () => {
    expect(heldKeys(content, configMapFields).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(heldKeys(content, secretFields).map(({ key }) => key)).toEqual(['a', 'b']);
  });
});

describe('secretKeys', () => {
  it('are those of the Secret, and those that the control plane fills in', () => {
    expect([...secretKeys({ ...content, type: 'Opaque' })]).toEqual(['a', 'b']);
    const type = 'kubernetes.io/service-account-token';
    expect([...secretKeys({ type, stringData: { extra: '' } })]).toEqual(['extra', 'ca.crt', 'namespace', 'token']);
  });
});

describe('unnamedKeys', () => {
  it('are those that no use names', () => {
    const use = { isWhole: false, keys: new Set(['b', 'other']) };
    expect(unnamedKeys(content, use, configMapFields)).toEqual([
      { key: 'a', path: ['data', 'a'] },
      { key: 'c', path: ['binaryData', 'c'] },
    ]);
    expect(unnamedKeys(content, { ...use, isWhole: true }, configMapFields)).toEqual([]);
  });
});
