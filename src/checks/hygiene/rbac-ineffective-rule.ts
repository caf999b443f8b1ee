import { type CheckExamples, type Context, defineCheck, type Reporter } from '../../core/check.ts';
import type { Missing } from '../../core/lookup.ts';
import { bindingKinds } from '../../kubernetes/binding.ts';
import { isBeyondNamespaces, verbsOfAllNamespaces } from '../../kubernetes/cluster-scoped-resource.ts';
import { listed } from '../../kubernetes/rbac/holder-names.ts';
import { grantReads } from '../../kubernetes/rbac/report-grants.ts';
import { type Rule, role, rule } from '../../kubernetes/role.ts';
import { roleUseOf } from '../../kubernetes/role-use.ts';
import { DEFINITION_KIND } from '../../kubernetes/schema/custom-schema-index.ts';

const messages = {
  subresources: 'names "{resource}", which is no resource: a subresource is named in full',
  beyond: 'names "{resource}", which lies in no namespace, in a role that only grants in namespaces',
  namespaces:
    'does not grant {verbs} on "{resource}": in a role that only grants in namespaces, a request must name one',
  paths: 'lists paths of the API server in a role that only grants in namespaces',
  create: 'limits create to names, which an object has only after it is created',
  collection: 'limits deletecollection to names, which no such request carries',
  verb: 'has the verb "{verb}", but verbs are lower-case',
  noGroup: 'has resources and no API group',
  group: 'names the API group "{group}" with its version',
} as const;

type RuleReporter = Reporter<typeof messages>;

export default defineCheck({
  id: 'rbac-ineffective-rule',
  on: role,
  each: rule,
  severity: 'low',
  reads: [...grantReads, DEFINITION_KIND],
  title: 'Rule grants nothing, or less than it seems',
  why: 'Who finds that the role does not suffice grants more elsewhere, often far too much, and the rule stays.',
  advice: 'Take out what is not granted, or write the rule so that it grants what was meant.',
  messages,
  evaluate(judged, report, context) {
    if (judged.role.isBuiltIn) return;
    judgeNames(judged, report);
    if (judged.resourceNames.length > 0) judgeNamed(judged, report);
    judgeScope(judged, report, context);
  },
});

function judgeNames(judged: Rule, report: RuleReporter): void {
  for (const [index, resource] of judged.resources.entries()) {
    if (resource.endsWith('/*')) report.fail('subresources', judged.at('resources', index), { resource });
  }
  for (const [index, verb] of judged.verbs.entries()) {
    if (/[A-Z]/.test(verb)) report.fail('verb', judged.at('verbs', index), { verb });
  }
  for (const [index, group] of judged.apiGroups.entries()) {
    if (/(?:^|\/)v\d+(?:(?:alpha|beta)\d+)?$/.test(group)) {
      report.fail('group', judged.at('apiGroups', index), { group });
    }
  }
  if (judged.apiGroups.length === 0 && judged.resources.length > 0) report.fail('noGroup', judged.at('apiGroups'));
}

function judgeNamed(judged: Rule, report: RuleReporter): void {
  const { verbs, resources } = judged;
  const isOnlyCreate = verbs.includes('create') && verbs.every((verb) => verb === 'create');
  if (isOnlyCreate && resources.some((resource) => !resource.includes('/')))
    report.fail('create', judged.at('resourceNames'));
  if (verbs.includes('deletecollection')) report.fail('collection', judged.at('resourceNames'));
}

function judgeScope(judged: Rule, report: RuleReporter, { inventory }: Context): void {
  const { apiGroups, resources, verbs, nonResourceUrls } = judged;
  const beyond = [...resources.entries()].filter(([, resource]) =>
    apiGroups.some((group) => isBeyondNamespaces(group, resource, verbs, inventory)),
  );
  if (beyond.length === 0 && nonResourceUrls.length === 0) return;
  const isLimited = isLimitedToNamespaces(judged, inventory);
  if (typeof isLimited === 'object') report.unknown(isLimited);
  if (isLimited !== true) return;
  for (const [index, resource] of beyond) failBeyond(judged, index, resource, report);
  if (nonResourceUrls.length > 0) report.fail('paths', judged.at('nonResourceURLs'));
}

function failBeyond(judged: Rule, index: number, resource: string, report: RuleReporter): void {
  const field = judged.at('resources', index);
  if (resource.split('/')[0] !== 'namespaces') {
    report.fail('beyond', field, { resource });
    return;
  }
  const verbs = verbsOfAllNamespaces(judged.verbs);
  report.fail('namespaces', field, { resource, verbs: listed(verbs, verbs.length) });
}

/** Whether a role grants only in namespaces, or what is missing to tell. */
function isLimitedToNamespaces(judged: Rule, inventory: Context['inventory']): boolean | Missing {
  const { isClusterRole, resource } = judged.role;
  if (!isClusterRole) return true;
  const use = roleUseOf(resource, inventory);
  if (use.inCluster) return false;
  if (use.hidden !== undefined) return { what: use.hidden };
  if (!use.inNamespaces) return false;
  const [missing] = bindingKinds.flatMap((kind) => inventory.select(kind).missing ?? []);
  return missing ?? true;
}

