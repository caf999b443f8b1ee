import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { isSameBinding } from './same-binding.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const roleRef = { apiGroup, kind: 'ClusterRole', name: 'cluster-admin' };
const masters = { apiGroup, kind: 'Group', name: 'system:masters' };
const account = { kind: 'ServiceAccount', name: 'dns', namespace: 'kube-system' };
const shipped = { roleRef, subjects: [masters, account] };

describe('isSameBinding', () => {
  it.each<[string, JsonObject]>([
    ['the same binding', shipped],
    ['another order', { roleRef, subjects: [account, masters] }],
    ['a subject named twice', { roleRef, subjects: [account, masters, account] }],
    [
      'unset groups',
      {
        roleRef: { kind: 'ClusterRole', name: 'cluster-admin' },
        subjects: [
          { kind: 'Group', name: 'system:masters' },
          { ...account, apiGroup: '' },
        ],
      },
    ],
  ])('is true of %s', (_, binding) => {
    expect(isSameBinding(shipped, binding)).toBe(true);
  });

  it.each<[string, JsonObject]>([
    ['nothing', {}],
    ['another role', { ...shipped, roleRef: { ...roleRef, name: 'view' } }],
    ['another kind of role', { ...shipped, roleRef: { ...roleRef, kind: 'Role' } }],
    ['another group of the role', { ...shipped, roleRef: { ...roleRef, apiGroup: 'example.org' } }],
    ['a subject more', { roleRef, subjects: [masters, account, { ...masters, name: 'system:authenticated' }] }],
    ['a subject less', { roleRef, subjects: [masters] }],
    ['another subject', { roleRef, subjects: [masters, { ...account, name: 'other' }] }],
    ['another namespace', { roleRef, subjects: [masters, { ...account, namespace: 'default' }] }],
    ['a user of the name', { roleRef, subjects: [{ ...masters, kind: 'User' }, account] }],
    ['another group of a subject', { roleRef, subjects: [{ ...masters, apiGroup: 'example.org' }, account] }],
    ['subjects that are none', { roleRef, subjects: 'all' }],
  ])('is false of %s', (_, binding) => {
    expect(isSameBinding(shipped, binding)).toBe(false);
  });

  it('takes a binding without subjects for one with an empty list', () => {
    expect(isSameBinding({ roleRef }, { roleRef, subjects: [] })).toBe(true);
  });
});
