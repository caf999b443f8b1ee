import { expect, it } from 'vitest';
import { hasTrustedUserNamespace } from './user-namespace.ts';
import { workloadOfPod } from './workload-of-pod.ts';

it.each([
  [false, 34, false],
  [false, 35, true],
  [false, 36, true],
  [true, 35, false],
  [null, 35, false],
  [undefined, 35, false],
])('with hostUsers %j in 1.%d is %j', (hostUsers, minor, trusted) => {
  const view = workloadOfPod({ hostUsers, containers: [{ name: 'web' }] });
  expect(hasTrustedUserNamespace(view, { major: 1, minor })).toBe(trusted);
});
