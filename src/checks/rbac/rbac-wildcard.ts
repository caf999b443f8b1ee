import { type CheckExamples, defineCheck } from '../../core/check.ts';
import type { Place } from '../../core/resource.ts';
import { isBuiltInRole } from '../../kubernetes/built-in-roles.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { heldReport, holdingOf } from '../../kubernetes/rbac/holding.ts';
import { grantReads } from '../../kubernetes/rbac/report-grants.ts';
import { type Rule, role, rule } from '../../kubernetes/role.ts';

export default defineCheck({
  id: 'rbac-wildcard',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  covers: [
    'rbac-admission-policies-write',
    'rbac-api-extension-write',
    'rbac-aws-auth-write',
    'rbac-bind-escalate',
    'rbac-controller-resources-write',
    'rbac-csr-approve',
    'rbac-delete-broad',
    'rbac-ephemeral-containers',
    'rbac-events-delete',
    'rbac-impersonate',
    'rbac-kube-system-configmaps-write',
    'rbac-kube-system-workload-write',
    'rbac-namespaces-write',
    'rbac-network-policies-write',
    'rbac-nodes-proxy',
    'rbac-nodes-write',
    'rbac-persistent-volumes-create',
    'rbac-pod-exec',
    'rbac-pod-logs-read',
    'rbac-pod-portforward',
    'rbac-pod-service-proxy',
    'rbac-pods-create',
    'rbac-roles-write',
    'rbac-scc-use',
    'rbac-secrets-read',
    'rbac-secrets-write',
    'rbac-service-account-token-create',
    'rbac-service-accounts-write',
    'rbac-status-write',
    'rbac-steal-pods',
    'rbac-traffic-write',
    'rbac-webhooks-write',
    'rbac-workloads-modify',
  ],
  title: 'Role grants by wildcard',
  why: 'Whoever holds the role can do more than anyone listed, and more with every kind and verb that is added later.',
  advice: 'List the verbs, API groups and resources that are needed.',
  messages: {
    apiGroups: 'covers every API group',
    resources: 'covers the resources "{resource}"',
    verbs: 'allows every verb',
    nonResourceUrls: 'covers every path of the API server',
  },
  evaluate(judged, report, { inventory }) {
    const wildcards = wildcardsOf(judged);
    if (wildcards.length === 0 || isBuiltInRole(judged.resource)) return;
    const held = heldReport(holdingOf(judged.role, 'namespace', inventory), report);
    for (const { message, at, entry } of wildcards) {
      if (message === 'resources') held?.reporter.fail(message, at, { resource: entry });
      else held?.reporter.fail(message, at);
    }
  },
});

interface Wildcard {
  readonly message: 'apiGroups' | 'resources' | 'verbs' | 'nonResourceUrls';
  readonly at: Place;
  readonly entry: string;
}

function wildcardsOf(judged: Rule): Wildcard[] {
  const { apiGroups, resources, verbs, nonResourceUrls } = judged;
  const lists = [
    { message: 'apiGroups', field: 'apiGroups', list: apiGroups },
    { message: 'resources', field: 'resources', list: resources },
    { message: 'verbs', field: 'verbs', list: verbs },
    { message: 'nonResourceUrls', field: 'nonResourceURLs', list: nonResourceUrls },
  ] as const;
  return lists.flatMap(({ message, field, list }) =>
    list.flatMap((entry, index) =>
      entry === '*' || (field === 'resources' && entry.startsWith('*/'))
        ? [{ message, at: judged.at(field, index), entry }]
        : [],
    ),
  );
}

export const examples: CheckExamples = {
  pass: [
    `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: deployer
  namespace: shop
rules:
  - apiGroups: ["", apps]
    resources: [deployments, deployments/scale, "pods/*"]
    verbs: [get, list, patch]
  - apiGroups: [example.org]
    resources: [widgets]
    resourceNames: ["*"]
    verbs: [get]
`,
    `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: health
rules:
  - nonResourceURLs: ["/healthz/*", /version, "/*"]
    verbs: [get]
`,
    `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: cluster-admin
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
  - nonResourceURLs: ["*"]
    verbs: ["*"]
`,
    { yaml: clusterRoleManifest(ruleLines('"*"', '"*"', '"*"')), complete: true },
  ],
  fail: [
    {
      yaml: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: operator
  namespace: shop
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get, "*"]
  - apiGroups:
      - apps
      - "*"
    resources: [deployments]
    verbs: [get]
  - apiGroups: [batch]
    resources: [jobs, '*']
    verbs: [get]
  - apiGroups: [apps]
    resources: ["*/scale", deployments]
    verbs: [update]
`,
      at: ['9:18', '12:9', '16:23', '19:17'],
      message: [
        'rule 1 allows every verb (assuming something binds the role)',
        'rule 2 covers every API group (assuming something binds the role)',
        'rule 3 covers the resources "*" (assuming something binds the role)',
        'rule 4 covers the resources "*/scale" (assuming something binds the role)',
      ],
    },
    {
      yaml: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: everything
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
  - nonResourceURLs: [/metrics, "*"]
    verbs: [get]
`,
      at: ['6:17', '7:17', '8:13', '9:33'],
      message: [
        'rule 1 covers every API group (assuming something binds the role)',
        'rule 1 covers the resources "*" (assuming something binds the role)',
        'rule 1 allows every verb (assuming something binds the role)',
        'rule 2 covers every path of the API server (assuming something binds the role)',
      ],
    },
    {
      yaml: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: view
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
rules:
  - apiGroups: [""]
    resources: ["*"]
    verbs: [get, list, watch]
`,
      at: '9:17',
      message: 'rule 1 covers the resources "*" (assuming something binds the role)',
    },
    {
      yaml: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: admin
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
aggregationRule:
  clusterRoleSelectors:
    - matchLabels:
        rbac.authorization.k8s.io/aggregate-to-admin: "true"
rules: null
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: orders-admin
  labels:
    rbac.authorization.k8s.io/aggregate-to-admin: "true"
rules:
  - apiGroups: [shop.example]
    resources: [orders]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: owners
  namespace: shop
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: admin
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: owners
`,
      complete: true,
      at: '22:13',
      message: 'rule 1 of ClusterRole orders-admin allows every verb',
    },
    {
      yaml: clusterRoleManifest(ruleLines('"*"', 'pods', 'get')) + clusterRoleBindingManifest,
      complete: true,
      at: '6:17',
      message: 'rule 1 covers every API group',
    },
    {
      yaml: `${roleManifest(ruleLines('"*"', '"*"', '"*"'), 'kube-system')}---
apiVersion: v1
kind: ConfigMap
metadata:
  name: aws-auth
  namespace: kube-system
`,
      at: ['7:17', '8:17', '9:13'],
      message: [
        'rule 1 covers every API group (assuming something binds the role)',
        'rule 1 covers the resources "*" (assuming something binds the role)',
        'rule 1 allows every verb (assuming something binds the role)',
      ],
    },
  ],
  unknown: [aggregatedRoleExample],
};
