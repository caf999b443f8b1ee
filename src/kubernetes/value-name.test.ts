import { describe, expect, it } from 'vitest';
import { valueName } from './value-name.ts';

describe('valueName', () => {
  it('is the key, and in a list what the list is named', () => {
    expect(valueName('password', { name: 'db', value: {} })).toBe('password');
    expect(valueName(0, { name: 'tokens', value: [] })).toBe('tokens');
    expect(valueName(undefined, { name: '', value: undefined })).toBe('');
  });

  it('is what stands beside a field "value", and else what that stands in', () => {
    expect(valueName('value', { name: 'env', value: { name: 'DB_PASSWORD' } })).toBe('DB_PASSWORD');
    expect(valueName('value', { name: 'env', value: { key: 'token' } })).toBe('token');
    expect(valueName('value', { name: 'env', value: { header: 'X-Api-Key' } })).toBe('X-Api-Key');
    expect(valueName('value', { name: 'password', value: { name: 1 } })).toBe('password');
  });
});
