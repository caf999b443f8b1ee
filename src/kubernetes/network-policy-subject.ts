import { asList, asObject, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Selection } from '../core/lookup.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import { all, and, any, known, no, or, type Truth, unknown, yes } from '../core/truth.ts';
import { isEmptySelector } from './label-index.ts';
import type { Namespace } from './namespace.ts';
import { subjectPolicyKinds } from './network-policy-kinds.ts';
import { podLabels } from './pod-labels.ts';
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
  return calicoSelects(policy, namespace);
}

/** What of a namespace decides whether a policy selects its pods. */
export type LabelledNamespace = Pick<Namespace, 'name' | 'labels'>;

/** Whether a network policy of any kind selects the pods of a workload. */
export function selectsPods(policy: Resource, workload: Workload, namespace: LabelledNamespace): Truth {
  if (policy.namespace !== undefined && policy.namespace !== namespace.name) return no;
  const spec = asObject(policy.content['spec']);
  if (policy.kind === 'networking.k8s.io/NetworkPolicy') {
    return known(labelSelectorMatches(asObject(spec['podSelector']), podLabels(workload)));
  }
  if (subjectPolicyKinds.includes(policy.kind)) return subjectSelectsPods(policy, workload, namespace);
  if (policy.kind.startsWith('cilium.io/')) {
    return ciliumSelects(policy, namespace, { items: [workload], missing: undefined });
  }
  return calicoSelects(policy, namespace);
}

function subjectSelectsPods(policy: Resource, workload: Workload, namespace: LabelledNamespace): Truth {
  const subject = asObject(asObject(policy.content['spec'])['subject']);
  const pods = asObject(subject['pods']);
  const labels = labelsOf(namespace);
  return or(
    selectorSelects(subject['namespaces'], labels),
    and(
      selectorSelects(pods['namespaceSelector'], labels),
      known(isObject(pods['podSelector']) && labelSelectorMatches(pods['podSelector'], podLabels(workload))),
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
  const labels = new Map(podLabels(workload));
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

/** Calico's selectors are expressions; only those that select everything are understood. */
function calicoSelects(policy: Resource, namespace: LabelledNamespace): Truth {
  const spec = asObject(policy.content['spec']);
  return all(['selector', 'namespaceSelector', 'serviceAccountSelector'], (field) => {
    const expression = (asString(spec[field]) ?? '').trim();
    if (expression === '' || expression === 'all()') return yes;
    return unknown(
      `whether ${resourceTitle(policy)} selects pods of "${namespace.name}": its ${field} is not evaluated`,
    );
  });
}

/** Labels of which some are known. */
interface PartialLabels {
  readonly known: ReadonlyMap<string, string>;
  /** Why the input does not show a label that is not among the known; undefined if there is no such label. */
  whyHidden(key: string): string | undefined;
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
