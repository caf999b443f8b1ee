import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { bindingKinds } from '../../kubernetes/binding.ts';
import { type Combination, combinedGrants } from '../../kubernetes/rbac/combined-grants.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleBindingManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { takeOut } from '../../kubernetes/rbac/without-grants.ts';
import { role } from '../../kubernetes/role.ts';

const GROUP = 'certificates.k8s.io';

/** Signers whose certificates the API server takes for those of users and nodes; the API knows `*` behind a slash only. */
const CLIENT_SIGNERS: readonly string[] = [
  'kubernetes.io/kube-apiserver-client',
  'kubernetes.io/kube-apiserver-client-kubelet',
  'kubernetes.io/*',
  '*',
];

const approval: readonly Grant[] = [
  { verbs: ['update', 'patch'], group: GROUP, resources: ['certificatesigningrequests/approval'] },
];
const status: readonly Grant[] = [
  { verbs: ['update', 'patch'], group: GROUP, resources: ['certificatesigningrequests/status'] },
];

const approving: Combination = { first: approval, second: [signersBy('approve')] };
const signing: Combination = { first: status, second: [signersBy('sign')] };

export default defineCheck({
  id: 'rbac-csr-approve',
  on: role,
  severity: 'high',
  reads: [...bindingKinds, 'rbac.authorization.k8s.io/ClusterRole'],
  title: 'Role issues client certificates',
  why: 'A holder of the role makes itself a certificate of any user or node, which is valid until it expires whatever becomes of the holder.',
  advice: 'Name the signer whose certificates the controller is there for in resourceNames.',
  messages: {
    approves: 'lets {holders} approve requests for client certificates, by {roles}',
    signs: 'lets {holders} sign client certificates, by {roles}',
  },
  evaluate(judged, report, { inventory }) {
    if (judged.missingRules !== undefined) report.unknown(judged.missingRules);
    for (const message of ['approves', 'signs'] as const) {
      const found = combinedGrants(judged, message === 'approves' ? approving : signing, inventory, report);
      if (found === undefined) continue;
      const { rule, at, holders, roles, reporter } = found;
      reporter.fail(message, at, { holders, roles }).about(rule.at());
    }
  },
  fix: {
    effect: 'changes-behaviour',
    because: 'whoever holds the role can no longer approve or sign requests',
    edits(edit, finding, judged) {
      const wanted = finding.message === 'approves' ? approval : status;
      for (const rule of judged.rules) takeOut(edit, rule, wanted);
    },
  },
});

function signersBy(verb: string): Grant {
  return { verbs: [verb], group: GROUP, resources: ['signers'], withNames: namesClientSigner };
}

function namesClientSigner(names: readonly string[]): boolean {
  return names.some((name) => CLIENT_SIGNERS.includes(name));
}

const requests = (subresource: string, verbs: string) =>
  ruleLines(GROUP, `certificatesigningrequests, certificatesigningrequests/${subresource}`, verbs);
const signers = (verb: string, names?: string) => ruleLines(GROUP, 'signers', verb, names);
const read = (verbs: string) => ruleLines(GROUP, 'certificatesigningrequests', verbs);

/** A further ClusterRole and its binding. */
const signer = (rules: string, subject: string) => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: signer
rules:
${rules}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: signer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: signer
subjects: [${subject}]
`;

const operator = '{kind: ServiceAccount, name: operator, namespace: platform}';
const assumption = '(assuming something binds the role)';

export const examples: CheckExamples = {
  pass: [
    clusterRoleManifest(requests('approval', 'get, create') + signers('approve')),
    clusterRoleManifest(requests('approval', 'update, patch') + signers('approve', 'shop.example/web')),
    clusterRoleManifest(requests('approval', 'update') + signers('sign, attest')),
    clusterRoleManifest(requests('status', 'update') + signers('approve')),
    { yaml: clusterRoleManifest(requests('approval', 'update') + signers('approve')), complete: true },
    {
      yaml: clusterRoleManifest(requests('approval', 'update') + signers('approve')) + roleBindingManifest,
      complete: true,
    },
    clusterRoleManifest(requests('approval', 'update')) + signer(signers('approve'), operator),
    clusterRoleManifest(requests('approval', 'update')) +
      clusterRoleBindingManifest +
      signer(signers('approve'), operator.replace('platform', 'shop')),
  ],
  fail: [
    {
      yaml: clusterRoleManifest(
        requests('approval', 'update') +
          signers('approve', 'shop.example/web, kubernetes.io/kube-apiserver-client') +
          requests('status', 'patch') +
          signers('sign', '"*"'),
      ),
      at: ['7:45', '14:45'],
      message: [
        `lets its holders approve requests for client certificates, by ClusterRole operator ${assumption}`,
        `lets its holders sign client certificates, by ClusterRole operator ${assumption}`,
      ],
      fixed: clusterRoleManifest(
        read('update') +
          signers('approve', 'shop.example/web, kubernetes.io/kube-apiserver-client') +
          read('patch') +
          signers('sign', '"*"'),
      ),
    },
    {
      yaml: clusterRoleManifest(requests('approval', 'patch') + signers('approve', 'kubernetes.io/*')),
      at: '7:45',
      message: `lets its holders approve requests for client certificates, by ClusterRole operator ${assumption}`,
      fixed: clusterRoleManifest(read('patch') + signers('approve', 'kubernetes.io/*')),
    },
    {
      yaml:
        clusterRoleManifest(
          requests('status', 'update') + signers('sign', 'kubernetes.io/kube-apiserver-client-kubelet'),
        ) + clusterRoleBindingManifest,
      complete: true,
      at: '7:45',
      message: 'lets ServiceAccount platform/operator sign client certificates, by ClusterRole operator',
      fixed:
        clusterRoleManifest(read('update') + signers('sign', 'kubernetes.io/kube-apiserver-client-kubelet')) +
        clusterRoleBindingManifest,
    },
    {
      yaml:
        clusterRoleManifest(requests('approval', 'patch')) +
        clusterRoleBindingManifest +
        signer(signers('approve'), `{kind: Group, name: operators}, ${operator}`),
      at: '7:45',
      message:
        'lets ServiceAccount platform/operator approve requests for client certificates, by ClusterRole operator and ClusterRole signer',
      fixed:
        clusterRoleManifest(read('patch')) +
        clusterRoleBindingManifest +
        signer(signers('approve'), `{kind: Group, name: operators}, ${operator}`),
    },
  ],
  unknown: [{ ...aggregatedRoleExample, missing: 'perhaps not every ClusterRole is among the inputs' }],
};
