import type { RequestedResource } from './admission-rule.ts';
import type { ResourceRequest } from './webhook.ts';

/** A namespaced resource as such, without a subresource. */
export function namespacedResource(group: string, resource: string): RequestedResource {
  return { group, resource, subresource: '', isNamespaced: true };
}

/** Pods and what makes them, by their resources. */
export const podBearingResources: readonly RequestedResource[] = [
  namespacedResource('', 'pods'),
  namespacedResource('', 'replicationcontrollers'),
  namespacedResource('apps', 'daemonsets'),
  namespacedResource('apps', 'deployments'),
  namespacedResource('apps', 'replicasets'),
  namespacedResource('apps', 'statefulsets'),
  namespacedResource('batch', 'cronjobs'),
  namespacedResource('batch', 'jobs'),
];

/** What creates or changes each of the resources. */
export function writesOf(resources: readonly RequestedResource[]): ResourceRequest[] {
  return resources.flatMap((requested) => [
    { requested, operation: 'CREATE' },
    { requested, operation: 'UPDATE' },
  ]);
}

const connections: readonly ResourceRequest[] = [
  ...['attach', 'exec', 'portforward', 'proxy'].map((subresource) => ({
    ...namespacedResource('', 'pods'),
    subresource,
  })),
  { ...namespacedResource('', 'services'), subresource: 'proxy' },
].map((requested) => ({ requested, operation: 'CONNECT' }));

/** The requests that security policies are there for: who runs what, who may do what, what is open to whom. */
export const guardedRequests: readonly ResourceRequest[] = [
  ...writesOf(podBearingResources),
  ...writesOf([
    namespacedResource('rbac.authorization.k8s.io', 'rolebindings'),
    { ...namespacedResource('rbac.authorization.k8s.io', 'clusterrolebindings'), isNamespaced: false },
    namespacedResource('', 'services'),
    namespacedResource('networking.k8s.io', 'ingresses'),
  ]),
  ...connections,
];
