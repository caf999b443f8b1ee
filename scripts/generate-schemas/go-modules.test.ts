import { expect, it } from 'vitest';
import { newestOf } from './go-modules.ts';

const versions = ['k8s.io/kubernetes', 'v1.31.2', 'v1.31.14', 'v1.31.9', 'v1.32.0', 'v1.32.1-rc.0', 'v1.33.0-alpha.1'];

it('takes the newest patch of each minor version, and no pre-release', () => {
  expect(newestOf(versions, [32, 31])).toEqual([
    { minor: 32, patch: 0 },
    { minor: 31, patch: 14 },
  ]);
});

it('refuses a minor version that is not released', () => {
  expect(() => newestOf(versions, [33])).toThrow(new Error('no release of the minor version 33 is known'));
});
