import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asObject } from '../../core/json.ts';
import { strings } from '../../core/parameter.ts';
import { isEmptySelector } from '../../kubernetes/label-index.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { namespace } from '../../kubernetes/namespace.ts';
import { isDeniedByTier } from '../../kubernetes/network/default-deny.ts';
import { type Direction, directions, effectiveDirections, rulesOf } from '../../kubernetes/network/policy-direction.ts';
import { subjectPolicyKinds } from '../../kubernetes/network-policy-kinds.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { systemNamespaces } from '../../kubernetes/system-namespaces.ts';

const NETWORK_POLICY = 'networking.k8s.io/NetworkPolicy';

export default defineCheck({
  id: 'networkpolicy-default-deny-missing',
  on: namespace,
  severity: 'low',
  parameters: { directions: strings('Ingress', 'Egress'), systemNamespaces },
  reads: [NETWORK_POLICY, ...subjectPolicyKinds, ...workloadKinds],
  title: 'Namespace has no default deny',
  why: 'A new pod that no policy names can be reached by all and can reach all.',
  advice:
    'Add a NetworkPolicy with podSelector {}, policyTypes [Ingress, Egress] and no rules; allow the rest by others.',
  messages: { missing: 'nothing denies {direction} by default in "{namespace}"' },
  evaluate(judged, report, { parameters, inventory }) {
    if (parameters.systemNamespaces.includes(judged.name)) {
      report.notApplicable();
      return;
    }
    const isEmpty = judged.workloads.length === 0;
    const unseen = isEmpty ? missingKinds(inventory, workloadKinds, judged.name) : undefined;
    if (isEmpty && unseen === undefined) return;
    for (const direction of directions) {
      if (!parameters.directions.includes(direction) || deniesByDefault(judged.name, direction, inventory)) continue;
      const tier = isDeniedByTier(judged, direction, inventory);
      const missing = unseen ?? inventory.select(NETWORK_POLICY, judged.name).missing;
      if (tier.is === 'yes') continue;
      if (missing !== undefined) report.unknown(missing);
      else if (tier.is === 'unknown') for (const what of tier.missing) report.unknown({ what });
      else {
        const data = { direction: direction.toLowerCase(), namespace: judged.name };
        report.fail('missing', judged.at('metadata', 'name'), data).about(judged.at());
      }
    }
  },
});

/** A NetworkPolicy for all pods of the namespace that allows nothing in the direction. */
function deniesByDefault(name: string, direction: Direction, inventory: Inventory): boolean {
  return inventory.select(NETWORK_POLICY, name).items.some(({ content }) => {
    const spec = asObject(content['spec']);
    return (
      isEmptySelector(asObject(spec['podSelector'])) &&
      effectiveDirections(spec).includes(direction) &&
      rulesOf(spec, direction).length === 0
    );
  });
}

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example/web:1.4.2
`;

const shop = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {team: sales}
---
${pod}`;

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

function adminPolicy(spec: string): string {
  return `---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata:
  name: default
spec:
${spec}`;
}

const denies = policy('  podSelector: {}\n  policyTypes: [Ingress, Egress]\n');
const deniesIngress = policy('  podSelector: {matchLabels: {}}\n');
const subject = '  subject: {namespaces: {matchLabels: {team: sales}}}\n';
const ingress = 'nothing denies ingress by default in "shop"';
const egress = 'nothing denies egress by default in "shop"';

export const examples: CheckExamples = {
  pass: [
    pod + denies,
    { yaml: shop.slice(0, shop.indexOf('---')), complete: true },
    { yaml: pod + deniesIngress, parameters: { directions: ['Ingress'] } },
    deniesIngress.slice(4) +
      adminPolicy(`${subject}  egress: [{action: Deny, to: [{namespaces: {}}]}]\n`) +
      `---\n${shop}`,
  ],
  fail: [
    { yaml: shop, complete: true, at: ['4:9', '4:9'], message: [ingress, egress] },
    { yaml: pod + deniesIngress, complete: true, at: '5:14', message: egress },
    {
      yaml:
        shop +
        policy('  podSelector: {matchExpressions: [{key: app, operator: Exists}]}\n  policyTypes: [Ingress, Egress]\n'),
      complete: true,
      at: ['4:9', '4:9'],
      message: [ingress, egress],
    },
    {
      yaml: shop + policy('  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n') + deniesIngress,
      complete: true,
      at: '4:9',
      message: egress,
    },
    {
      yaml:
        shop +
        policy('  podSelector: {}\n  policyTypes: [Egress]\n  egress: [{to: [{podSelector: {}}]}]\n') +
        deniesIngress,
      complete: true,
      at: '4:9',
      message: egress,
    },
    {
      yaml:
        shop +
        deniesIngress +
        adminPolicy(`${subject}  egress: [{action: Deny, to: [{namespaces: {matchLabels: {a: b}}}]}]\n`),
      complete: true,
      at: '4:9',
      message: egress,
    },
  ],
  unknown: [
    { yaml: shop.slice(0, shop.indexOf('---')), missing: 'no Pod of "shop" is among the inputs' },
    { yaml: pod, missing: 'no NetworkPolicy of "shop" is among the inputs' },
    {
      yaml: pod + deniesIngress + adminPolicy(`${subject}  egress: [{action: Deny, to: [{namespaces: {}}]}]\n`),
      complete: true,
      missing: 'no Namespace "shop" is among the inputs',
    },
  ],
  notApplicable: [
    { yaml: pod.replace('namespace: shop', 'namespace: kube-system'), complete: true },
    { yaml: pod, complete: true, parameters: { systemNamespaces: ['shop'] } },
  ],
};
