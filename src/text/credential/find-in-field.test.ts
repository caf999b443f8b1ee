import { describe, expect, it } from 'vitest';
import { findInField } from './find-in-field.ts';

function found(name: string, text: string): string[] {
  return findInField(text, name).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('findInField', () => {
  it.each([
    ['adminPassword', 'changeme', ['password: changeme']],
    ['passphrase', ' correct horse \n', ['passphrase: correct horse']],
    ['shop.example/db-password', 'hunter2', ['password: hunter2']],
    ['SMTP_PASS', 'hunter2', ['password: hunter2']],
    ['clientSecret', 'kJ8sD0f2hQ', ['secret: kJ8sD0f2hQ']],
    ['signing.key', 'x9fK3mPq7LzR2vT8wYb4', ['signing key: x9fK3mPq7LzR2vT8wYb4']],
    ['token', 'password=hunter2', ['password: hunter2']],
    ['hook', 'https://shop:hunter2@hook.example', ['password in a URL: hunter2']],
  ])('in %s, %j: %j', (name, text, expected) => {
    expect(found(name, text)).toEqual(expected);
  });

  it.each([
    ['adminPassword', '$(WORD)'],
    ['adminPassword', 'secrets.password'],
    ['adminPassword', '12345678'],
    ['token', '1763724017'],
    ['password', ''],
    ['passwordSecret', 'shop-db'],
    ['userPasswordKey', 'kJ8sD0f2hQ'],
    ['secret', 'my-secret-name'],
    ['token', 'ask the platform team 7x9fK3mPq'],
    ['tokenPolicy', 'kJ8sD0f2hQ'],
    ['checksum/secret', '8f14e45fceea167a5a36dedd4bea2543'],
    ['shop.example/token-hash', '8f14e45fceea167a5a36dedd4bea2543'],
    ['encryptedPassword', 'AgBy3i4OJSWK1PiTySYZZA9rO43cGDEq'],
    ['level', 'kJ8sD0f2hQ'],
    ['APP_KEY', 'x9fK3mPq7LzR2vT8wYb4'],
  ])('finds nothing in %s, %j', (name, text) => {
    expect(found(name, text)).toEqual([]);
    expect(found(name, text)).toEqual([]);
  });
});
