import { expect, it } from 'vitest';
import { isFilteringProfile } from './seccomp.ts';

it.each([
  ['RuntimeDefault', true],
  ['Localhost', true],
  ['Unconfined', false],
  ['runtimeDefault', false],
  ['', false],
  [null, false],
  [undefined, false],
])('knows whether a profile of type %j filters', (type, filters) => {
  expect(isFilteringProfile({ type })).toBe(filters);
});
