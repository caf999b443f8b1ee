import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { isEverything } from '../../kubernetes/address-range.ts';
import { objectsOf } from '../../kubernetes/object.ts';

export default defineCheck({
  id: 'agent-sandbox-egress',
  on: objectsOf('extensions.agents.x-k8s.io/SandboxTemplate'),
  severity: 'medium',
  title: 'Sandbox of an agent reaches everything',
  why: 'What an agent runs is written by others: without limits it sends data out and attacks its neighbours.',
  advice: 'Let the controller manage the policy, and name the peers that the sandbox needs in networkPolicy.egress.',
  messages: {
    unmanaged: 'the controller makes no network policy for its sandboxes',
    missing: 'it has no network policy',
    open: 'this egress rule allows every peer',
  },
  evaluate(judged, report) {
    const management = judged.spec['networkPolicyManagement'];
    if (management !== undefined && management !== null && management !== 'Managed') {
      report.fail('unmanaged', judged.at('spec', 'networkPolicyManagement'));
    }
    const policy = judged.spec['networkPolicy'];
    if (policy === undefined || policy === null) {
      report.fail('missing', judged.at('spec', 'networkPolicy'));
      return;
    }
    for (const [index, entry] of asList(asObject(policy)['egress']).entries()) {
      const peers = asList(asObject(entry)['to']);
      if (peers.length > 0 && !peers.some(isEveryone)) continue;
      report.fail('open', judged.at('spec', 'networkPolicy', 'egress', index));
    }
  },
});

/** A peer that narrows nothing: empty selectors, and no block or one of all addresses. */
function isEveryone(peer: unknown): boolean {
  const { podSelector, namespaceSelector, ipBlock } = asObject(peer);
  if (!isEmpty(podSelector) || !isEmpty(namespaceSelector)) return false;
  const cidr = asString(asObject(ipBlock)['cidr']) ?? '';
  return cidr === '' || isEverything(cidr);
}

function isEmpty(selector: unknown): boolean {
  const { matchLabels, matchExpressions } = asObject(selector);
  return Object.keys(asObject(matchLabels)).length === 0 && asList(matchExpressions).length === 0;
}

function template(spec: string): string {
  return `apiVersion: extensions.agents.x-k8s.io/v1alpha1
kind: SandboxTemplate
metadata:
  name: coder
  namespace: shop
spec:
  podTemplate: {}
${spec}`;
}

function egress(rule: string): string {
  return template(
    `  networkPolicy:\n    egress:\n      - to:\n          - podSelector: {matchLabels: {app: proxy}}\n      - ${rule}\n`,
  );
}

const message = 'this egress rule allows every peer';

export const examples: CheckExamples = {
  pass: [
    template('  networkPolicyManagement: Managed\n  networkPolicy:\n    egress: []\n'),
    template('  networkPolicyManagement: null\n  networkPolicy: {}\n'),
    template('  networkPolicy: none\n'),
    egress('to: [{podSelector: {matchExpressions: [{key: app, operator: Exists}]}}]'),
    egress('to: [{namespaceSelector: {matchLabels: {team: sales}}}]'),
    egress('to: [{ipBlock: {cidr: 192.0.2.0/24}}]'),
  ],
  fail: [
    {
      yaml: template('  networkPolicyManagement: Unmanaged\n  networkPolicy: {}\n'),
      at: '8:28',
      message: 'the controller makes no network policy for its sandboxes',
    },
    { yaml: template(''), at: '6:1', message: 'it has no network policy' },
    { yaml: egress('{}'), at: '12:9', message },
    { yaml: egress('to: [{podSelector: {}}]'), at: '12:9', message },
    { yaml: egress('to: [{ipBlock: {cidr: 192.0.2.0/24}}, {ipBlock: {cidr: "::/0"}}]'), at: '12:9', message },
    { yaml: egress('to: [{namespaceSelector: {matchLabels: {}}}]'), at: '12:9', message },
  ],
};
