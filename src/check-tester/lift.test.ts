import { describe, expect, it } from 'vitest';
import { isSinglePod, liftPod } from './lift.ts';

const pod = `---
apiVersion: v1
kind: Pod # the smallest
metadata:
  name: "web"
  namespace: shop
  labels: { app: web }

spec:
  containers:
    - name: web
      command:
        - sh
        - |
          kind: of magic
`;

describe('isSinglePod', () => {
  it('is true for one Pod, also after an empty document', () => {
    expect(isSinglePod(pod)).toBe(true);
    expect(isSinglePod(`# nothing\n---\n${pod}`)).toBe(true);
  });

  it.each([
    `${pod}---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n`,
    pod.replace('kind: Pod', 'kind: Secret'),
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "web"}}',
    '',
  ])('is false for %j', (yaml) => {
    expect(isSinglePod(yaml)).toBe(false);
  });
});

describe('liftPod', () => {
  it('makes the Pod the template of a CronJob', () => {
    const lifted = liftPod(pod, 'batch/CronJob');
    expect(lifted?.yaml).toBe(`apiVersion: batch/v1
kind: CronJob
metadata:
  name: "web"
  namespace: "shop"
spec:
  jobTemplate:
    spec:
      template:
        metadata:
          name: "web"
          namespace: shop
          labels: { app: web }

        spec:
          containers:
            - name: web
              command:
                - sh
                - |
                  kind: of magic
`);
    expect(lifted?.template).toEqual(['spec', 'jobTemplate', 'spec', 'template']);
    expect(lifted?.position(11, 13)).toEqual({ line: 17, column: 21 });
    expect(lifted?.position(3, 7)).toBeUndefined();
  });

  it('makes the Pod a PodTemplate', () => {
    const lifted = liftPod('apiVersion: v1\nkind: Pod\nspec:\n  hostPID: true\n', 'PodTemplate');
    expect(lifted?.yaml).toBe('apiVersion: v1\nkind: PodTemplate\ntemplate:\n  spec:\n    hostPID: true\n');
    expect(lifted?.position(4, 12)).toEqual({ line: 5, column: 14 });
  });

  it('cannot lift a Pod whose kind does not stand on a line of its own', () => {
    expect(liftPod('apiVersion: v1\n"kind": Pod\n', 'apps/Deployment')).toBeUndefined();
  });
});
