import { expect, it } from 'vitest';
import { looksRandom } from './randomness.ts';

it.each(['x9fK3mPq7LzR2vT8wYb4', '5d41402abc4b2a76b9719d911017c592', 'q8W-e2R_t6Y.u1I~o9P+'])(
  '%s looks random',
  (text) => {
    expect(looksRandom(text)).toBe(true);
  },
);

it.each([
  'x9fK3mPq7LzR2vT',
  'my-service-cache-key-v1',
  'blue-green-deployment',
  '123e4567-e89b-12d3-a456-426614174000',
  'a1a1a1a1a1a1a1a1a1a1',
  'x9fK3mPq7 LzR2vT8wYb4',
  'x9fK3mPq7LzR2vT8wYb4'.repeat(52),
])('%s does not', (text) => {
  expect(looksRandom(text)).toBe(false);
});
