import { expect, it } from 'vitest';
import { unmaskedProcMount } from './proc-mount.ts';
import { workloadOfPod } from './workload-of-pod.ts';

it.each([
  [undefined, undefined],
  [null, undefined],
  ['Default', undefined],
  ['Unmasked', 'Unmasked'],
  ['default', 'default'],
  ['', ''],
  [true, 'true'],
])('reads the procMount %j', (procMount, type) => {
  const { containers } = workloadOfPod({ containers: [{ name: 'web', securityContext: { procMount } }] });
  expect(containers.map(unmaskedProcMount)).toEqual([type]);
});
