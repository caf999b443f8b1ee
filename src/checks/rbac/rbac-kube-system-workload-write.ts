import { type CheckExamples, defineCheck, type Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { strings } from '../../core/parameter.ts';
import type { Resource } from '../../core/resource.ts';
import { type BindingSubject, bindingKinds, bindingOf } from '../../kubernetes/binding.ts';
import { hasBootstrapLabel } from '../../kubernetes/bootstrap/built-in-objects.ts';
import { objectsOf } from '../../kubernetes/object.ts';
import { rightsOf, rolesOfBindings } from '../../kubernetes/rbac/account-rights.ts';
import { clusterRoleManifest, roleManifest, ruleLines } from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, matchesOf, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { holderNames } from '../../kubernetes/rbac/holder-names.ts';
import { heldReport, holdingExcept } from '../../kubernetes/rbac/holding.ts';
import { firstResource, matchedEntries } from '../../kubernetes/rbac/report-grants.ts';
import { roleOf } from '../../kubernetes/role.ts';

const ROLE = 'rbac.authorization.k8s.io/Role';
const ROLE_BINDING = 'rbac.authorization.k8s.io/RoleBinding';

const WRITES: readonly string[] = ['create', 'update', 'patch'];

const wanted: readonly Grant[] = [
  { verbs: WRITES, group: '', resources: ['pods', 'podtemplates', 'replicationcontrollers'] },
  { verbs: WRITES, group: 'apps', resources: ['deployments', 'statefulsets', 'daemonsets', 'replicasets'] },
  { verbs: WRITES, group: 'batch', resources: ['jobs', 'cronjobs'] },
  { verbs: ['create', 'get'], group: '', resources: ['pods/exec', 'pods/attach'] },
  { verbs: ['update', 'patch'], group: '', resources: ['pods/ephemeralcontainers'] },
  { verbs: ['get', 'list', ...WRITES], group: '', resources: ['secrets'], withNames: neverWithNames },
  { verbs: ['create'], group: '', resources: ['serviceaccounts/token'], withNames: neverWithNames },
];

const messages = {
  granted: 'rule {rule} grants {holders} {verbs} on {resources} in "{namespace}"',
  bound: 'gives {holders} {verbs} on {resources} in "{namespace}"',
} as const;

export default defineCheck({
  id: 'rbac-kube-system-workload-write',
  on: objectsOf(ROLE, ROLE_BINDING),
  severity: 'high',
  parameters: { systemNamespaces: strings('kube-system') },
  reads: ['rbac.authorization.k8s.io/ClusterRole', ...bindingKinds],
  title: 'Somebody else controls the pods of a system namespace',
  why: 'Pods there run with rights over nodes and the whole cluster: whoever controls one of them has these rights.',
  advice: 'Keep what is not of the system in a namespace of its own, and grant nothing in this one.',
  messages,
  evaluate({ resource }, report, { parameters, inventory }) {
    if (!parameters.systemNamespaces.includes(resource.namespace ?? '')) return;
    if (resource.kind !== ROLE) reportBinding(resource, report, inventory);
    else if (!hasBootstrapLabel(resource)) reportRole(resource, report, inventory);
  },
});

function reportRole(resource: Resource, report: Reporter<typeof messages>, inventory: Inventory): void {
  const role = roleOf(resource, inventory);
  const isHarmless = (subject: BindingSubject) => isOfNamespace(subject, resource);
  for (const [index, rule] of role.rules.entries()) {
    const matches = matchesOf(rule, wanted);
    if (matches.length === 0) continue;
    const held = heldReport(holdingExcept(isHarmless, role, 'namespace', inventory), report);
    const data = { rule: index + 1, namespace: resource.namespace ?? '', ...matchedEntries(rule, matches) };
    held?.reporter.fail('granted', firstResource(rule, matches), { holders: held.holders, ...data }).about(rule.at());
  }
}

/** A Role is judged itself; this is about ClusterRoles, which may do no harm elsewhere. */
function reportBinding(resource: Resource, report: Reporter<typeof messages>, inventory: Inventory): void {
  const binding = bindingOf(resource);
  const subjects = binding.subjects.filter((subject) => !isOfNamespace(subject, resource));
  if (binding.roleKind !== 'ClusterRole' || subjects.length === 0) return;
  const { held, missing } = rolesOfBindings([binding], inventory);
  for (const { rule } of rightsOf(held)) {
    const matches = matchesOf(rule, wanted);
    if (matches.length === 0) continue;
    const data = { namespace: resource.namespace ?? '', ...matchedEntries(rule, matches) };
    report.fail('bound', binding.at('roleRef', 'name'), { holders: holderNames([{ subjects }]), ...data });
    return;
  }
  for (const reason of missing) report.unknown(reason);
}

/** True for a ServiceAccount of the namespace itself. */
function isOfNamespace({ kind, namespace }: BindingSubject, own: Resource): boolean {
  return kind === 'ServiceAccount' && namespace === own.namespace;
}

const agent = (namespace: string) => `{kind: ServiceAccount, name: agent, namespace: ${namespace}}`;
const ann = '{kind: User, name: ann}';

/** A RoleBinding in kube-system. */
function bound(roleKind: string, role: string, subjects: string, namespace = 'kube-system', labels = ''): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: agent, namespace: ${namespace}${labels}}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ${roleKind}
  name: ${role}
