import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { podTemplatePaths, workloadKinds } from './pod-template.ts';
import { type Workload, workload, workloadsIn, workloadsOf as workloadsOfResource } from './workload.ts';

function workloadsOf(...objects: readonly JsonObject[]): Workload[] {
  return [...workload.enumerate(inventoryOfObjects(objects))];
}

function podWith(spec: unknown, more: JsonObject = {}): Workload {
  const [pod] = workloadsOf({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec,
    ...more,
  });
  if (pod === undefined) throw new Error('no workload');
  return pod;
}

/** An object of a pod-bearing kind whose pods have the given spec and labels. */
function objectOf(kind: string, spec: JsonObject, labels: JsonObject): JsonObject {
  const [name = '', group = ''] = kind.split('/').toReversed();
  let content: JsonObject = { metadata: { labels }, spec };
  for (const field of (podTemplatePaths.get(kind) ?? []).toReversed()) content = { [String(field)]: content };
  const metadata = { name: kind, labels: kind === 'Pod' ? labels : {} };
  return { ...content, apiVersion: group === '' ? 'v1' : `${group}/v1`, kind: name, metadata };
}

const templatePaths = [
  ['Pod', []],
  ['PodTemplate', ['template']],
  ['ReplicationController', ['spec', 'template']],
  ['apps/DaemonSet', ['spec', 'template']],
  ['apps/Deployment', ['spec', 'template']],
  ['apps/ReplicaSet', ['spec', 'template']],
  ['apps/StatefulSet', ['spec', 'template']],
  ['batch/CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['batch/Job', ['spec', 'template']],
] as const;

describe('workload', () => {
  it.each(templatePaths)('finds the pods of a %s', (kind, template) => {
    const [view, ...rest] = workloadsOf(objectOf(kind, { hostPID: true }, { app: 'web' }));
    expect(rest).toEqual([]);
    expect(view?.pod).toEqual({ hostPID: true });
    expect(view?.podMetadata['labels']).toEqual({ app: 'web' });
    expect(view?.at('hostPID').path).toEqual([...template, 'spec', 'hostPID']);
    expect(view?.factRoot).toEqual(template);
    expect(view?.reference).toMatchObject({ kind, name: kind, namespace: 'default' });
    expect(view?.anchor).toEqual({ resource: view?.resource, path: [] });
  });

  it('knows no other kinds', () => {
    expect(workloadKinds).toEqual(templatePaths.map(([kind]) => kind));
    expect(workloadsOf({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } })).toEqual([]);
  });

  it('goes by the name that reports use', () => {
    expect(workload.name).toBe('workload');
  });

  it('covers the pod-bearing kinds', () => {
    const inventory = inventoryOfObjects([
      { apiVersion: 'apps/v1', kind: 'Deployment' },
      { apiVersion: 'v1', kind: 'Service' },
    ]);
    expect(inventory.resources.map((resource) => workload.covers(resource))).toEqual([true, false]);
  });

  it('lists in reading order', () => {
    const views = workloadsOf(
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'c' } },
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'b' } },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } },
    );
    expect(views.map((view) => view.resource.name)).toEqual(['c', 'b', 'a']);
  });

  it.each([[undefined], [null], ['text'], [[]]])('reads the spec %j as an empty one', (spec) => {
    const pod = podWith(spec);
    expect(pod.pod).toEqual({});
    expect(pod.securityContext).toEqual({});
    expect(pod.containers).toEqual([]);
    expect(pod.volumes).toEqual([]);
    expect(pod.projectedTokens).toEqual([]);
  });

  it('reads absent and odd pod metadata as empty', () => {
    expect(podWith({}, { metadata: null }).podMetadata).toEqual({});
    expect(podWith({}, { metadata: null }).namespace).toBe('default');
  });

  it('reads its content only once', () => {
    const pod = podWith({ containers: [{ name: 'a' }], volumes: [{ name: 'b' }] });
    expect(pod.containers).toBe(pod.containers);
    expect(pod.volumes).toBe(pod.volumes);
    expect(pod.projectedTokens).toBe(pod.projectedTokens);
  });

  it('has the security context of the pod', () => {
    expect(podWith({ securityContext: { runAsUser: 7 } }).securityContext).toEqual({ runAsUser: 7 });
  });

  it.each<[JsonObject, boolean]>([
    [{}, true],
    [{ os: null }, true],
    [{ os: {} }, true],
    [{ os: { name: 'linux' } }, true],
    [{ os: { name: 'Windows' } }, true],
    [{ os: { name: 'windows' } }, false],
    [{ nodeSelector: { 'kubernetes.io/os': 'windows' } }, true],
  ])('takes the pod %j for Linux: %j', (spec, expected) => {
    expect(podWith(spec).isLinux).toBe(expected);
  });

  it.each<[JsonObject, string, string]>([
    [{}, 'default', 'serviceAccountName'],
    [{ serviceAccountName: 'web' }, 'web', 'serviceAccountName'],
    [{ serviceAccount: 'web' }, 'web', 'serviceAccount'],
    [{ serviceAccountName: 'web', serviceAccount: 'old' }, 'web', 'serviceAccountName'],
    [{ serviceAccountName: '', serviceAccount: 'old' }, 'old', 'serviceAccount'],
    [{ serviceAccountName: null, serviceAccount: 'old' }, 'old', 'serviceAccount'],
    [{ serviceAccountName: '' }, 'default', 'serviceAccountName'],
    [{ serviceAccountName: 7 }, 'default', 'serviceAccountName'],
    [{ serviceAccount: '' }, 'default', 'serviceAccountName'],
  ])('reads the account of %j as %s in %s', (spec, name, field) => {
    const pod = podWith(spec);
    expect([pod.serviceAccountName, pod.serviceAccountField]).toEqual([name, field]);
  });

  it('names its owner', () => {
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } };
    const metadata = {
      name: 'web-1',
      namespace: 'shop',
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', controller: true }],
    };
    const [owner, pod] = workloadsOf(deployment, { apiVersion: 'v1', kind: 'Pod', metadata });
    expect(pod?.owner).toMatchObject({ kind: 'apps/Deployment', namespace: 'shop', name: 'web' });
    expect(owner?.owner).toBeUndefined();
  });
});