const header = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: read
rules:
`;

const clusterRole = `${header}  - apiGroups: ['', apps]
    resources: [nodes, pods, deployments/status]
    verbs: [get, list]
  - nonResourceURLs: [/metrics]
    verbs: [get]
`;

const ofNamespace = clusterRole.replace('ClusterRole', 'Role').replace('name: read', 'name: read\n  namespace: shop');

function definitionOf(scope: string, plural: string): string {
  return `---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: ${plural}.shop.example
spec:
  group: shop.example
  scope: ${scope}
  names:
    plural: ${plural}
`;
}

function bound(kind: string): string {
  const namespace = kind === 'RoleBinding' ? '  namespace: shop\n' : '';
  return `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata:
  name: read
${namespace}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: read
subjects: []
`;
}

export const examples: CheckExamples = {
  pass: [
    clusterRole,
    { yaml: clusterRole, complete: true },
    { yaml: `${clusterRole}${bound('RoleBinding')}${bound('ClusterRoleBinding')}`, complete: true },
    `${header}  - apiGroups: ['']
    resources: [pods, configmaps]
    resourceNames: [web]
    verbs: [get, list, watch, create]
  - apiGroups: ['']
    resources: [pods/exec, pods/attach]
    resourceNames: [web]
    verbs: [create]
  - apiGroups: ['']
    resources: [pods]
    verbs: [create, deletecollection]
  - apiGroups: ['']
    resources: [pods]
    resourceNames: [web]
    verbs: []
  - apiGroups: ['*', v1.shop.example]
    resources: ['*', '*/scale']
    verbs: ['*']
`,
    ofNamespace
      .replace('nodes, pods', 'namespaces, namespaces/finalize')
      .replace('list', 'update, patch, delete')
      .replace('nonResourceURLs: [/metrics]', "apiGroups: ['']\n    resources: [pods]"),
    // Every cluster has it.
    `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: system::leader-locking-kube-scheduler
  namespace: kube-system
  labels:
    kubernetes.io/bootstrapping: rbac-defaults
rules:
  - apiGroups: [v1]
    resources: [configmaps]
    verbs: [get]
`,
  ],
  fail: [
    {
      yaml: `${header}  - apiGroups: [apps/v1, v1beta1, v1]
    resources: [pods/*, pods]
    verbs: [Get, list]
  - resources: [pods]
    verbs: [get]
  - apiGroups: ['']
    resources: [pods/exec, pods]
    resourceNames: [web]
    verbs: [create]
  - apiGroups: ['']
    resources: [pods]
    resourceNames: [web]
    verbs: [get, deletecollection]
`,
      at: ['7:17', '8:13', '6:17', '6:26', '6:35', '9:5', '13:20', '17:20'],
      message: [
        'rule 1 names "pods/*", which is no resource: a subresource is named in full',
        'rule 1 has the verb "Get", but verbs are lower-case',
        'rule 1 names the API group "apps/v1" with its version',
        'rule 1 names the API group "v1beta1" with its version',
        'rule 1 names the API group "v1" with its version',
        'rule 2 has resources and no API group',
        'rule 3 limits create to names, which an object has only after it is created',
        'rule 4 limits deletecollection to names, which no such request carries',
      ],
    },
    {
      yaml: ofNamespace,
      at: ['8:17', '10:22'],
      message: [
        'rule 1 names "nodes", which lies in no namespace, in a role that only grants in namespaces',
        'rule 2 lists paths of the API server in a role that only grants in namespaces',
      ],
    },
    {
      yaml: ofNamespace
        .replace('nodes, pods', 'nodes, namespaces')
        .replace('list', 'list, watch')
        .replace('nonResourceURLs: [/metrics]', "apiGroups: ['*']\n    resources: [namespaces/status]")
        .replace('verbs: [get]', "verbs: [get, '*']"),
      at: ['8:17', '8:24', '11:17'],
      message: [
        'rule 1 names "nodes", which lies in no namespace, in a role that only grants in namespaces',
        'rule 1 does not grant list and watch on "namespaces": in a role that only grants in namespaces, a request must name one',
        'rule 2 does not grant create, deletecollection, list and watch on "namespaces/status": in a role that only grants in namespaces, a request must name one',
      ],
    },
    {
      yaml:
        ofNamespace
          .replace("['', apps]", '[shop.example]')
          .replace('[nodes, pods, deployments/status]', '[regions, orders]') +
        definitionOf('Cluster', 'regions') +
        definitionOf('Namespaced', 'orders'),
      at: ['8:17', '10:22'],
      message: [
        'rule 1 names "regions", which lies in no namespace, in a role that only grants in namespaces',
        'rule 2 lists paths of the API server in a role that only grants in namespaces',
      ],
    },
    {
      yaml: `${clusterRole}${bound('RoleBinding')}`,
      complete: true,
      at: ['7:17', '9:22'],
      message: [
        'rule 1 names "nodes", which lies in no namespace, in a role that only grants in namespaces',
        'rule 2 lists paths of the API server in a role that only grants in namespaces',
      ],
    },
  ],
  unknown: [
    {
      yaml: `${clusterRole}${bound('RoleBinding')}`,
      missing: 'perhaps not every RoleBinding is among the inputs',
    },
  ],
};
