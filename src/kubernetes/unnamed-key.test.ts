import { describe, expect, it } from 'vitest';
import { unnamedKeys } from './unnamed-key.ts';

const content = { data: { a: '1', b: '2' }, binaryData: { c: '3' } };

describe('unnamedKeys', () => {
  it('are those that no use names', () => {
    const use = { isWhole: false, keys: new Set(['b', 'other']) };
    expect(unnamedKeys({ content }, use, ['data', 'binaryData'])).toEqual([
      { key: 'a', path: ['data', 'a'] },
      { key: 'c', path: ['binaryData', 'c'] },
    ]);
    expect(unnamedKeys({ content }, { ...use, isWhole: true }, ['data'])).toEqual([]);
  });
});
