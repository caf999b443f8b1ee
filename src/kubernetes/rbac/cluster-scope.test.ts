import { describe, expect, it } from 'vitest';
import { needsClusterScope } from './cluster-scope.ts';

describe('needsClusterScope', () => {
  it.each([
    ['get', '', 'nodes', true],
    ['get', '', 'nodes/proxy', true],
    ['create', '', 'persistentvolumes', true],
    ['create', '', 'persistentvolumeclaims', false],
    ['get', 'metrics.k8s.io', 'pods', false],
    ['update', 'certificates.k8s.io', 'signers', true],
    ['patch', 'rbac.authorization.k8s.io', 'clusterroles', true],
    ['escalate', 'rbac.authorization.k8s.io', 'clusterroles', true],
    ['bind', 'rbac.authorization.k8s.io', 'clusterroles', false],
    ['patch', 'rbac.authorization.k8s.io', 'roles', false],
    ['use', 'security.openshift.io', 'securitycontextconstraints', false],
    ['impersonate', '', 'users', true],
    ['impersonate', '', 'serviceaccounts', false],
    ['impersonate', 'authentication.k8s.io', 'userextras/scopes', true],
    ['patch', '', 'namespaces', false],
    ['create', 'cert-manager.io', 'clusterissuers', true],
    ['create', 'cert-manager.io', 'issuers', false],
    ['delete', 'kyverno.io', 'globalcontextentries', true],
    ['delete', 'kyverno.io', 'policies', false],
    ['create', 'shop.example', 'nodes', false],
  ])('of %s in %j on %s is %s', (verb, group, resource, expected) => {
    expect(needsClusterScope(verb, group, resource)).toBe(expected);
  });
});
