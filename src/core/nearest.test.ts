import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['scna', ['scan', 'explain'], 'scan'],
    ['scann', ['scan', 'explain'], 'scan'],
    ['can', ['scan', 'explain'], 'scan'],
    ['explian', ['scan', 'explain'], 'explain'],
    ['privileged-contaner', ['privileged-container', 'privileged'], 'privileged-container'],
    ['scan', ['scan'], 'scan'],
    ['Scan', ['scan'], 'scan'],
    ['xscan', ['scan', 'xscam'], 'scan'],
  ])('of %j among %j is %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it.each([
    ['deploy', ['scan', 'explain']],
    ['abc', ['xyz']],
    ['x', ['scan']],
    ['scan', []],
    ['--version', ['scan']],
  ])('of %j among %j is none', (word, candidates) => {
    expect(nearest(word, candidates)).toBeUndefined();
  });

  it('is the first of those that are equally near', () => {
    expect(nearest('bat', ['cat', 'hat'])).toBe('cat');
  });
});
