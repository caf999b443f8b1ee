import { asList, asObject, isObject, type JsonObject, valueAt } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { templatePathsOf } from './pod-template.ts';

/** A mapping of labels, or a selector that asks for equal labels. */
export interface LabelMap {
  readonly labels: JsonObject;
  readonly path: Path;
}

/** Kinds whose `spec.selector` is a plain mapping of labels. */
const PLAIN_SELECTORS: ReadonlySet<string> = new Set(['Service', 'ReplicationController']);

/** Stands for every entry of a list. */
const EACH = '*';

const WEBHOOK_SELECTORS = [
  ['webhooks', EACH, 'namespaceSelector'],
  ['webhooks', EACH, 'objectSelector'],
];
const POLICY_SELECTORS = [
  ['spec', 'matchConstraints', 'namespaceSelector'],
  ['spec', 'matchConstraints', 'objectSelector'],
];
const POLICY_BINDING_SELECTORS = [
  ['spec', 'matchResources', 'namespaceSelector'],
  ['spec', 'matchResources', 'objectSelector'],
  ['spec', 'paramRef', 'selector'],
];

/** Kinds with LabelSelectors (meta/v1), and where. */
const SELECTORS: ReadonlyMap<string, readonly Path[]> = new Map([
  ['PersistentVolumeClaim', [['spec', 'selector']]],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicy', POLICY_SELECTORS],
  ['admissionregistration.k8s.io/MutatingAdmissionPolicyBinding', POLICY_BINDING_SELECTORS],
  ['admissionregistration.k8s.io/MutatingWebhookConfiguration', WEBHOOK_SELECTORS],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicy', POLICY_SELECTORS],
  ['admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', POLICY_BINDING_SELECTORS],
  ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', WEBHOOK_SELECTORS],
  ['apps/DaemonSet', [['spec', 'selector']]],
  ['apps/Deployment', [['spec', 'selector']]],
  ['apps/ReplicaSet', [['spec', 'selector']]],
  [
    'apps/StatefulSet',
    [
      ['spec', 'selector'],
      ['spec', 'volumeClaimTemplates', EACH, 'spec', 'selector'],
    ],
  ],
  ['batch/CronJob', [['spec', 'jobTemplate', 'spec', 'selector']]],
  ['batch/Job', [['spec', 'selector']]],
  [
    'networking.k8s.io/NetworkPolicy',
    [
      ['spec', 'podSelector'],
      ['spec', 'ingress', EACH, 'from', EACH, 'podSelector'],
      ['spec', 'ingress', EACH, 'from', EACH, 'namespaceSelector'],
      ['spec', 'egress', EACH, 'to', EACH, 'podSelector'],
      ['spec', 'egress', EACH, 'to', EACH, 'namespaceSelector'],
    ],
  ],
  ['policy/PodDisruptionBudget', [['spec', 'selector']]],
  ['rbac.authorization.k8s.io/ClusterRole', [['aggregationRule', 'clusterRoleSelectors', EACH]]],
]);

/** Kinds that hold templates of other objects than pods, and where the labels of those are. */
const TEMPLATE_LABELS: ReadonlyMap<string, Path> = new Map([
  ['apps/StatefulSet', ['spec', 'volumeClaimTemplates', EACH, 'metadata', 'labels']],
  ['batch/CronJob', ['spec', 'jobTemplate', 'metadata', 'labels']],
]);

/** The terms of a pod spec's affinity that have LabelSelectors. */
const AFFINITY_TERMS = ['podAffinity', 'podAntiAffinity'].flatMap((field) => [
  ['affinity', field, 'requiredDuringSchedulingIgnoredDuringExecution', EACH],
  ['affinity', field, 'preferredDuringSchedulingIgnoredDuringExecution', EACH, 'podAffinityTerm'],
]);

/** A label that a selector asks for by an expression. */
export interface LabelRequirement {
  readonly content: JsonObject;
  readonly path: Path;
}

/** What an object says in labels. */
export interface Labels {
  /** The labels of the object and of its templates, and the equal labels that its selectors ask for. */
  readonly maps: readonly LabelMap[];
  /** The expressions of its selectors. */
  readonly requirements: readonly LabelRequirement[];
}

/** All that an object says in labels, where it is well-formed. */
export function labelsOf(resource: Resource): Labels {
  const { kind, content } = resource;
  const maps: LabelMap[] = [];
  const requirements: LabelRequirement[] = [];

  function look(path: Path): void {
    const labels = valueAt(content, path);
    if (isObject(labels)) maps.push({ labels, path });
  }

  look(OWN_LABELS);
  for (const template of templatePathsOf(resource)) {
    if (template.length > 0) look([...template, 'metadata', 'labels']);
    look([...template, 'spec', 'nodeSelector']);
  }
  const ofTemplates = TEMPLATE_LABELS.get(kind);
  if (ofTemplates !== undefined) for (const path of expand(content, ofTemplates)) look(path);
  if (PLAIN_SELECTORS.has(kind)) look(PLAIN_SELECTOR);
  for (const path of selectorPaths(resource)) {
    const { matchLabels, matchExpressions } = asObject(valueAt(content, path));
    if (isObject(matchLabels)) maps.push({ labels: matchLabels, path: [...path, 'matchLabels'] });
    for (const [index, entry] of asList(matchExpressions).entries()) {
      requirements.push({ content: asObject(entry), path: [...path, 'matchExpressions', index] });
    }
  }
  return { maps, requirements };
}

const OWN_LABELS: Path = ['metadata', 'labels'];
const PLAIN_SELECTOR: Path = ['spec', 'selector'];

/** Where an object, or a template of pods in it, has LabelSelectors. */
function selectorPaths(resource: Resource): Path[] {
  const { kind, content } = resource;
  const paths: Path[] = [];
  for (const pattern of SELECTORS.get(kind) ?? []) for (const path of expand(content, pattern)) paths.push(path);
  for (const template of templatePathsOf(resource)) {
    for (const path of podSelectorPaths(content, [...template, 'spec'])) paths.push(path);
  }
  return paths;
}

function podSelectorPaths(content: JsonObject, at: Path): Path[] {
  const pod = asObject(valueAt(content, at));
  const paths: Path[] = [];
  if (isObject(pod['affinity'])) {
    for (const term of AFFINITY_TERMS.flatMap((pattern) => expand(pod, pattern))) {
      paths.push([...at, ...term, 'labelSelector'], [...at, ...term, 'namespaceSelector']);
    }
  }
  for (const index of asList(pod['topologySpreadConstraints']).keys()) {
    paths.push([...at, 'topologySpreadConstraints', index, 'labelSelector']);
  }
  return paths;
}

/** The paths that a pattern means in an object. */
function expand(content: JsonObject, pattern: Path): Path[] {
  const each = pattern.indexOf(EACH);
  if (each === -1) return [pattern];
  const list = pattern.slice(0, each);
  const rest = pattern.slice(each + 1);
  return [...asList(valueAt(content, list)).entries()].flatMap(([index, entry]) => {
    const at = [...list, index];
    return rest.length === 0 ? [at] : expand(asObject(entry), rest).map((path) => [...at, ...path]);
  });
}
