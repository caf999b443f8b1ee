import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { cluster } from '../../kubernetes/cluster.ts';
import { hasPodControl, missingPodControl, podControlKinds } from '../../kubernetes/pod-admission-control.ts';
import { constraintsIn } from '../../kubernetes/policy-engine.ts';
import { showsCluster } from '../../kubernetes/shows-cluster.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

export default defineCheck({
  id: 'policy-control-missing',
  on: cluster,
  severity: 'medium',
  parameters: { systemNamespaces },
  reads: ['Node', ...podControlKinds],
  title: 'Nothing decides which pods may run',
  why: 'Whoever may create a pod anywhere can take over its node by it, and from there the cluster.',
  advice: 'Enforce a Pod Security level in every namespace, or a policy that refuses pods with such privileges.',
  messages: { missing: 'no Pod Security level is enforced and no policy refuses a pod' },
  evaluate(judged, report, { parameters, inventory }) {
    // Manifests alone show no cluster.
    if (!showsCluster(inventory, podControlKinds)) {
      report.notApplicable();
      return;
    }
    // The kinds of constraints are the cluster's own, so that no look-up can name them.
    if (hasPodControl(inventory, constraintsIn(judged.inventory), parameters.systemNamespaces)) return;
    const missing = missingPodControl(inventory);
    if (missing === undefined) report.fail('missing', judged.at());
    else report.unknown(missing);
  },
});

function namespace(labels: string, name = 'shop'): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
${labels === '' ? '' : `  labels:\n    ${labels}\n`}`;
}

const node = `---
apiVersion: v1
kind: Node
metadata:
  name: one
`;

function object(apiVersion: string, kind: string, spec: string): string {
  return `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: guard
spec:
  ${spec}
`;
}

function policy(resources: string): string {
  const rule = `{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [${resources}]}`;
  const spec = `matchConstraints: {resourceRules: [${rule}]}`;
  return object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', spec);
}

function binding(action: string, policyName = 'guard'): string {
  const spec = `{policyName: ${policyName}, validationActions: [${action}]}`;
  return object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', spec).replace(
    /spec:\n {2}/,
    'spec: ',
  );
}

const audited = 'rules: [{validate: {failureAction: Audit}}]';
const shop = namespace('');

const webhook = `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: certificates
webhooks: []
`;

const MISSING = 'no Pod Security level is enforced and no policy refuses a pod';

export const examples: CheckExamples = {
  pass: [
    namespace('pod-security.kubernetes.io/enforce: baseline') + node,
    namespace('pod-security.kubernetes.io/enforce: restricted') + node,
    { yaml: namespace('pod-security.kubernetes.io/enforce: restricted'), complete: true },
    shop + node + policy('deployments') + binding('Deny'),
    shop + node + object('constraints.gatekeeper.sh/v1beta1', 'K8sHostNetwork', 'match: {}'),
    shop + node + object('kyverno.io/v1', 'ClusterPolicy', audited.replace('Audit', 'Enforce')),
    shop + node + object('policies.kubewarden.io/v1', 'AdmissionPolicy', 'mode: protect'),
    shop + node + object('security.openshift.io/v1', 'SecurityContextConstraints', 'users: []'),
  ],
  fail: [
    { yaml: shop, complete: true, at: 'nowhere', message: MISSING },
    {
      yaml: namespace('pod-security.kubernetes.io/enforce: restricted'),
      complete: true,
      parameters: { systemNamespaces: ['shop'] },
      at: 'nowhere',
      message: MISSING,
    },
    {
      yaml:
        namespace('pod-security.kubernetes.io/enforce: baseline', 'kube-system') +
        webhook +
        policy('deployments') +
        binding('Audit') +
        binding('Deny', 'other') +
        object('kyverno.io/v1', 'Policy', audited) +
        object('constraints.gatekeeper.sh/v1beta1', 'K8sHostNetwork', 'enforcementAction: dryrun') +
        object('policies.kubewarden.io/v1', 'ClusterAdmissionPolicy', 'mode: monitor'),
      complete: true,
      at: 'nowhere',
      message: MISSING,
    },
    {
      yaml: namespace('pod-security.kubernetes.io/enforce: privileged') + policy('services') + binding('Deny'),
      complete: true,
      at: 'nowhere',
      message: MISSING,
    },
  ],
  unknown: [{ yaml: shop + node, missing: 'perhaps not every Namespace is among the inputs' }],
  notApplicable: [shop],
};
