import { describe, expect, it } from 'vitest';
import { isBeyondNamespaces, verbsOfAllNamespaces } from './cluster-scoped-resource.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

const inventory = inventoryOfObjects(
  [
    ['Cluster', 'regions'],
    ['Namespaced', 'orders'],
  ].map(([scope, plural]) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.shop.example` },
    spec: { group: 'shop.example', scope, names: { plural } },
  })),
);

describe('isBeyondNamespaces', () => {
  it.each([
    ['', 'nodes', ['get'], true],
    ['', 'nodes/proxy', ['get'], true],
    ['', 'persistentvolumes', ['*'], true],
    ['storage.k8s.io', 'storageclasses', ['list'], true],
    ['admissionregistration.k8s.io', 'validatingadmissionpolicies', ['list'], true],
    ['networking.k8s.io', 'ipaddresses', ['list'], true],
    ['security.openshift.io', 'securitycontextconstraints', ['get'], true],
    ['security.openshift.io', 'securitycontextconstraints', ['use'], false],
    ['rbac.authorization.k8s.io', 'clusterroles', ['bind'], false],
    ['rbac.authorization.k8s.io', 'clusterroles', ['get'], true],
    ['', 'namespaces', ['get', 'update', 'patch', 'delete'], false],
    ['', 'namespaces', ['get', 'list'], true],
    ['', 'namespaces', ['create'], true],
    ['', 'namespaces', ['*'], true],
    ['*', 'namespaces', ['watch'], true],
    ['*', 'nodes', ['get'], true],
    ['*', 'clusterroles', ['get'], true],
    ['*', 'clusterroles', ['bind'], false],
    ['*', 'nodepools', ['get'], false],
    ['*', 'pods', ['get'], false],
    ['*', '*', ['get'], false],
    ['', 'pods', ['get'], false],
    ['apps', 'nodes', ['get'], false],
    ['shop.example', 'orders', ['get'], false],
    ['shop.example', 'regions', ['get'], true],
    ['shop.example', 'regions/status', ['get'], true],
    ['other.example', 'regions', ['get'], false],
    ['', '*', ['get'], false],
  ])('of %j %j %j: %j', (group, resource, verbs, expected) => {
    expect(isBeyondNamespaces(group, resource, verbs, inventory)).toBe(expected);
  });
});

describe('verbsOfAllNamespaces', () => {
  it.each([
    [
      ['watch', 'get', 'list', 'list'],
      ['list', 'watch'],
    ],
    [['get', 'update', 'patch', 'delete'], []],
    [
      ['list', '*'],
      ['create', 'deletecollection', 'list', 'watch'],
    ],
  ])('of %j: %j', (verbs, expected) => {
    expect(verbsOfAllNamespaces(verbs)).toEqual(expected);
  });
});