subjects: [${subjects}]
`;
}

const workloads = ruleLines('apps', 'deployments', 'patch');
const inKubeSystem = (rules: string) => roleManifest(rules, 'kube-system');
const operator = (rules: string) => `---\n${clusterRoleManifest(rules)}`;

const labelled = ', labels: {kubernetes.io/bootstrapping: rbac-defaults}';

const assumed = (rule: number, what: string) =>
  `rule ${rule} grants its holders ${what} in "kube-system" (assuming something binds the role)`;

export const examples: CheckExamples = {
  pass: [
    roleManifest(workloads),
    inKubeSystem(
      ruleLines('""', 'pods, configmaps', 'get, list, watch, delete') +
        ruleLines('""', 'secrets', 'get, list, create, update, patch', 'agent') +
        ruleLines('""', 'serviceaccounts/token', 'create', 'agent') +
        ruleLines('""', 'pods/exec', 'list'),
    ),
    inKubeSystem(workloads).replace('name: deployer', `name: deployer${labelled.replace(', ', '\n  ')}`),
    `${inKubeSystem(workloads)}---\n${bound('Role', 'deployer', agent('kube-system'))}`,
    { yaml: inKubeSystem(workloads), complete: true },
    bound('ClusterRole', 'operator', agent('kube-system')) + operator(workloads),
    bound('ClusterRole', 'operator', ann) + operator(ruleLines('""', 'pods', 'get')),
    bound('ClusterRole', 'operator', ann, 'shop') + operator(workloads),
    bound('ClusterRole', 'operator', '{kind: ServiceAccount, name: agent}') + operator(workloads),
    { yaml: bound('ClusterRole', 'operator', ann), complete: true },
    { yaml: inKubeSystem(workloads), parameters: { systemNamespaces: ['openshift-dns'] } },
  ],
  fail: [
    {
      yaml: inKubeSystem(
        ruleLines('""', 'pods, podtemplates, replicationcontrollers', 'create, update, patch') +
          ruleLines('apps', 'deployments, statefulsets, daemonsets, replicasets', 'create, update, patch') +
          ruleLines('batch', 'jobs, cronjobs', 'create, update, patch') +
          ruleLines('""', 'pods/exec, pods/attach', 'create, get') +
          ruleLines('""', 'configmaps, pods/ephemeralcontainers', 'update, patch') +
          ruleLines('""', 'secrets', 'get, list, create, update, patch, watch') +
          ruleLines('""', 'serviceaccounts/token', 'create'),
      ),
      at: ['8:17', '11:17', '14:17', '17:17', '20:29', '23:17', '26:17'],
      message: [
        assumed(1, 'create, update and patch on pods, podtemplates and replicationcontrollers'),
        assumed(2, 'create, update and patch on deployments, statefulsets, daemonsets and replicasets'),
        assumed(3, 'create, update and patch on jobs and cronjobs'),
        assumed(4, 'create and get on pods/exec and pods/attach'),
        assumed(5, 'update and patch on pods/ephemeralcontainers'),
        assumed(6, 'get, list, create, update and patch on secrets'),
        assumed(7, 'create on serviceaccounts/token'),
      ],
    },
    {
      yaml: `${inKubeSystem(workloads)}---\n${bound('Role', 'deployer', `${agent('kube-system')}, ${agent('shop')}`)}`,
      complete: true,
      at: '8:17',
      message:
        'rule 1 grants ServiceAccount kube-system/agent and ServiceAccount shop/agent patch on deployments in "kube-system"',
    },
    {
      yaml:
        bound('ClusterRole', 'operator', `${agent('kube-system')}, ${ann}`) +
        operator(ruleLines('""', 'pods', 'get') + workloads + ruleLines('batch', 'jobs', 'create')),
      at: '7:9',
      message: 'gives User ann patch on deployments in "kube-system"',
    },
    {
      yaml: bound('ClusterRole', 'operator', ann, 'kube-system', labelled) + operator(workloads),
      at: '7:9',
      message: 'gives User ann patch on deployments in "kube-system"',
    },
    {
      yaml: roleManifest(workloads),
      parameters: { systemNamespaces: ['shop'] },
      at: '8:17',
      message: 'rule 1 grants its holders patch on deployments in "shop" (assuming something binds the role)',
    },
  ],
  unknown: [{ yaml: bound('ClusterRole', 'operator', ann), missing: 'no ClusterRole "operator" is among the inputs' }],
};
