/** API groups whose resources all lie in no namespace, of those that rules are asked about. */
const CLUSTER_SCOPED_GROUPS: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.crossplane.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'constraints.gatekeeper.sh',
  'mutations.gatekeeper.sh',
  'pkg.crossplane.io',
  'policy.networking.k8s.io',
  'templates.gatekeeper.sh',
]);

/** `resource.group` of further resources that lie in no namespace. */
const CLUSTER_SCOPED_RESOURCES: ReadonlySet<string> = new Set([
  'nodes.',
  'persistentvolumes.',
  // Users, groups and what else is impersonated have no namespace; service accounts do.
  'groups.',
  'users.',
  'groups.authentication.k8s.io',
  'nodes.authentication.k8s.io',
  'uids.authentication.k8s.io',
  'userextras.authentication.k8s.io',
  'users.authentication.k8s.io',
  'clusterrolebindings.rbac.authorization.k8s.io',
  'clusterroles.rbac.authorization.k8s.io',
  'ciliumclusterwidenetworkpolicies.cilium.io',
  'clusterexternalsecrets.external-secrets.io',
  'clusterimagepolicies.policy.sigstore.dev',
  'clusterissuers.cert-manager.io',
  'clustercleanuppolicies.kyverno.io',
  'clusterpolicies.kyverno.io',
  'clustersecretstores.external-secrets.io',
  'clusterworkflowtemplates.argoproj.io',
  'deletingpolicies.policies.kyverno.io',
  'generatingpolicies.policies.kyverno.io',
  'globalcontextentries.kyverno.io',
  'globalnetworkpolicies.crd.projectcalico.org',
  'globalnetworkpolicies.projectcalico.org',
  'imagevalidatingpolicies.policies.kyverno.io',
  'mutatingpolicies.policies.kyverno.io',
  'validatingpolicies.policies.kyverno.io',
  'clusteradmissionpolicies.policies.kubewarden.io',
  'clusteradmissionpolicygroups.policies.kubewarden.io',
  'policyservers.policies.kubewarden.io',
]);

/** Verbs that are asked for in the namespace of the request, whatever the scope of the resource they are asked on. */
const VERBS_OF_THE_REQUEST: ReadonlySet<string> = new Set(['bind', 'use']);

/**
 * True if a RoleBinding cannot grant the verb on the resource (its name, perhaps with a subresource), because requests for it
 * lie in no namespace. A request on a Namespace lies in the namespace of that name.
 */
export function needsClusterScope(verb: string, group: string, resource: string): boolean {
  if (VERBS_OF_THE_REQUEST.has(verb)) return false;
  if (CLUSTER_SCOPED_GROUPS.has(group)) return true;
  const slash = resource.indexOf('/');
  const name = slash === -1 ? resource : resource.slice(0, slash);
  return CLUSTER_SCOPED_RESOURCES.has(`${name}.${group}`);
}
