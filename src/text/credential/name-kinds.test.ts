import { expect, it } from 'vitest';
import { findCredentials } from './find-credentials.ts';
import { isNamedNumber, isNameKind, isPasswordKind } from './name-kinds.ts';

it('knows the kinds that names tell', () => {
  expect(['password', 'passphrase', 'token', 'API key', 'key'].every(isNameKind)).toBe(true);
  expect(['GitHub token', 'password in a URL', 'private key in Base64'].some(isNameKind)).toBe(false);
});

it('knows the kinds that are always a credential', () => {
  expect(['password', 'passphrase'].every(isPasswordKind)).toBe(true);
  expect(['token', 'secret', 'key'].some(isPasswordKind)).toBe(false);
});

it.each([
  ['DB_PASSWORD=12345678', true],
  ['TOKEN: "1234567890"', true],
  ['DB_PASSWORD=a12345678', false],
  ['DB_PASSWORD=1234-5678', false],
  ['postgres://shop:12345678@db.example', false],
])('tells of %s whether it is a number by its name: %s', (text, expected) => {
  expect(findCredentials(text).map((credential) => isNamedNumber(text, credential))).toEqual([expected]);
});
