import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { resourceTitle } from '../../core/resource.ts';
import { isolationKinds, isolationOf, namespaceWithoutPolicies } from '../../kubernetes/network/isolation.ts';
import { podLabelsField } from '../../kubernetes/pod-labels.ts';
import { workload } from '../../kubernetes/workload.ts';

export default defineCheck({
  id: 'pod-egress-unrestricted',
  on: workload,
  severity: 'low',
  reads: isolationKinds,
  title: 'The pods may connect to everything',
  why: 'A process that was taken over can fetch tools, send data out and look for other targets.',
  advice: 'Select the pods by a NetworkPolicy for Egress that allows only the peers they need, DNS among them.',
  messages: {
    none: 'no policy closes egress from its pods',
    opened: '{policy} opens egress from its pods to everything',
  },
  evaluate(judged, report, { inventory }) {
    if (judged.pod['hostNetwork'] === true) return;
    const { isolated, openedBy } = isolationOf(judged, 'Egress', inventory);
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

const denies = policy('  podSelector: {}\n  policyTypes: [Egress]\n');
const opens = policy('  podSelector: {}\n  policyTypes: [Egress]\n  egress: [{}]\n');
const other = policy('  podSelector: {}\n  policyTypes: [Ingress]\n');

export const examples: CheckExamples = {
  pass: [pod + denies, { yaml: pod.replace('spec:', 'spec:\n  hostNetwork: true'), complete: true }],
  fail: [
    { yaml: pod + other, complete: true, at: '7:5', message: 'no policy closes egress from its pods' },
    { yaml: pod + opens, at: '7:5', message: 'NetworkPolicy shop/rules opens egress from its pods to everything' },
  ],
  unknown: [{ yaml: pod, missing: 'no NetworkPolicy of "shop" is among the inputs' }],
};
