import { describe, expect, it } from 'vitest';
import { findInText } from './find-in-text.ts';

function found(text: string): string[] {
  return findInText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('findInText', () => {
  it.each([
    ['password: hunter2', ['password: hunter2']],
    ['password: changeme', ['password: changeme']],
    ['old API key: kJ8sD0f2hQ', ['API key: kJ8sD0f2hQ']],
    ['secretKey: token', []],
    ['api-token: shop-db-secret', []],
    ['password: rotate it now', []],
    ['password: ${WORD}-x', []],
    ['token=write-{{ $tenant.name }}x9fK3mPq', []],
    ['- key: CriticalAddonsOnly', []],
    ['{{- $password := .Values.auth.password }}', []],
    ['uri: {{ printf "mysql://root:%s@%s" $word $host }}', []],
    ['uri: {{ print "mysql://root:hunter2@db.example" }}', []],
    ['{{ .a }} password: hunter2', ['password: hunter2']],
    ['token: 1234567890', []],
    ['password: 12345678', []],
    ['hunter2', []],
    ['', []],
  ])('%j: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('finds what is of a format in code too', () => {
    const key = ['AKIA', 'Q3EGRJ4KPT5VXW7Y'].join('');
    expect(found(`{{ print "${key}" }}`)).toEqual([`AWS access key id: ${key}`]);
  });
});
