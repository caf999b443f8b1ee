import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

const apiVersion = 'rbac.authorization.k8s.io/v1';

function lines(kind: string, fields: JsonObject): string[] {
  return violationLines({ apiVersion, kind, metadata: { name: 'system:a' }, ...fields });
}

describe('roles', () => {
  it('pass where each rule has verbs and what they are for', () => {
    expect(lines('Role', {})).toEqual([]);
    expect(lines('ClusterRole', { rules: [{ verbs: ['get'], nonResourceURLs: ['/healthz'] }] })).toEqual([]);
    expect(lines('ClusterRole', { rules: [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }] })).toEqual([]);
  });

  it('have whole rules', () => {
    expect(lines('Role', { rules: [{}, { verbs: ['get'], nonResourceURLs: ['/'], resources: ['pods'] }] })).toEqual([
      'rules[0].verbs: Required value: verbs must contain at least one value',
      'rules[0].apiGroups: Required value: resource rules must supply at least one api group',
      'rules[0].resources: Required value: resource rules must supply at least one resource',
      'rules[1].nonResourceURLs: Invalid value: ["/"]: namespaced rules cannot apply to non-resource URLs',
      'rules[1].nonResourceURLs: Invalid value: ["/"]: rules cannot apply to both regular resources and non-resource URLs',
    ]);
  });

  it('are gathered by well-formed selectors', () => {
    const aggregationRule = { clusterRoleSelectors: [{ matchExpressions: [{ key: 'a', operator: 'In' }] }] };
    expect(lines('ClusterRole', { aggregationRule })).toEqual([
      "aggregationRule.clusterRoleSelectors[0].matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
    ]);
  });
});

describe('bindings', () => {
  const roleRef = { kind: 'ClusterRole', name: 'a' };

  it('pass without a group', () => {
    const subjects = [
      { kind: 'User', name: 'a' },
      { kind: 'ServiceAccount', name: 'b' },
    ];
    expect(lines('RoleBinding', { roleRef: { kind: 'Role', name: 'a' }, subjects })).toEqual([]);
  });

  it('name a role that there can be', () => {
    expect(lines('ClusterRoleBinding', { roleRef: { kind: 'Role', name: 'a/b', apiGroup: 'rbac' } })).toEqual([
      'roleRef.apiGroup: Unsupported value: "rbac": supported values: "rbac.authorization.k8s.io"',
      'roleRef.kind: Unsupported value: "Role": supported values: "ClusterRole"',
      'roleRef.name: Invalid value: "a/b": may not contain \'/\'',
    ]);
    expect(lines('RoleBinding', {})).toEqual([
      'roleRef.kind: Unsupported value: "": supported values: "ClusterRole", "Role"',
      'roleRef.name: Required value',
    ]);
  });

  it('name subjects that there can be', () => {
    const subjects = [
      { kind: 'ServiceAccount', name: 'a', apiGroup: 'rbac.authorization.k8s.io' },
      { kind: 'Group', name: 'g', apiGroup: 'v1' },
      { kind: 'Robot' },
    ];
    expect(lines('ClusterRoleBinding', { roleRef, subjects })).toEqual([
      'subjects[2].name: Required value',
      'subjects[0].apiGroup: Unsupported value: "rbac.authorization.k8s.io": supported values: ""',
      'subjects[0].namespace: Required value',
      'subjects[1].apiGroup: Unsupported value: "v1": supported values: "rbac.authorization.k8s.io"',
      'subjects[2].kind: Unsupported value: "Robot": supported values: "ServiceAccount", "User", "Group"',
    ]);
  });
});