describe('workloadsIn', () => {
  it('gives the workloads of a namespace, grouped once for an inventory', () => {
    const inventory = inventoryOfObjects([
      { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'report', namespace: 'shop' } },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'other', namespace: 'jobs' } },
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' } },
    ]);
    expect(workloadsIn('shop', inventory).map(({ resource }) => resource.name)).toEqual(['report', 'web']);
    expect(workloadsIn('shop', inventory)).toBe(workloadsIn('shop', inventory));
    expect(workloadsIn('empty', inventory)).toEqual([]);
    expect(workloadsIn('shop', inventoryOfObjects([]))).toEqual([]);
  });
});

describe('custom resources', () => {
  const rollout = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { replicas: 2, template: { spec: { hostIPC: true, containers: [{ name: 'web', image: 'web:1' }] } } },
  };

  it('are workloads where they hold a pod template, found by its shape', () => {
    const [judged, ...others] = workloadsOf(rollout);
    expect(others).toEqual([]);
    expect(judged?.reference).toMatchObject({ kind: 'argoproj.io/Rollout', namespace: 'shop', name: 'web' });
    expect(judged?.at('hostIPC').path).toEqual(['spec', 'template', 'spec', 'hostIPC']);
    expect(judged?.factRoot).toEqual(['spec', 'template']);
    expect(judged?.containers.map((entry) => entry.image)).toEqual(['web:1']);
  });

  it('are several workloads where they hold several templates, whose facts keep their whole paths', () => {
    const template = { spec: { containers: [{ name: 'ray', image: 'ray:2' }] } };
    const cluster = {
      apiVersion: 'ray.io/v1',
      kind: 'RayCluster',
      metadata: { name: 'ml' },
      spec: { headGroupSpec: { template }, workerGroupSpecs: [{ template }] },
    };
    const judged = workloadsOf(cluster);
    expect(judged.map((entry) => entry.at().path)).toEqual([
      ['spec', 'headGroupSpec', 'template', 'spec'],
      ['spec', 'workerGroupSpecs', 0, 'template', 'spec'],
    ]);
    expect(judged.map((entry) => entry.factRoot)).toEqual([[], []]);
  });

  it('need no containers where a field of theirs belongs to pods only', () => {
    const [judged] = workloadsOf({ ...rollout, spec: { template: { spec: { hostIPC: true } } } });
    expect(judged?.pod).toEqual({ hostIPC: true });
  });

  it('are none without containers, below the deepest level, or in a group of Kubernetes itself', () => {
    const buried = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].reduce<unknown>(
      (inner, key) => ({ [key]: inner }),
      rollout.spec,
    );
    expect(workloadsOf({ ...rollout, spec: { template: { spec: { containers: [] } } } })).toEqual([]);
    expect(workloadsOf({ ...rollout, spec: buried })).toEqual([]);
    expect(workloadsOf({ ...rollout, apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' })).toEqual([]);
  });

  it.each([
    ['kyverno.io/v1', 'ClusterPolicy', false],
    ['policies.kyverno.io/v1', 'MutatingPolicy', false],
    ['mutations.gatekeeper.sh/v1', 'Assign', false],
    ['constraints.gatekeeper.sh/v1beta1', 'K8sPods', false],
    ['policies.kubewarden.io/v1', 'ClusterAdmissionPolicy', false],
    ['notkyverno.io/v1', 'ClusterPolicy', true],
  ])('describe the pods that a policy holds others to in %s %s, and not their own', (apiVersion, kind, expected) => {
    const pattern = { spec: { containers: [{ name: '*', securityContext: { privileged: false } }] } };
    const policy = { apiVersion, kind, metadata: { name: 'pods' }, spec: { rules: [{ validate: { pattern } }] } };
    expect(workloadsOf(policy).length > 0).toBe(expected);
  });

  it.each(['sparkoperator.k8s.io/v1beta2', 'agents.x-k8s.io/v1alpha1'])(
    'of the group %s may hold pods',
    (apiVersion) => {
      expect(workloadsOf({ ...rollout, apiVersion, kind: 'SparkApplication' })).toHaveLength(1);
    },
  );

  it('are found by the views of one resource, too', () => {
    const inventory = inventoryOfObjects([rollout]);
    const [resource] = inventory.resources;
    if (resource === undefined) throw new Error('no resource');
    expect(workloadsOfResource(resource, inventory)).toHaveLength(1);
  });
});
