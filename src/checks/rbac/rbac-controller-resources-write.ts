import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { strings } from '../../core/parameter.ts';
import type { BindingSubject } from '../../kubernetes/binding.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import { type Grant, neverWithNames } from '../../kubernetes/rbac/grant.ts';
import { holdingExcept, type holdingOf } from '../../kubernetes/rbac/holding.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

/** Objects by which controllers are told what to create, as `resource.group`. */
const resources = strings(
  'kustomizations.kustomize.toolkit.fluxcd.io',
  'helmreleases.helm.toolkit.fluxcd.io',
  'applications.argoproj.io',
  'applicationsets.argoproj.io',
  'appprojects.argoproj.io',
  'workflows.argoproj.io',
  'cronworkflows.argoproj.io',
  'workflowtemplates.argoproj.io',
  'clusterworkflowtemplates.argoproj.io',
  'sensors.argoproj.io',
  'issuers.cert-manager.io',
  'clusterissuers.cert-manager.io',
  'certificaterequests.cert-manager.io',
  'externalsecrets.external-secrets.io',
  'clusterexternalsecrets.external-secrets.io',
  'secretstores.external-secrets.io',
  'clustersecretstores.external-secrets.io',
  'pushsecrets.external-secrets.io',
  'taskruns.tekton.dev',
  'pipelineruns.tekton.dev',
  'subscriptions.operators.coreos.com',
  'clusterserviceversions.operators.coreos.com',
  'installplans.operators.coreos.com',
  'helmcharts.helm.cattle.io',
  'helmchartconfigs.helm.cattle.io',
  'providers.pkg.crossplane.io',
  'compositions.apiextensions.crossplane.io',
);

/** The accounts that these controllers are installed with; a chart puts the name of its release before them. */
const CONTROLLERS: readonly string[] = [
  'argo',
  'argo-events',
  'argo-server',
  'argocd-application-controller',
  'argocd-applicationset-controller',
  'argocd-notifications-controller',
  'argocd-server',
  'cert-manager',
  'cert-manager-cainjector',
  'cert-manager-webhook',
  'crossplane',
  'external-secrets',
  'external-secrets-cert-controller',
  'external-secrets-webhook',
  'helm-controller',
  'kustomize-controller',
  'olm-operator-serviceaccount',
  'rbac-manager',
  'tekton-events-controller',
  'tekton-pipelines-controller',
  'tekton-pipelines-webhook',
  'workflow-controller',
];

const known = new WeakMap<readonly string[], readonly Grant[]>();

/** The grants of a value of the parameter, made once. */
function wantedOf(names: readonly string[]): readonly Grant[] {
  let wanted = known.get(names);
  if (wanted === undefined) {
    wanted = names.map(writeOf);
    known.set(names, wanted);
  }
  return wanted;
}

function writeOf(name: string): Grant {
  const dot = name.indexOf('.');
  return {
    verbs: ['create', 'update', 'patch'],
    group: name.slice(dot + 1),
    resources: [name.slice(0, dot)],
    withNames: neverWithNames,
  };
}

export default defineCheck({
  id: 'rbac-controller-resources-write',
  on: role,
  each: rule,
  severity: 'medium',
  parameters: { resources },
  reads: grantReads,
  title: 'Role gives orders to a powerful controller',
  why: 'The controller does what the object says with its own rights, which are larger than those of the holder of the role.',
  advice: 'Make the controller act as an account of the team, and let a pipeline write its objects.',
  messages: grantMessages,
  evaluate(judged, report, context) {
    reportGrants(judged, wantedOf(context.parameters.resources), report, context, holdingOfOthers);
  },
  // A resource that only the parameter names is left to a person.
  fix: takingOut(wantedOf(resources.default)),
});

/** What only the controllers themselves hold is held by nobody else. */
const holdingOfOthers: typeof holdingOf = (...about) => holdingExcept(isController, ...about);

function isController({ kind, name }: BindingSubject): boolean {
  if (kind !== 'ServiceAccount') return false;
  return CONTROLLERS.some((controller) => name === controller || name.endsWith(`-${controller}`));
}

const applications = (verbs: string, names?: string) => ruleLines('argoproj.io', 'applications', verbs, names);

/** The binding of a ClusterRole, to these accounts in place of its own. */
function boundTo(kind: string, ...names: readonly string[]): string {
  const [before = ''] = clusterRoleBindingManifest.split('  - kind');
  return before + names.map((name) => `  - {kind: ${kind}, name: ${name}, namespace: platform}\n`).join('');
}

export const examples: CheckExamples = {
  pass: [
    roleManifest(applications('update, patch', 'shop') + applications('get, delete')),
    roleManifest(
      ruleLines('apps', 'applications', 'create') + ruleLines('argoproj.io', 'applications/status', 'patch'),
    ),
    { yaml: roleManifest(applications('create')), parameters: { resources: ['orders.shop.example'] } },
    clusterRoleManifest(applications('create')) + boundTo('ServiceAccount', ...CONTROLLERS),
    clusterRoleManifest(applications('create')) + boundTo('ServiceAccount', 'shop-argocd-server'),
  ],
  fail: [
    {
      yaml: roleManifest(
        applications('get') + ruleLines('argoproj.io', 'applications, workflows', 'create, update, patch'),
      ),
      at: '11:17',
      message:
        'rule 2 grants its holders create, update and patch on applications and workflows (assuming something binds the role)',
      fixed: roleManifest(applications('get')),
    },
    {
      yaml: roleManifest(ruleLines('tekton.dev', 'taskruns, tasks', 'create')),
      at: '8:17',
      message: 'rule 1 grants its holders create on taskruns (assuming something binds the role)',
      fixed: roleManifest(ruleLines('tekton.dev', 'tasks', 'create')),
    },
    {
      yaml: clusterRoleManifest(applications('get, create')) + boundTo('ServiceAccount', 'argocd-server', 'web'),
      at: '7:17',
      message:
        'rule 1 grants ServiceAccount platform/argocd-server and ServiceAccount platform/web create on applications',
      fixed: clusterRoleManifest(applications('get')) + boundTo('ServiceAccount', 'argocd-server', 'web'),
    },
    {
      yaml: clusterRoleManifest(applications('get, create')) + boundTo('Group', 'argocd-server'),
      at: '7:17',
      message: 'rule 1 grants Group argocd-server create on applications',
      fixed: clusterRoleManifest(applications('get')) + boundTo('Group', 'argocd-server'),
    },
  ],
  unknown: [aggregatedRoleExample],
};
