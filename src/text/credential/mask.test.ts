import { expect, it } from 'vitest';
import { maskCredentials } from './mask.ts';

it.each([
  ['the key "password: hunter2" stands here', 'the key "password: *******" stands here'],
  ['a redis://a:hunter2@b c --token x1y', 'a redis://a:*******@b c --token ***'],
  [`volume "${['gh', 'p_'].join('')}${'a1'.repeat(18)}"`, `volume "${'*'.repeat(40)}"`],
  ['password: one two', 'password: *** ***'],
  ['container "web" runs privileged', 'container "web" runs privileged'],
  [
    'sets variable "DB_PASSWORD" to a literal password of 7 characters',
    'sets variable "DB_PASSWORD" to a literal password of 7 characters',
  ],
  ['', ''],
])('masks %j as %j', (text, masked) => {
  expect(maskCredentials(text)).toBe(masked);
});
