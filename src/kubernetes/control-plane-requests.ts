import { asList, asObject, asString } from '../core/json.ts';
import { namespacedResource, writesOf } from './guarded-requests.ts';
import { labelSelectorMatches } from './selector.ts';
import type { ResourceRequest, Webhook } from './webhook.ts';

/** What the control plane writes in namespaces to keep the cluster going. */
export const controlPlaneRequests: readonly ResourceRequest[] = writesOf([
  namespacedResource('', 'pods'),
  namespacedResource('', 'endpoints'),
  namespacedResource('coordination.k8s.io', 'leases'),
  namespacedResource('discovery.k8s.io', 'endpointslices'),
]);

/** What nodes write of themselves, which no namespaceSelector leaves out. */
export const nodeRequests: readonly ResourceRequest[] = writesOf([
  { ...namespacedResource('', 'nodes'), isNamespaced: false },
]);

/** The API server sets this label of a namespace, and nobody can change it. */
export const namespaceNameLabel = 'kubernetes.io/metadata.name';

const kubeSystem: ReadonlyMap<string, string> = new Map([[namespaceNameLabel, 'kube-system']]);

/** True if the webhook is not called for kube-system, whatever other labels that namespace has. */
export function leavesOutKubeSystem({ content }: Webhook): boolean {
  const selector = asObject(content['namespaceSelector']);
  const name = asString(asObject(selector['matchLabels'])[namespaceNameLabel]);
  const byName = {
    matchLabels: name === undefined ? {} : { [namespaceNameLabel]: name },
    matchExpressions: asList(selector['matchExpressions']).filter(
      (entry) => asObject(entry)['key'] === namespaceNameLabel,
    ),
  };
  return !labelSelectorMatches(byName, kubeSystem);
}

/** True if a match condition of the webhook names the namespace or the users of the control plane. */
export function hasControlPlaneCondition({ content }: Webhook): boolean {
  return asList(content['matchConditions']).some((condition) =>
    /kube-system|system:/.test(asString(asObject(condition)['expression']) ?? ''),
  );
}
