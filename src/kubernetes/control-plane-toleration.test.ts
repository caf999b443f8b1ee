import { expect, it } from 'vitest';
import { controlPlaneTolerationsOf } from './control-plane-toleration.ts';
import { workloadOfPod } from './workload-of-pod.ts';

const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';
const MASTER = 'node-role.kubernetes.io/master';

function found(...tolerations: readonly unknown[]): unknown[] {
  const view = workloadOfPod({ tolerations, containers: [{ name: 'web' }] });
  return controlPlaneTolerationsOf(view).map(({ key, at }) => [key, at.path.join('.')]);
}

it.each([
  [{ key: CONTROL_PLANE }, CONTROL_PLANE],
  [{ key: CONTROL_PLANE, operator: 'Exists', effect: 'NoSchedule' }, CONTROL_PLANE],
  [{ key: MASTER, effect: '' }, MASTER],
  [{ key: MASTER, operator: 'Equal', value: '' }, MASTER],
  [{ operator: 'Exists' }, undefined],
  [{ key: '', operator: 'Exists', effect: 'NoSchedule' }, undefined],
  [{ key: null, operator: 'Exists', effect: null }, undefined],
])('finds %j', (toleration, key) => {
  expect(found({ key: 'gpu' }, toleration)).toEqual([[key, 'spec.tolerations.1']]);
});

it.each([
  { key: CONTROL_PLANE, effect: 'NoExecute' },
  { key: MASTER, effect: 'PreferNoSchedule' },
  { key: MASTER, value: 'true' },
  { key: CONTROL_PLANE, operator: 'Equal', value: 'true', effect: 'NoSchedule' },
  { operator: 'Exists', effect: 'NoExecute' },
  { operator: 'Equal' },
  {},
  { key: 'node-role.kubernetes.io/worker', operator: 'Exists' },
  null,
])('passes %j over', (toleration) => {
  expect(found(toleration)).toEqual([]);
});
