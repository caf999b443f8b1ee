import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { role, rule } from '../../kubernetes/role.ts';

export default defineCheck({
  id: 'rbac-wildcard',
  on: role,
  each: rule,
  severity: 'medium',
  title: 'Role grants by wildcard',
  why: 'Whoever holds the role can do more than anyone listed, and more with every kind and verb that is added later.',
  advice: 'List the verbs, API groups and resources that are needed.',
  messages: {
    apiGroups: 'covers every API group',
    resources: 'covers the resources "{resource}"',
    verbs: 'allows every verb',
    nonResourceUrls: 'covers every path of the API server',
  },
  evaluate(judged, report) {
    if (judged.role.isBuiltIn) return;
    for (const [index, group] of judged.apiGroups.entries()) {
      if (group === '*') report.fail('apiGroups', judged.at('apiGroups', index));
    }
    for (const [index, resource] of judged.resources.entries()) {
      if (resource === '*' || resource.startsWith('*/')) {
        report.fail('resources', judged.at('resources', index), { resource });
      }
    }
    for (const [index, verb] of judged.verbs.entries()) {
      if (verb === '*') report.fail('verbs', judged.at('verbs', index));
    }
    for (const [index, url] of judged.nonResourceUrls.entries()) {
      if (url === '*') report.fail('nonResourceUrls', judged.at('nonResourceURLs', index));
    }
  },
});

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
        'rule 1 allows every verb',
        'rule 2 covers every API group',
        'rule 3 covers the resources "*"',
        'rule 4 covers the resources "*/scale"',
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
        'rule 1 covers every API group',
        'rule 1 covers the resources "*"',
        'rule 1 allows every verb',
        'rule 2 covers every path of the API server',
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
      message: 'rule 1 covers the resources "*"',
    },
  ],
};
