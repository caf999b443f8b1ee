import { asList, asObject, asString } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { textMap } from './resource.ts';

const BOOTSTRAP_LABEL = 'kubernetes.io/bootstrapping';

/**
 * The rules with a wildcard that the cluster roles of a fresh 1.36 cluster hold, as `verbs apiGroups resources URLs`.
 * A role of theirs with any other wildcard was altered.
 */
const WILDCARD_RULES: ReadonlyMap<string, readonly string[]> = new Map([
  ['cluster-admin', ['*|*|*|', '*|||*']],
  ['system:controller:disruption-controller', ['get|*|*/scale|']],
  ['system:controller:generic-garbage-collector', ['delete,get,list,patch,update,watch|*|*|']],
  [
    'system:controller:horizontal-pod-autoscaler',
    ['get,update|*|*/scale|', 'get,list,watch|custom.metrics.k8s.io|*|', 'get,list,watch|external.metrics.k8s.io|*|'],
  ],
  ['system:controller:namespace-controller', ['delete,deletecollection,get,list,watch|*|*|']],
  ['system:controller:resourcequota-controller', ['list,watch|*|*|']],
  ['system:kube-controller-manager', ['list,watch|*|*|']],
  [
    'system:kubelet-api-admin',
    ['*||nodes/log,nodes/metrics,nodes/proxy,nodes/stats|', '*||nodes/configz,nodes/healthz,nodes/pods|'],
  ],
]);

/** True for a ClusterRole that every cluster has, unless it was given a wildcard that the release does not have. */
export function isBuiltInRole(resource: Resource): boolean {
  const labels = textMap(asObject(resource.content['metadata'])['labels']);
  if (labels.get(BOOTSTRAP_LABEL) !== 'rbac-defaults') return false;
  const shipped = WILDCARD_RULES.get(resource.name) ?? [];
  return asList(resource.content['rules'])
    .map(ruleKey)
    .every((key) => !key.includes('*') || shipped.includes(key));
}

function ruleKey(value: unknown): string {
  const rule = asObject(value);
  return ['verbs', 'apiGroups', 'resources', 'nonResourceURLs']
    .map((field) =>
      asList(rule[field])
        .map((entry) => asString(entry) ?? '')
        .toSorted()
        .join(','),
    )
    .join('|');
}
