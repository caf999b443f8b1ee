import { expect, it } from 'vitest';
import { isShortWord, isWord } from './short-word.ts';

it.each(['', 'web', 'hunter2', 'shop.example', 'a/b_c-D.9', 'x'.repeat(15)])('%j is a short word', (text) => {
  expect(isShortWord(text)).toBe(true);
});

it.each(['x'.repeat(16), 'a b', 'a:b', 'a=b', '"a"', '$A', 'ü', 'a\n', 'x'.repeat(14).concat('@')])(
  '%j is none',
  (text) => {
    expect(isShortWord(text)).toBe(false);
  },
);

it('knows words of any length', () => {
  expect(['', 'web', 'kubernetes.io/cluster-autoscaler'].every(isWord)).toBe(true);
  expect(['kubernetes.io/cluster:autoscaler', 'a b', 'ü'].some(isWord)).toBe(false);
});
