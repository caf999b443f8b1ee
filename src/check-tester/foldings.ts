/**
 * "One fact, one finding": chains in which each check covers those behind it, where they say the same of one field,
 * container, rule or namespace.
 */
const chains: readonly (readonly string[])[] = [
  ['container-runtime-socket', 'host-path-sensitive', 'host-path-volume', 'restricted-volume-type'],
  ['host-network', 'host-port'],
  ['run-as-user-root', 'runs-as-root', 'run-as-non-root'],
  ['capabilities-dangerous', 'capabilities-beyond-baseline', 'capabilities-beyond-restricted'],
  ['proc-mount-unmasked', 'proc-mount-not-default'],
  ['linux-hardening-missing', 'apparmor-missing'],
  ['seccomp-unconfined', 'seccomp-missing'],
  ['image-tag-latest', 'image-digest-missing'],
  ['rbac-cluster-admin-equivalent', 'rbac-wildcard'],
  ['rbac-namespace-admin-equivalent', 'rbac-wildcard'],
  ['rbac-wildcard', 'rbac-admission-policies-write'],
  ['rbac-wildcard', 'rbac-api-extension-write'],
  ['rbac-wildcard', 'rbac-aws-auth-write'],
  ['rbac-wildcard', 'rbac-bind-escalate'],
  ['rbac-wildcard', 'rbac-controller-resources-write'],
  ['rbac-wildcard', 'rbac-csr-approve'],
  ['rbac-wildcard', 'rbac-delete-broad'],
  ['rbac-wildcard', 'rbac-ephemeral-containers'],
  ['rbac-wildcard', 'rbac-events-delete'],
  ['rbac-wildcard', 'rbac-impersonate'],
  ['rbac-wildcard', 'rbac-kube-system-configmaps-write'],
  ['rbac-wildcard', 'rbac-kube-system-workload-write'],
  ['rbac-wildcard', 'rbac-namespaces-write'],
  ['rbac-wildcard', 'rbac-network-policies-write'],
  ['rbac-wildcard', 'rbac-nodes-proxy'],
  ['rbac-wildcard', 'rbac-nodes-write'],
  ['rbac-wildcard', 'rbac-persistent-volumes-create'],
  ['rbac-wildcard', 'rbac-pod-exec'],
  ['rbac-wildcard', 'rbac-pod-logs-read'],
  ['rbac-wildcard', 'rbac-pod-portforward'],
  ['rbac-wildcard', 'rbac-pod-service-proxy'],
  ['rbac-wildcard', 'rbac-pods-create'],
  ['rbac-wildcard', 'rbac-roles-write'],
  ['rbac-wildcard', 'rbac-scc-use'],
  ['rbac-wildcard', 'rbac-secrets-read'],
  ['rbac-wildcard', 'rbac-secrets-write'],
  ['rbac-wildcard', 'rbac-service-account-token-create'],
  ['rbac-wildcard', 'rbac-service-accounts-write'],
  ['rbac-wildcard', 'rbac-status-write'],
  ['rbac-wildcard', 'rbac-steal-pods'],
  ['rbac-wildcard', 'rbac-traffic-write'],
  ['rbac-wildcard', 'rbac-webhooks-write'],
  ['rbac-wildcard', 'rbac-workloads-modify'],
  ['networkpolicy-missing', 'pod-ingress-unrestricted'],
  ['networkpolicy-missing', 'pod-egress-unrestricted'],
  ['networkpolicy-missing', 'networkpolicy-default-deny-missing'],
  ['pod-security-below-baseline', 'pod-security-not-restricted'],
  ['service-selects-nothing', 'service-port-mismatch'],
  ['service-selects-nothing', 'service-without-endpoints'],
  ['component-vulnerable', 'ingress-nginx-retired'],
  ['api-version-removed', 'schema-violation'],
];

/** The checks that each check covers directly, whether they are written yet or not. */
export const foldings: ReadonlyMap<string, readonly string[]> = directFoldings(chains);

function directFoldings(listed: readonly (readonly string[])[]): Map<string, string[]> {
  const direct = new Map<string, string[]>();
  for (const chain of listed) {
    for (const [index, follower] of chain.slice(1).entries()) {
      const leader = chain[index] ?? '';
      direct.set(leader, [...(direct.get(leader) ?? []), follower]);
    }
  }
  return direct;
}

/** All that the checks `from` cover, directly or through others, without themselves unless they are covered too. */
export function coveredBy(from: readonly string[], table: ReadonlyMap<string, readonly string[]>): Set<string> {
  const covered = new Set<string>();
  const open = from.flatMap((id) => table.get(id) ?? []);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (covered.has(next)) continue;
    covered.add(next);
    open.push(...(table.get(next) ?? []));
  }
  return covered;
}
