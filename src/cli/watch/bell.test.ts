import { expect, it } from 'vitest';
import { createBell } from './bell.ts';

it('is heard once, however often it rang before', async () => {
  const bell = createBell();
  bell.ring();
  bell.ring();
  await bell.rung();
  const next = bell.rung();
  expect(await Promise.race([next, Promise.resolve('silence')])).toBe('silence');
  bell.ring();
  expect(await next).toBe('rung');
});
