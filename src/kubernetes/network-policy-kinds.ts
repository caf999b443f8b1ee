/** Policies that isolate pods of the namespace they lie in. */
export const namespacedPolicyKinds: readonly string[] = [
  'networking.k8s.io/NetworkPolicy',
  'cilium.io/CiliumNetworkPolicy',
  'projectcalico.org/NetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
];

/** Policies of the cluster that choose their namespaces by a `subject` (policy.networking.k8s.io). */
export const subjectPolicyKinds: readonly string[] = [
  'policy.networking.k8s.io/AdminNetworkPolicy',
  'policy.networking.k8s.io/BaselineAdminNetworkPolicy',
  'policy.networking.k8s.io/ClusterNetworkPolicy',
];

/** Policies of the cluster that choose pods by selectors of their own. */
export const clusterwidePolicyKinds: readonly string[] = [
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
];
