import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { cluster } from '../../kubernetes/cluster.ts';
import { hasImageVerification, imageVerificationKinds } from '../../kubernetes/image-verification.ts';
import { showsCluster } from '../../kubernetes/shows-cluster.ts';

export default defineCheck({
  id: 'image-verification-missing',
  on: cluster,
  severity: 'low',
  optIn: true,
  reads: ['Node', ...imageVerificationKinds],
  title: 'Nothing verifies images before they run',
  why: 'Whoever can replace an image in its registry, or on the way, runs code of their own in the cluster.',
  advice: 'Sign images, and let a policy such as those of Sigstore, Kyverno or Ratify verify the signatures.',
  messages: { missing: 'no policy verifies the signatures of images' },
  evaluate(judged, report, { inventory }) {
    // Manifests alone show no cluster.
    if (!showsCluster(inventory, imageVerificationKinds)) {
      report.notApplicable();
      return;
    }
    if (hasImageVerification(inventory)) return;
    const [missing] = imageVerificationKinds.flatMap((kind) => inventory.select(kind).missing ?? []);
    if (missing === undefined) report.fail('missing', judged.at());
    else report.unknown(missing);
  },
});

const node = `apiVersion: v1
kind: Node
metadata:
  name: one
`;

function object(apiVersion: string, kind: string, spec: string, name = 'guard'): string {
  return `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
  labels:
    component: kube-apiserver
spec:
  ${spec}
`;
}

function webhooks(kind: string, name: string): string {
  return `---
apiVersion: admissionregistration.k8s.io/v1
kind: ${kind}
metadata:
  name: guard
webhooks:
  - name: ${name}
`;
}

function apiServer(plugIns: string): string {
  const option = `--enable-admission-plugins=${plugIns}`;
  return object('v1', 'Pod', `containers: [{command: [kube-apiserver, '${option}']}]`);
}

const MISSING = 'no policy verifies the signatures of images';

export const examples: CheckExamples = {
  pass: [
    node + object('policy.sigstore.dev/v1beta1', 'ClusterImagePolicy', 'images: []'),
    node + object('policies.kyverno.io/v1', 'ImageValidatingPolicy', 'attestors: []'),
    node + object('config.ratify.deislabs.io/v1beta1', 'Verifier', 'name: notation'),
    node + object('kyverno.io/v1', 'ClusterPolicy', "rules: [{verifyImages: [{imageReferences: ['*']}]}]"),
    node +
      object(
        'policies.kubewarden.io/v1',
        'ClusterAdmissionPolicy',
        'module: registry.example/verify-image-signatures:1.0.0',
      ),
    node + webhooks('MutatingWebhookConfiguration', 'connaisseur.guard.example'),
    node + apiServer('NodeRestriction,ImagePolicyWebhook'),
    { yaml: object('config.openshift.io/v1', 'ImagePolicy', 'scopes: []'), complete: true },
  ],
  fail: [
    { yaml: node, complete: true, at: 'nowhere', message: MISSING },
    {
      yaml:
        object('kyverno.io/v1', 'Policy', 'rules: [{validate: {}}]') +
        object('policies.kubewarden.io/v1', 'AdmissionPolicy', 'module: registry.example/host-network:1.0.0') +
        webhooks('ValidatingWebhookConfiguration', 'pods.guard.example') +
        apiServer('NodeRestriction'),
      complete: true,
      at: 'nowhere',
      message: MISSING,
    },
  ],
  unknown: [{ yaml: node, missing: 'no ClusterImagePolicy is among the inputs' }],
  notApplicable: [object('kyverno.io/v1', 'Policy', 'rules: [{validate: {}}]')],
};
