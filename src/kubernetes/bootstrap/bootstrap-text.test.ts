import { describe, expect, it } from 'vitest';
import { contentOfLine, readBootstrapLine, readRuleLine, wordOf } from './bootstrap-text.ts';

const rules = ['get,list "" pods', 'get /healthz', 'watch "",apps pods,deployments web,""'].map(readRuleLine);

function contentOf(line: string): unknown {
  return contentOfLine(readBootstrapLine(line), (number) => rules[number]);
}

const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
const annotations = { 'rbac.authorization.kubernetes.io/autoupdate': 'true' };
const apiVersion = 'rbac.authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';

it('reads rules of resources, of named ones and of URLs', () => {
  expect(rules).toEqual([
    { verbs: ['get', 'list'], apiGroups: [''], resources: ['pods'] },
    { verbs: ['get'], nonResourceURLs: ['/healthz'] },
    { verbs: ['watch'], apiGroups: ['', 'apps'], resources: ['pods', 'deployments'], resourceNames: ['web', ''] },
  ]);
});

it('reads what a line is about', () => {
  const line = readBootstrapLine('Role kube-system/a:b 31-34 joins=edit rules=0,2');
  expect(line).toEqual({
    kind: 'Role',
    name: 'a:b',
    namespace: 'kube-system',
    from: 31,
    to: 34,
    words: ['joins=edit', 'rules=0,2'],
  });
  expect([wordOf(line, 'joins'), wordOf(line, 'rules'), wordOf(line, 'collects')]).toEqual(['edit', '0,2', undefined]);
  expect(readBootstrapLine('Namespace default 31-36')).toMatchObject({ name: 'default', namespace: undefined });
});

describe('contentOfLine', () => {
  it('makes roles', () => {
    expect(contentOf('ClusterRole plain 31-36 rules=1,0')).toEqual({
      apiVersion,
      kind: 'ClusterRole',
      metadata: { name: 'plain', labels, annotations },
      rules: [rules[1], rules[0]],
    });
    expect(contentOf('Role kube-system/a:b 31-36')).toEqual({
      apiVersion,
      kind: 'Role',
      metadata: { name: 'a:b', namespace: 'kube-system', labels, annotations },
      rules: [],
    });
    expect(contentOf('ClusterRole edit 31-36 collects=edit joins=admin')).toEqual({
      apiVersion,
      kind: 'ClusterRole',
      metadata: {
        name: 'edit',
        labels: { ...labels, 'rbac.authorization.k8s.io/aggregate-to-admin': 'true' },
        annotations,
      },
      aggregationRule: {
        clusterRoleSelectors: [{ matchLabels: { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' } }],
      },
      rules: null,
    });
  });

  it('makes bindings', () => {
    expect(contentOf('RoleBinding kube-system/a:b 31-36 Role/c:d User/u:v ServiceAccount/kube-public/s')).toEqual({
      apiVersion,
      kind: 'RoleBinding',
      metadata: { name: 'a:b', namespace: 'kube-system', labels, annotations },
      roleRef: { apiGroup, kind: 'Role', name: 'c:d' },
      subjects: [
        { apiGroup, kind: 'User', name: 'u:v' },
        { kind: 'ServiceAccount', name: 's', namespace: 'kube-public' },
      ],
    });
    expect(contentOf('ClusterRoleBinding nobody 31-36 ClusterRole/plain')).toEqual({
      apiVersion,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'nobody', labels, annotations },
      roleRef: { apiGroup, kind: 'ClusterRole', name: 'plain' },
    });
  });

  it('makes namespaces and priority classes', () => {
    expect(contentOf('Namespace default 31-36')).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'default', labels: { 'kubernetes.io/metadata.name': 'default' } },
    });
    expect(contentOf('PriorityClass high 31-36 2000000000')).toEqual({
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'high' },
      value: 2_000_000_000,
    });
  });
});
