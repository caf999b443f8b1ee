import { describe, expect, it } from 'vitest';
import { formatVersion, isFrom, newestVersion, parseVersion } from './version.ts';

describe('parseVersion', () => {
  it.each([
    ['1.34', 1, 34],
    ['v1.34', 1, 34],
    ['1.34.2', 1, 34],
    ['v1.34.2', 1, 34],
    ['1.34.2-gke.100', 1, 34],
    ['1.34.2+k3s1', 1, 34],
    ['1.34-alpha', 1, 34],
    ['2.0', 2, 0],
    ['10.100', 10, 100],
  ])('reads %s', (text, major, minor) => {
    expect(parseVersion(text)).toEqual({ major, minor });
  });

  it.each([
    '',
    '1',
    'v',
    '1.',
    '.34',
    '1.x',
    'V1.34',
    'x1.34',
    '1.34.',
    '1.34.x',
    '1.34.2.1',
    ' 1.34',
    '1.34 ',
    '-1.34',
  ])('refuses %j', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
});

describe('isFrom', () => {
  it.each([
    [1, 24, 25, false],
    [1, 25, 25, true],
    [1, 26, 25, true],
    [2, 0, 25, true],
    [0, 30, 25, false],
  ])('%i.%i is from 1.%i on: %j', (major, minor, from, expected) => {
    expect(isFrom({ major, minor }, from)).toBe(expected);
  });
});

describe('formatVersion', () => {
  it('gives major and minor', () => {
    expect(formatVersion({ major: 1, minor: 9 })).toBe('1.9');
    expect(formatVersion(newestVersion)).toBe('1.36');
  });
});
