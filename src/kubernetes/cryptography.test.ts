import * as crypto from 'node:crypto';
import { expect, it } from 'vitest';
import { cryptography } from './cryptography.ts';

it('is that of Node', () => {
  expect(cryptography().X509Certificate).toBe(crypto.X509Certificate);
});
