/** API groups that a kind once lived in; the object is the same, whatever group its manifest still names. */
const MOVED_GROUPS: ReadonlyMap<string, string> = new Map([
  ['extensions/Deployment', 'apps/Deployment'],
  ['extensions/DaemonSet', 'apps/DaemonSet'],
  ['extensions/ReplicaSet', 'apps/ReplicaSet'],
  ['extensions/Ingress', 'networking.k8s.io/Ingress'],
  ['extensions/NetworkPolicy', 'networking.k8s.io/NetworkPolicy'],
]);

/** The cluster-scoped kinds of Kubernetes and of the policies that look-ups read, and files of tools, which lie in no namespace. */
export const clusterScopedKinds: ReadonlySet<string> = new Set([
  'Namespace',
  'Node',
  'PersistentVolume',
  'ComponentStatus',
  'admissionregistration.k8s.io/MutatingAdmissionPolicy',
  'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'certificates.k8s.io/CertificateSigningRequest',
  'certificates.k8s.io/ClusterTrustBundle',
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'config.openshift.io/ClusterImagePolicy',
  'config.ratify.deislabs.io/Store',
  'config.ratify.deislabs.io/Verifier',
  'flowcontrol.apiserver.k8s.io/FlowSchema',
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'gateway.networking.k8s.io/GatewayClass',
  'karpenter.sh/NodePool',
  'kyverno.io/ClusterPolicy',
  'kustomize.config.k8s.io/Component',
  'kustomize.config.k8s.io/Kustomization',
  'metrics.k8s.io/NodeMetrics',
  'networking.k8s.io/IPAddress',
  'networking.k8s.io/IngressClass',
  'networking.k8s.io/ServiceCIDR',
  'node.k8s.io/RuntimeClass',
  'policies.kubewarden.io/ClusterAdmissionPolicy',
  'policies.kyverno.io/ImageValidatingPolicy',
  'policies.kyverno.io/ValidatingPolicy',
  'policy.networking.k8s.io/AdminNetworkPolicy',
  'policy.networking.k8s.io/BaselineAdminNetworkPolicy',
  'policy.networking.k8s.io/ClusterNetworkPolicy',
  'policy.sigstore.dev/ClusterImagePolicy',
  'policy/PodSecurityPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'resource.k8s.io/DeviceClass',
  'resource.k8s.io/ResourceSlice',
  'scheduling.k8s.io/PriorityClass',
  'security.openshift.io/SecurityContextConstraints',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/CSINode',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttachment',
  'storage.k8s.io/VolumeAttributesClass',
  'templates.gatekeeper.sh/ConstraintTemplate',
]);

/** The group of the constraints of Gatekeeper, whose kinds a cluster makes up and which all are cluster-scoped. */
const CONSTRAINTS = 'constraints.gatekeeper.sh/';

/** `apps/Deployment` for `apps/v1` and `Deployment`; the bare kind in the core group. */
export function kindOf(apiVersion: string, kind: string): string {
  const slash = apiVersion.indexOf('/');
  const qualified = slash === -1 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
  return MOVED_GROUPS.get(qualified) ?? qualified;
}

/** False for the cluster-scoped kinds of Kubernetes and of the policies that look-ups read; true for all others. */
export function isNamespaced(kind: string): boolean {
  return !clusterScopedKinds.has(kind) && !isConstraintKind(kind);
}

/** True for the kinds of Gatekeeper's constraints. */
export function isConstraintKind(kind: string): boolean {
  return kind.startsWith(CONSTRAINTS);
}

const OWN_GROUPS: ReadonlySet<string> = new Set(['apps', 'autoscaling', 'batch', 'policy', 'extensions']);
/** Groups of custom resources, and of files that never reach a cluster, among those that end like a group of Kubernetes itself. */
const FOREIGN_GROUPS: ReadonlySet<string> = new Set(['kustomize.config.k8s.io', 'sparkoperator.k8s.io']);

/** True for a kind of a group of Kubernetes itself (`Service`, `apps/Deployment`); false for custom resources. */
export function isOwnKind(kind: string): boolean {
  const slash = kind.indexOf('/');
  if (slash === -1) return true;
  const group = kind.slice(0, slash);
  if (FOREIGN_GROUPS.has(group) || group.endsWith('.x-k8s.io')) return false;
  return OWN_GROUPS.has(group) || group.endsWith('.k8s.io');
}
