import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../../core/json.ts';
import {
  holdsUnknownValue,
  recordingView,
  UnknownValue,
  UnknownValueRead,
  unrecorded,
} from '../../core/unknown-value.ts';
import { workloadKinds } from '../pod-template.ts';
import { defaulted, defaultedKinds } from './index.ts';

const newest = { targetVersion: { major: 1, minor: 36 } };
const unknown = new UnknownValue('a variable');

const container = {
  name: 'web',
  image: 'web',
  ports: [{ containerPort: 80, hostPort: 0 }],
  env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }],
  resources: { limits: { cpu: '1000m', 'hugepages-2Mi': '2Mi' }, requests: { memory: '0.5Gi' } },
  livenessProbe: { httpGet: { port: 80 } },
  lifecycle: { preStop: { httpGet: { port: 80 } } },
  securityContext: { seLinuxOptions: { type: '' } },
};
const term = { topologyKey: 'node', labelSelector: {}, matchLabelKeys: ['app'] };
const metadata = {
  name: 'a',
  labels: { app: 'web' },
  annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' },
};
const podSpec = {
  hostNetwork: true,
  serviceAccount: 'a',
  containers: [container],
  initContainers: [{ ...container, name: 'sidecar', restartPolicy: 'Always' }],
  volumes: [
    { name: 'a' },
    { name: 'b', projected: { sources: [{ serviceAccountToken: {} }] } },
    { name: 'c', image: {} },
  ],
  resources: { limits: { cpu: '2' } },
  affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
  topologySpreadConstraints: [term],
};
const template = { metadata, spec: podSpec };
const claim = {
  spec: { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' }, resources: { requests: { storage: 1 } } },
};
const webhook = { clientConfig: { service: { name: 's' } }, rules: [{ resources: ['pods'] }] };
const policy = { spec: { matchConstraints: { resourceRules: [{}] }, matchResources: { resourceRules: [{}] } } };
const binding = { roleRef: { kind: 'Role', name: 'r' }, subjects: [{ kind: 'User', name: 'u', apiGroup: '' }] };
const ports = [{ port: 80, targetPort: 0 }];

const contents: Readonly<Record<string, object>> = {
  Endpoints: { subsets: [{ ports, addresses: [{ targetRef: { uid: '' } }] }] },
  LimitRange: { spec: { limits: [{ type: 'Container', max: { cpu: 2 }, min: { memory: '1024Mi' } }] } },
  Namespace: { metadata, spec: { finalizers: ['own'] } },
  PersistentVolume: { spec: { capacity: { storage: '1024Gi' }, rbd: {} } },
  PersistentVolumeClaim: claim,
  Pod: template,
  PodTemplate: { template },
  ReplicationController: { spec: { template } },
  ResourceQuota: { spec: { hard: { cpu: '1000m' } } },
  Secret: { data: {} },
  Service: { spec: { type: 'LoadBalancer', ports, sessionAffinity: 'ClientIP' } },
  ServiceAccount: { secrets: [{ name: 's', kind: '' }] },
  'admissionregistration.k8s.io/MutatingAdmissionPolicy': policy,
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': policy,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': { webhooks: [webhook] },
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy': policy,
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': policy,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': { webhooks: [webhook] },
  'apps/DaemonSet': { spec: { template, updateStrategy: { type: 'OnDelete', rollingUpdate: {} } } },
  'apps/Deployment': { spec: { template, strategy: {} } },
  'apps/ReplicaSet': { spec: { template } },
  'apps/StatefulSet': { spec: { template, volumeClaimTemplates: [claim] } },
  'autoscaling/HorizontalPodAutoscaler': { spec: { behavior: { scaleUp: {} } } },
  'batch/CronJob': { spec: { jobTemplate: { spec: { template } } } },
  'batch/Job': { spec: { template, podFailurePolicy: { rules: [{ onPodConditions: [{}] }] } } },
  'discovery.k8s.io/EndpointSlice': { ports },
  'flowcontrol.apiserver.k8s.io/FlowSchema': { spec: {} },
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': { spec: { limited: { limitResponse: { queuing: {} } } } },
  'networking.k8s.io/Ingress': { spec: { rules: [{ host: '', http: { paths: [{ path: '' }] } }] } },
  'networking.k8s.io/IngressClass': { spec: { parameters: {} } },
  'networking.k8s.io/NetworkPolicy': { spec: { ingress: [{ ports: [{}] }], egress: [{}] } },
  'rbac.authorization.k8s.io/ClusterRoleBinding': binding,
  'rbac.authorization.k8s.io/RoleBinding': binding,
  'scheduling.k8s.io/PriorityClass': { globalDefault: false },
  'storage.k8s.io/CSIDriver': { spec: { volumeLifecycleModes: [] } },
  'storage.k8s.io/CSIStorageCapacity': { capacity: '1024Gi' },
  'storage.k8s.io/StorageClass': { provisioner: 'p' },
  'storage.k8s.io/VolumeAttachment': { spec: { source: { inlineVolumeSpec: { iscsi: {} } } } },
};

function sampleOf(kind: string): JsonObject {
  const slash = kind.indexOf('/');
  const apiVersion = slash === -1 ? 'v1' : `${kind.slice(0, slash)}/v1`;
  return { apiVersion, kind: kind.slice(slash + 1), ...contents[kind] };
}

/** Everything that may stand where something else is meant. */
const oddities: readonly unknown[] = [
  '',
  'x',
  0,
  -1,
  1.5,
  true,
  false,
  null,
  undefined,
  [],
  [null],
  {},
  { a: null },
  unknown,
];

/** A copy in which the values at some places, counted from the root on, are others. The root is no such place. */
function damaged(root: JsonObject, odds: ReadonlyMap<number, unknown>): JsonObject {
  let place = 0;
  function copyOf(value: unknown): unknown {
    place += 1;
    if (odds.has(place)) return odds.get(place);
    if (Array.isArray(value)) return value.map(copyOf);
    return isObject(value) && !(value instanceof UnknownValue) ? copyOfEach(value) : value;
  }
  function copyOfEach(object: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, copyOf(value)]));
  }
  return copyOfEach(root);
}

function deepFrozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || value instanceof UnknownValue) return value;
  for (const item of Object.values(value)) deepFrozen(item);
  return Object.freeze(value);
}

const damages = fc.array(fc.tuple(fc.integer({ min: 3, max: 150 }), fc.constantFrom(...oddities)), { maxLength: 12 });
const minors = fc.integer({ min: 31, max: 36 });

describe('defaulted', () => {
  it('knows every pod-bearing kind, and has a sample of every kind here', () => {
    expect(workloadKinds.filter((kind) => !defaultedKinds.includes(kind))).toEqual([]);
    expect(Object.keys(contents)).toEqual([...defaultedKinds]);
  });

  it.each(defaultedKinds)('adds to %s, once, without changing its input', (kind) => {
    const sample = deepFrozen(sampleOf(kind));
    const once = deepFrozen(defaulted(sample, newest));
    expect(once).not.toEqual(sample);
    expect(defaulted(once, newest)).toBe(once);
  });

  it.each(defaultedKinds)('neither throws on a damaged %s nor changes it twice', (kind) => {
    fc.assert(
      fc.property(damages, minors, (odds, minor) => {
        const target = { targetVersion: { major: 1, minor } };
        const once = deepFrozen(defaulted(deepFrozen(damaged(sampleOf(kind), new Map(odds))), target));
        expect(defaulted(once, target)).toBe(once);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves objects of other kinds, and what is no object of Kubernetes', () => {
    for (const object of [
      { apiVersion: 'example.com/v1', kind: 'Pod', spec: {} },
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { apiVersion: 1, kind: null },
      { kind: 'toString' },
      {},
    ]) {
      expect(defaulted(object, newest)).toBe(object);
    }
  });

  it('goes by the kind, in whatever version of its group', () => {
    const object = { apiVersion: 'extensions/v1beta1', kind: 'Ingress', spec: { rules: [{ host: '' }] } };
    expect(defaulted(object, newest)).toEqual({ ...object, spec: { rules: [{}] } });
  });

  it('shares what stays the same', () => {
    const annotations = { a: 'b' };
    const given = { apiVersion: 'v1', kind: 'Pod', metadata: { annotations }, spec: { nodeSelector: { a: 'b' } } };
    const result = defaulted(given, newest);
    expect(result['metadata']).toBe(given.metadata);
    expect(result['spec']).toHaveProperty('nodeSelector', given.spec.nodeSelector);
  });

  it('keeps unknown values, and guards them where the input does', () => {
    const object = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', image: unknown }] } };
    const plain = defaulted(object, newest);
    expect(plain['spec']).toMatchObject({ containers: [{ image: unknown, imagePullPolicy: unknown }] });
    const view = recordingView(object);
    const guarded = defaulted(view, newest);
    expect(unrecorded(guarded)).toEqual(plain);
    expect(holdsUnknownValue(unrecorded(guarded))).toBe(true);
    expect(() => JSON.stringify(guarded)).toThrow(UnknownValueRead);
    expect(defaulted(guarded, newest)).toBe(guarded);
  });
});
