import { describe, expect, it } from 'vitest';
import { looksLikeName } from './name-like.ts';

describe('looksLikeName', () => {
  it.each([
    'shop-db-secret',
    'default/basic-auth',
    'vault.shop.example',
    'DB_PASSWORD',
    'accessKey2',
    'myOAuthToken',
    'k8s',
    'v1',
    'oauth2-proxy',
    'x509',
    'shop-db-7f9k2b8h5t',
    'base64Token',
    'CriticalAddonsOnly',
    'a, b, c',
    '',
  ])('%s does', (text) => {
    expect(looksLikeName(text)).toBe(true);
  });

  it.each([
    'x9fK3mPq7LzR2vT8wYb4',
    'hQxvBnPqRtYw',
    '8f14e45fceea167a5a36dedd4bea2543',
    '123e4567-e89b-12d3-a456-426614174000',
    'correcthorsebatterystaple',
    'k3j9x2m4q1',
    'hunter-k3j9x-2m4q1x',
    'aB3$xY7!',
    '0123456789',
  ])('%s does not', (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
});
