import { expect, it } from 'vitest';
import { wordsOf } from './words.ts';

it.each([
  ['DB_PASSWORD', ['db', 'password']],
  ['spring.datasource.password', ['spring', 'datasource', 'password']],
  ['clientSecret', ['client', 'secret']],
  ['AWSSecretKey', ['aws', 'secret', 'key']],
  ['oauth2Token', ['oauth2', 'token']],
  ['--api-key', ['api', 'key']],
  ['', []],
  ['a'.repeat(300), ['a'.repeat(256)]],
])('the words of %s are %j', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});
