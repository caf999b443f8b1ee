import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Selection } from '../core/lookup.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import { all, and, any, known, no, or, type Truth, unknown, yes } from '../core/truth.ts';
import { labelsOfEveryPod } from './given-label.ts';
import { isEmptySelector } from './label-index.ts';
import type { Namespace } from './namespace.ts';
import { type CalicoSelector, calicoSelector } from './network/calico-selector.ts';
import { subjectPolicyKinds } from './network-policy-kinds.ts';
import type { PartialLabels } from './partial-labels.ts';
import { labelSelectorMatches } from './selector.ts';
import type { Workload } from './workload.ts';

/** The label by which the API server gives every namespace its own name. */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';
const CILIUM_NAMESPACE = 'io.kubernetes.pod.namespace';
const CILIUM_NAMESPACE_LABEL = 'io.cilium.k8s.namespace.labels.';
const CILIUM_SERVICE_ACCOUNT = 'io.cilium.k8s.policy.serviceaccount';
const CILIUM_CLUSTER = 'io.cilium.k8s.policy.cluster';

/**
 * Whether a network policy applies to a namespace. One that lies in a namespace applies to it, whichever of its pods it
 * selects. One of the cluster applies where it selects pods: one of policy.networking.k8s.io by its subject, one of Cilium
 * by its endpoint selectors, one of Calico by its selectors. `workloads` are those of the namespace that a policy can reach.
 */
export function appliesTo(policy: Resource, namespace: Namespace, workloads: Selection<Workload>): Truth {
  if (policy.namespace !== undefined) return known(policy.namespace === namespace.name);
  if (subjectPolicyKinds.includes(policy.kind)) return selectsNamespace(policy, namespace);
  if (policy.kind === 'cilium.io/CiliumClusterwideNetworkPolicy') return ciliumSelects(policy, namespace, workloads);
  return calicoSelects(policy, namespace, workloads);
}

/** What of a namespace decides whether a policy selects its pods. */
export type LabelledNamespace = Pick<Namespace, 'name' | 'labels'>;

/** Whether a network policy of any kind selects the pods of a workload. */
export function selectsPods(policy: Resource, workload: Workload, namespace: LabelledNamespace): Truth {
  if (policy.namespace !== undefined && policy.namespace !== namespace.name) return no;
  const spec = asObject(policy.content['spec']);
  if (policy.kind === 'networking.k8s.io/NetworkPolicy') {
    return known(labelSelectorMatches(asObject(spec['podSelector']), labelsOfEveryPod(workload)));
  }
  if (subjectPolicyKinds.includes(policy.kind)) return subjectSelectsPods(policy, workload, namespace);
  const only = { items: [workload], missing: undefined };
  return policy.kind.startsWith('cilium.io/')
    ? ciliumSelects(policy, namespace, only)
    : calicoSelects(policy, namespace, only);
}

function subjectSelectsPods(policy: Resource, workload: Workload, namespace: LabelledNamespace): Truth {
  const subject = asObject(asObject(policy.content['spec'])['subject']);
  const pods = asObject(subject['pods']);
  const labels = labelsOf(namespace);
  return or(
    selectorSelects(subject['namespaces'], labels),
    and(
      selectorSelects(pods['namespaceSelector'], labels),
      known(isObject(pods['podSelector']) && labelSelectorMatches(pods['podSelector'], labelsOfEveryPod(workload))),
    ),
  );
}

/** Whether the `spec.subject` of a policy chooses a namespace: whole, or pods in it. */
export function selectsNamespace(policy: Resource, namespace: LabelledNamespace): Truth {
  const subject = asObject(asObject(policy.content['spec'])['subject']);
  const labels = labelsOf(namespace);
  return or(
    selectorSelects(subject['namespaces'], labels),
    selectorSelects(asObject(subject['pods'])['namespaceSelector'], labels),
  );
}

/** Whether the `spec.subject` of a policy chooses every pod of a namespace. */
export function selectsWholeNamespace(policy: Resource, namespace: LabelledNamespace): Truth {
  const subject = asObject(asObject(policy.content['spec'])['subject']);
  const { namespaceSelector, podSelector } = asObject(subject['pods']);
  const labels = labelsOf(namespace);
  return or(
    selectorSelects(subject['namespaces'], labels),
    isEmptySelector(podSelector) ? selectorSelects(namespaceSelector, labels) : no,
  );
}

/** The labels of a namespace, its name among them. */
function labelsOf(namespace: LabelledNamespace): PartialLabels {
  return {
    known: new Map(namespace.labels).set(NAMESPACE_NAME, namespace.name),
    whyHidden: () => (namespace.labels === undefined ? labelsMissing(namespace) : undefined),
  };
}

/** One endpoint selector in `spec`, and one in each of `specs`; a policy for nodes has none. */
function ciliumSelects(policy: Resource, namespace: LabelledNamespace, workloads: Selection<Workload>): Truth {
  const specs = [policy.content['spec'], ...asList(policy.content['specs'])];
  return any(specs, (spec) => {
    const selector = asObject(spec)['endpointSelector'];
    if (!isObject(selector)) return no;
    if (requirementsOf(selector).length === 0) return yes;
    const selected = any(workloads.items, (workload) => endpointSelectorSelects(selector, namespace, workload));
    return or(selected, workloads.missing === undefined ? no : unknown(workloads.missing.what));
  });
}

