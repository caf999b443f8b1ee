import { expect, it } from 'vitest';
import { argumentName } from './argument-name.ts';

it.each([
  [['serve', '--port', '80'], 1, '--port'],
  [['serve', '--port', '80'], 2, '--port+1'],
  [['serve', '--port', '80', 'x'], 3, '--port+2'],
  [['serve', '--port=80'], 1, '--port'],
  [['serve', '--'], 1, '+1'],
  [['mysql', '-phunter2'], 1, '-p'],
  [['serve', 'now'], 1, '+1'],
  [[1, 'now'], 1, '+1'],
  [['--not an option'], 0, '+0'],
])('in %j names word %j %s', (words, index, name) => {
  expect(argumentName(words, index)).toBe(name);
});
