import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { resourceTitle } from '../../core/resource.ts';
import { isolationKinds, isolationOf, namespaceWithoutPolicies } from '../../kubernetes/network/isolation.ts';
import { podLabelsField } from '../../kubernetes/pod-labels.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'pod-ingress-unrestricted',
  on: workload,
  severity: 'medium',
  reads: isolationKinds,
  title: 'Everything may connect to the pods',
  why: 'Whoever takes over any pod of the cluster reaches every port of these.',
  advice: 'Select the pods by a NetworkPolicy for Ingress that allows only the peers they serve.',
  messages: {
    none: 'no policy closes ingress to its pods',
    opened: '{policy} opens ingress to its pods to everything',
  },
  evaluate(judged, report, { inventory }) {
    if (judged.pod['hostNetwork'] === true) return;
    const { isolated, openedBy } = isolationOf(judged, 'Ingress', inventory);
    if (openedBy !== undefined) report.fail('opened', podLabelsField(judged), { policy: resourceTitle(openedBy) });
    else if (isolated.is === 'no') {
      const place = podLabelsField(judged);
      report.fail('none', place).about(namespaceWithoutPolicies(judged.namespace, inventory) ?? place);
    } else if (isolated.is === 'unknown') for (const what of isolated.missing) report.unknown({ what });
  },
});

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

function policy(spec: string): string {
  return `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: rules
  namespace: shop
spec:
${spec}`;
}

const denies = policy('  podSelector: {}\n  policyTypes: [Ingress]\n');
const opens = policy('  podSelector: {}\n  policyTypes: [Ingress]\n  ingress: [{}]\n');
const other = policy('  podSelector: {}\n  policyTypes: [Egress]\n');

export const examples: CheckExamples = {
  pass: [pod + denies, { yaml: pod.replace('spec:', 'spec:\n  hostNetwork: true'), complete: true }],
  fail: [
    { yaml: pod + other, complete: true, at: '7:5', message: 'no policy closes ingress to its pods' },
    { yaml: pod + opens, at: '7:5', message: 'NetworkPolicy shop/rules opens ingress to its pods to everything' },
  ],
  unknown: [{ yaml: pod, missing: 'no NetworkPolicy of "shop" is among the inputs' }],
};