/** Whether an endpoint selector of Cilium selects the pods of a workload in a namespace. */
export function endpointSelectorSelects(selector: JsonObject, namespace: LabelledNamespace, workload: Workload): Truth {
  return selectorSelects(selector, ciliumLabels(namespace, workload));
}

/** The labels by which Cilium knows the pods of a workload. */
function ciliumLabels(namespace: LabelledNamespace, workload: Workload): PartialLabels {
  const labels = new Map(labelsOfEveryPod(workload));
  for (const [key, value] of namespace.labels ?? []) labels.set(CILIUM_NAMESPACE_LABEL + key, value);
  labels.set(CILIUM_NAMESPACE_LABEL + NAMESPACE_NAME, namespace.name);
  labels.set(CILIUM_NAMESPACE, namespace.name);
  labels.set(CILIUM_SERVICE_ACCOUNT, workload.serviceAccountName);
  return {
    known: labels,
    whyHidden(key) {
      if (key === CILIUM_CLUSTER) return 'the name that Cilium has for the cluster is not among the inputs';
      const isHidden = namespace.labels === undefined && key.startsWith(CILIUM_NAMESPACE_LABEL);
      return isHidden ? labelsMissing(namespace) : undefined;
    },
  };
}

const CALICO_FIELDS = ['selector', 'namespaceSelector', 'serviceAccountSelector'] as const;

type CalicoField = (typeof CALICO_FIELDS)[number];

const calicoSelectors = new WeakMap<Resource, ReadonlyMap<CalicoField, CalicoSelector | undefined>>();

/** The selectors of a policy of Calico, read once; undefined where one is not understood. An empty one selects all. */
function calicoSelectorsOf(policy: Resource): ReadonlyMap<CalicoField, CalicoSelector | undefined> {
  const spec = asObject(policy.content['spec']);
  const selectors =
    calicoSelectors.get(policy) ??
    new Map(CALICO_FIELDS.map((field) => [field, calicoSelector(asString(spec[field])?.trim() || 'all()')]));
  calicoSelectors.set(policy, selectors);
  return selectors;
}

function calicoSelects(policy: Resource, namespace: LabelledNamespace, workloads: Selection<Workload>): Truth {
  const selectors = calicoSelectorsOf(policy);
  const why = (field: CalicoField): string =>
    `whether ${resourceTitle(policy)} selects pods of "${namespace.name}": its ${field} is not evaluated`;
  const select = (field: CalicoField, labels: PartialLabels): Truth =>
    selectors.get(field)?.(labels) ?? unknown(why(field));
  const nothing = (field: CalicoField): PartialLabels => ({ known: new Map(), whyHidden: () => why(field) });
  const ofAccounts = select('serviceAccountSelector', nothing('serviceAccountSelector'));
  const ofNamespace = select('namespaceSelector', calicoNamespaceLabels(namespace));
  const withoutPods = select('selector', nothing('selector'));
  // One that asks for no label selects the pods that are still to come, too.
  if (withoutPods.is !== 'unknown') return and(ofAccounts, ofNamespace, withoutPods);
  const selected = any(workloads.items, (workload) => select('selector', calicoLabels(namespace, workload)));
  const others = workloads.missing === undefined ? no : unknown(workloads.missing.what);
  return and(ofAccounts, ofNamespace, or(selected, others));
}

/** The labels by which Calico knows a namespace. */
function calicoNamespaceLabels(namespace: LabelledNamespace): PartialLabels {
  const labels = labelsOf(namespace);
  return { ...labels, known: new Map(labels.known).set('projectcalico.org/name', namespace.name) };
}

/** The labels by which Calico knows the pods of a workload. */
function calicoLabels(namespace: LabelledNamespace, workload: Workload): PartialLabels {
  const labels = new Map(labelsOfEveryPod(workload))
    .set('projectcalico.org/namespace', namespace.name)
    .set('projectcalico.org/orchestrator', 'k8s')
    .set('projectcalico.org/serviceaccount', workload.serviceAccountName);
  return { known: labels, whyHidden: () => undefined };
}

/** Whether a label selector selects; an absent one selects nothing. */
function selectorSelects(selector: unknown, labels: PartialLabels): Truth {
  if (!isObject(selector)) return no;
  return all(requirementsOf(selector), (requirement) => {
    const key = withoutSource(asString(requirement['key']) ?? '');
    const reason = labels.known.has(key) ? undefined : labels.whyHidden(key);
    if (reason !== undefined) return unknown(reason);
    return known(labelSelectorMatches({ matchExpressions: [{ ...requirement, key }] }, labels.known));
  });
}

/** What a label selector requires, all as `matchExpressions` say it. */
function requirementsOf(selector: JsonObject): JsonObject[] {
  return [
    ...Object.entries(asObject(selector['matchLabels'])).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...asList(selector['matchExpressions']).map(asObject),
  ];
}

/** Cilium may write the source of a label before its key: `k8s:app`, `any:app`. No other key holds a colon. */
function withoutSource(key: string): string {
  return key.replace(/^(?:k8s|any):/, '');
}

function labelsMissing(namespace: LabelledNamespace): string {
  return `no Namespace "${namespace.name}" is among the inputs`;
}
