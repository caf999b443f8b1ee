import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('remembered', () => {
  it('makes each result once', () => {
    const made: string[] = [];
    const length = remembered((text) => made.push(text));
    expect([length('a'), length('b'), length('a')]).toEqual([1, 2, 1]);
    expect(made).toEqual(['a', 'b']);
  });

  it('remembers that nothing was made', () => {
    let count = 0;
    const nothing = remembered((): undefined => {
      count += 1;
    });
    expect([nothing('a'), nothing('a')]).toEqual([undefined, undefined]);
    expect(count).toBe(1);
  });

  it('does not keep long texts', () => {
    let count = 0;
    const counted = remembered(() => (count += 1));
    expect(['a'.repeat(256), 'a'.repeat(256), 'a'.repeat(257), 'a'.repeat(257)].map(counted)).toEqual([1, 1, 2, 3]);
  });

  it('forgets when there are too many', () => {
    let count = 0;
    const counted = remembered(() => (count += 1));
    for (let index = 0; index < 10_001; index += 1) counted(String(index));
    expect(count).toBe(10_001);
    counted('10000');
    expect(count).toBe(10_001);
    counted('0');
    expect(count).toBe(10_002);
  });
});
