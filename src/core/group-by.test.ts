import { describe, expect, it } from 'vitest';
import { groupBy } from './group-by.ts';

describe('groupBy', () => {
  it('keeps keys and items in first-seen order', () => {
    const groups = groupBy(['beta', 'alpha', 'bravo', 'ark'], (word) => word.charAt(0));
    expect([...groups]).toEqual([
      ['b', ['beta', 'bravo']],
      ['a', ['alpha', 'ark']],
    ]);
  });

  it('makes no group of nothing', () => {
    expect([...groupBy([], String)]).toEqual([]);
  });
});
