import { expect, it } from 'vitest';
import { findInArguments } from './find-in-arguments.ts';

it.each([
  [['serve', '--db-password=hunter2'], ['1 password 14-21']],
  [['--db-password', 'hunter2'], ['1 password 0-7']],
  [['-token', 'hunter2'], ['1 token 0-7']],
  [['mysql', '-u', 'root', '-phunter2'], ['3 password 2-9']],
  [['/usr/bin/mysql', '-phunter2'], ['1 password 2-9']],
  [['curl', '-u', 'shop:hunter2'], ['2 password 5-12']],
  [['redis-cli', '-a', 'hunter2'], ['2 password 0-7']],
  [['sh', '-c', 'TOKEN=hunter2 serve'], ['2 token 6-13']],
  [
    ['a', 'redis://:hunter2@c', '--token', 'x1'],
    ['1 password in a URL 9-16', '3 token 0-2'],
  ],
  [['--db-password', '$(WORD)'], []],
  [['--password', '--verbose'], []],
  [['--password-file', 'hunter2'], []],
  [['--password=', 'hunter2'], []],
  [['password', 'hunter2'], []],
  [['serve', '-phunter2'], []],
  [['curl', '-u', 'shop'], []],
  [['redis-cli', '-a', '-h'], []],
  [['mysql', '-p'], []],
  [[], []],
])('in %j it finds %j', (words, expected) => {
  expect(findInArguments(words).map(({ word, kind, start, end }) => `${word} ${kind} ${start}-${end}`)).toEqual(
    expected,
  );
});
