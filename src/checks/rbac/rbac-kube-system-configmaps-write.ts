import { type CheckExamples, defineCheck } from '../../core/check.ts';
import {
  aggregatedRoleExample,
  clusterRoleBindingManifest,
  clusterRoleManifest,
  roleBindingManifest,
  roleManifest,
  ruleLines,
} from '../../kubernetes/rbac/example-manifests.ts';
import type { Grant } from '../../kubernetes/rbac/grant.ts';
import { grantMessages, grantReads, reportGrants } from '../../kubernetes/rbac/report-grants.ts';
import { takingOut } from '../../kubernetes/rbac/without-grants.ts';
import { role, rule } from '../../kubernetes/role.ts';

/** ConfigMaps by which name resolution, the network and the nodes are set up. */
const SETTINGS: readonly string[] = [
  'coredns',
  'coredns-custom',
  'kube-dns',
  'node-local-dns',
  'kube-proxy',
  'kubeadm-config',
  'kubelet-config',
  'extension-apiserver-authentication',
];

const wanted: readonly Grant[] = [
  {
    verbs: ['update', 'patch'],
    group: '',
    resources: ['configmaps'],
    withNames: (names) => names.some((name) => SETTINGS.includes(name)),
    scope: { namespace: 'kube-system' },
  },
];

export default defineCheck({
  id: 'rbac-kube-system-configmaps-write',
  on: role,
  each: rule,
  severity: 'medium',
  reads: grantReads,
  title: 'Role changes settings of the cluster in kube-system',
  why: 'A holder of the role answers every name of the cluster with an address of its own, or changes how nodes are set up.',
  advice: 'Name the ConfigMaps that are needed in resourceNames, or grant the right in other namespaces only.',
  messages: grantMessages,
  evaluate: (judged, report, context) => reportGrants(judged, wanted, report, context),
  fix: takingOut(wanted),
});

const configmaps = (verbs: string, names?: string) => ruleLines('""', 'configmaps', verbs, names);

export const examples: CheckExamples = {
  pass: [
    roleManifest(configmaps('update, patch')),
    roleManifest(configmaps('update, patch', 'shop-settings') + configmaps('get, create, delete'), 'kube-system'),
    clusterRoleManifest(configmaps('update', 'aws-auth') + ruleLines('""', 'secrets', 'update')),
    { yaml: clusterRoleManifest(configmaps('update')) + roleBindingManifest, complete: true },
  ],
  fail: [
    {
      yaml: roleManifest(
        configmaps('get') +
          configmaps('update, patch') +
          configmaps('update', 'shop-settings, coredns') +
          configmaps('update', 'coredns-custom') +
          configmaps('update', 'kube-dns') +
          configmaps('update', 'node-local-dns') +
          configmaps('update', 'kube-proxy') +
          configmaps('update', 'kubeadm-config') +
          configmaps('update', 'kubelet-config') +
          configmaps('update', 'extension-apiserver-authentication'),
        'kube-system',
      ),
      at: ['11:17', '14:17', '18:17', '22:17', '26:17', '30:17', '34:17', '38:17', '42:17'],
      message: [
        'rule 2 grants its holders update and patch on configmaps (assuming something binds the role)',
        ...[
          'coredns',
          'coredns-custom',
          'kube-dns',
          'node-local-dns',
          'kube-proxy',
          'kubeadm-config',
          'kubelet-config',
          'extension-apiserver-authentication',
        ].map(
          (name, index) =>
            `rule ${index + 3} grants its holders update on configmaps named ${name} (assuming something binds the role)`,
        ),
      ],
      fixed: roleManifest(configmaps('get'), 'kube-system'),
    },
    {
      yaml: clusterRoleManifest(configmaps('get, update')) + clusterRoleBindingManifest,
      complete: true,
      at: '7:17',
      message: 'rule 1 grants ServiceAccount platform/operator update on configmaps',
      fixed: clusterRoleManifest(configmaps('get')) + clusterRoleBindingManifest,
    },
    {
      yaml: clusterRoleManifest(configmaps('get, patch')) + roleBindingManifest.replace('shop', 'kube-system'),
      complete: true,
      at: '7:17',
      message: 'rule 1 grants Group operators patch on configmaps',
      fixed: clusterRoleManifest(configmaps('get')) + roleBindingManifest.replace('shop', 'kube-system'),
    },
  ],
  unknown: [aggregatedRoleExample],
};
