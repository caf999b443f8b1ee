import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { podTemplatePaths, workloadKinds } from '../pod-template.ts';
import { workload } from '../workload.ts';
import { examplePod, server } from './check-example.ts';
import { meetsLevel } from './workload-level.ts';

/** An object of a pod-bearing kind whose pods are the given one. */
function objectOf(kind: string, pod: JsonObject): JsonObject {
  const [name = '', group = ''] = kind.split('/').toReversed();
  let content = pod;
  for (const field of (podTemplatePaths.get(kind) ?? []).toReversed()) content = { [String(field)]: content };
  return { metadata: { name: 'shop' }, ...content, apiVersion: group === '' ? 'v1' : `${group}/v1`, kind: name };
}

/** Level, next level, and the checks that keep from it with the paths of their fields. */
function levelOf(kind: string, pod: JsonObject, minor = 36): unknown[] {
  const [view, ...rest] = workload.enumerate(inventoryOfObjects([objectOf(kind, pod)]));
  if (view === undefined || rest.length > 0) throw new Error(`${kind} is not one workload`);
  const { level, next, violations } = meetsLevel(view, server(minor));
  return [
    level,
    next,
    ...violations.map(({ check, places }) => [check, ...places.map(({ path }) => formatPath(path))]),
  ];
}

describe('meetsLevel', () => {
  it.each(workloadKinds)('tells the level of a %s, and what keeps it from the next', (kind) => {
    const template = podTemplatePaths.get(kind) ?? [];
    const at = (...path: (string | number)[]) => formatPath([...template, ...path]);
    expect(levelOf(kind, examplePod())).toEqual(['restricted', undefined]);
    const root = examplePod({ podSecurityContext: { runAsUser: 0 } });
    expect(levelOf(kind, root)).toEqual([
      'baseline',
      'restricted',
      ['runAsUser', at('spec', 'securityContext', 'runAsUser')],
    ]);
    const key = 'container.apparmor.security.beta.kubernetes.io/web';
    const wrong = examplePod({ annotations: { [key]: 'unconfined' }, spec: { hostPID: true } });
    expect(levelOf(kind, wrong)).toEqual([
      'privileged',
      'baseline',
      ['appArmorProfile', at('metadata', 'annotations', key)],
      ['hostNamespaces', at('spec', 'hostPID')],
    ]);
  });

  it('judges templates as the pods that they make', () => {
    const pod = examplePod({ container: { ports: [{ containerPort: 80 }] }, spec: { hostNetwork: true } });
    expect(levelOf('batch/Job', pod)).toEqual([
      'privileged',
      'baseline',
      ['hostNamespaces', 'spec.template.spec.hostNetwork'],
      ['hostPorts', 'spec.template.spec.hostNetwork'],
    ]);
  });

  it('judges by the target version', () => {
    const pod = examplePod({ podSecurityContext: { runAsUser: 0 }, spec: { hostUsers: false } });
    expect(levelOf('Pod', pod, 35)[0]).toBe('restricted');
    expect(levelOf('Pod', pod, 34)[0]).toBe('baseline');
  });
});
