import { describe, expect, it } from 'vitest';
import { roleBinding } from './rbac.ts';

const target = { targetVersion: { major: 1, minor: 36 } };
const apiGroup = 'rbac.authorization.k8s.io';

describe('roleBinding', () => {
  it('refers to a role of the RBAC group', () => {
    expect(roleBinding({}, target)).toEqual({ roleRef: { apiGroup } });
    expect(roleBinding({ roleRef: { apiGroup: '', kind: 'ClusterRole', name: 'view' } }, target)).toEqual({
      roleRef: { apiGroup, kind: 'ClusterRole', name: 'view' },
    });
  });

  it('takes users and groups for those of the RBAC group, and service accounts for those of the core group', () => {
    const subjects = [
      { kind: 'User', name: 'a' },
      { kind: 'Group', name: 'b', apiGroup: '' },
      { kind: 'ServiceAccount', name: 'c', apiGroup: '', namespace: '' },
      { kind: 'User', name: 'd', apiGroup: 'other' },
      { kind: 'Robot', name: 'e' },
    ];
    expect(roleBinding({ roleRef: { apiGroup }, subjects }, target)).toEqual({
      roleRef: { apiGroup },
      subjects: [
        { kind: 'User', name: 'a', apiGroup },
        { kind: 'Group', name: 'b', apiGroup },
        { kind: 'ServiceAccount', name: 'c' },
        { kind: 'User', name: 'd', apiGroup: 'other' },
        { kind: 'Robot', name: 'e' },
      ],
    });
  });

  it('leaves what is malformed', () => {
    const given = { roleRef: 'view', subjects: ['a', null, { kind: 1 }] };
    expect(roleBinding(given, target)).toBe(given);
  });
});
