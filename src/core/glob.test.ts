import { describe, expect, it } from 'vitest';
import { matchesGlob, matchesPathGlob } from './glob.ts';

describe('matchesGlob', () => {
  it.each([
    ['host-pid', 'host-pid'],
    ['host-*', 'host-pid'],
    ['*', ''],
    ['*-*-*', 'a-b-c-d'],
    ['*abc', 'ababc'],
    ['h?st', 'host'],
    ['a**b', 'ab'],
    ['[a]', '[a]'],
  ])('%s is as %s', (pattern, text) => {
    expect(matchesGlob(pattern, text)).toBe(true);
  });

  it.each([
    ['host-pid', 'host-pids'],
    ['host-*', 'hostpid'],
    ['', 'a'],
    ['?', ''],
    ['*a*b', 'ba'],
    ['.', 'a'],
  ])('%s is not as %s', (pattern, text) => {
    expect(matchesGlob(pattern, text)).toBe(false);
  });

  it('ends on a pattern that would keep a regular expression busy for ever', () => {
    expect(matchesGlob('*a'.repeat(200), `${'a'.repeat(5000)}b`)).toBe(false);
  });
});

describe('matchesPathGlob', () => {
  it.each([
    ['test/**', 'test/a.yaml'],
    ['test/**', 'test/deep/er/a.yaml'],
    ['test', 'test/a.yaml'],
    ['./test/', 'test/a.yaml'],
    ['test/*.yaml', 'test/a.yaml'],
    ['**/*.yaml', 'a.yaml'],
    ['**/*.yaml', 'deep/er/a.yaml'],
    ['a/**/b/**/c', 'a/x/b/b/y/c'],
    ['a/**/b', 'a/b'],
    ['*/manifests', 'shop/manifests/a.yaml'],
    ['../shared', '../shared/a.yaml'],
  ])('%s takes in %s', (pattern, path) => {
    expect(matchesPathGlob(pattern, path)).toBe(true);
  });

  it.each([
    ['test/*.yaml', 'test/deep/a.yaml'],
    ['*.yaml', 'deep/a.yaml'],
    ['test', 'tests/a.yaml'],
    ['test', 'deep/test/a.yaml'],
    ['**', '../a.yaml'],
    ['*/a.yaml', '../a.yaml'],
    ['../*', 'a.yaml'],
  ])('%s leaves out %s', (pattern, path) => {
    expect(matchesPathGlob(pattern, path)).toBe(false);
  });
});
