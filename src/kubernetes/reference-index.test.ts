import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { type NamedKind, referenceIndexOf } from './reference-index.ts';

function podWith(spec: JsonObject): JsonObject {
  const metadata = { name: 'web', namespace: 'shop' };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'web' }], ...spec } };
}

function useOf(kind: NamedKind, name: string, ...objects: readonly JsonObject[]): unknown {
  const use = referenceIndexOf(inventoryOfObjects(objects)).useOf(kind, name, 'shop');
  return use && [use.isWhole, ...use.keys];
}

const variable = (key: string): JsonObject => ({ name: key, valueFrom: { secretKeyRef: { name: 'login', key } } });

describe('referenceIndexOf', () => {
  it('gathers keys, or that the whole is used', () => {
    const keys = podWith({ containers: [{ name: 'web', env: [variable('a'), variable('b'), variable('a')] }] });
    const whole = podWith({ containers: [{ name: 'web', envFrom: [{ secretRef: { name: 'login' } }] }] });
    expect(useOf('Secret', 'login', keys)).toEqual([false, 'a', 'b']);
    expect(useOf('Secret', 'login', keys, { ...whole, metadata: { name: 'api', namespace: 'shop' } })).toEqual([
      true,
      'a',
      'b',
    ]);
    expect(useOf('Secret', 'other', keys)).toBeUndefined();
    expect(useOf('ConfigMap', 'login', whole)).toBeUndefined();
    expect(useOf('Secret', 'login', { ...whole, metadata: { name: 'web', namespace: 'other' } })).toBeUndefined();
  });

  it.each<[NamedKind, string, JsonObject]>([
    ['Secret', 'pull', { imagePullSecrets: [{ name: 'pull' }] }],
    ['Secret', 'disk', { volumes: [{ name: 'a', rbd: { secretRef: { name: 'disk' } } }] }],
    ['Secret', 'share', { volumes: [{ name: 'a', azureFile: { secretName: 'share' } }] }],
    ['ServiceAccount', 'web', { serviceAccountName: 'web' }],
    ['ServiceAccount', 'default', {}],
    ['PersistentVolumeClaim', 'data', { volumes: [{ name: 'a', persistentVolumeClaim: { claimName: 'data' } }] }],
    [
      'PersistentVolumeClaim',
      'web-scratch',
      { volumes: [{ name: 'scratch', ephemeral: { volumeClaimTemplate: {} } }] },
    ],
    ['ConfigMap', 'settings', { containers: [{ name: 'a', args: [1, '--configmap=$(POD_NAMESPACE)/settings'] }] }],
    ['ConfigMap', 'tcp', { containers: [{ name: 'a', command: ['/run', '--tcp-services-configmap=shop/tcp'] }] }],
    ['Secret', 'tls', { containers: [{ name: 'a', args: ['--default-ssl-secret=tls'] }] }],
    ['Secret', 'tls', { containers: [{ name: 'a', args: ['--default-ssl-certificate=$(POD_NAMESPACE)/tls'] }] }],
    ['ConfigMap', 'tcp', { containers: [{ name: 'a', args: ['--v', '2', '--tcp-services-configmap', 'shop/tcp'] }] }],
    ['Secret', 'store', { volumes: [{ name: 'a', csi: { nodePublishSecretRef: { name: 'store' } } }] }],
    ['ConfigMap', 'udp', { containers: [{ name: 'a', args: ['--udp-services-config-map=shop/udp'] }] }],
  ])('knows that a pod uses %s %s', (kind, name, spec) => {
    expect(useOf(kind, name, podWith(spec))).toEqual([true]);
  });

  it('follows the namespace that an option names', () => {
    const options = podWith({ containers: [{ name: 'a', args: ['--configmap=other/settings'] }] });
    expect(useOf('ConfigMap', 'settings', options)).toBeUndefined();
    const apart = podWith({ containers: [{ name: 'a', args: ['--configmap', 'other/settings', '--configmap', 1] }] });
    expect(useOf('ConfigMap', 'settings', apart)).toBeUndefined();
  });

  it('knows the claims of a StatefulSet, whatever their number', () => {
    const set = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'shop' },
      spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }, 'damaged'], template: { spec: {} } },
    };
    expect(useOf('PersistentVolumeClaim', 'data-db-12', set)).toEqual([true]);
    expect(useOf('PersistentVolumeClaim', 'data-db-x', set)).toBeUndefined();
    expect(useOf('PersistentVolumeClaim', 'data-web-0', set)).toBeUndefined();
  });

  it('reads other objects by the names of their fields', () => {
    const metadata = { name: 'web', namespace: 'shop' };
    const ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: { tls: [{ secretName: 'tls' }] },
    };
    const issuer = {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata,
      spec: { secretRef: { name: 'key' } },
    };
    const runner = {
      apiVersion: 'shop.example/v1',
      kind: 'Runner',
      metadata,
      spec: { tokenSecretRef: { name: 'token' }, template: { spec: { containers: [{ name: 'a' }] } } },
    };
    const policy = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata,
      spec: { paramRef: { name: 'limits' } },
    };
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata,
      subjects: [
        { kind: 'ServiceAccount', name: 'ci', namespace: 'shop' },
        { kind: 'User', name: 'jo' },
        { kind: 'User', name: 'system:serviceaccount:shop:cd' },
        { kind: 'Group', name: 'system:serviceaccount:shop:all' },
      ],
    };
    expect(useOf('Secret', 'tls', ingress)).toEqual([true]);
    expect(useOf('Secret', 'key', issuer)).toEqual([true]);
    expect(useOf('Secret', 'token', runner)).toEqual([true]);
    expect(useOf('ConfigMap', 'limits', policy)).toEqual([true]);
    expect(useOf('ServiceAccount', 'ci', binding)).toEqual([true]);
    expect(useOf('ServiceAccount', 'cd', binding)).toEqual([true]);
    expect(useOf('ServiceAccount', 'jo', binding)).toBeUndefined();
    expect(useOf('ServiceAccount', 'all', binding)).toBeUndefined();
  });

  it('joins what objects of the cluster use with what those of the namespace do', () => {
    const keys = podWith({ containers: [{ name: 'web', env: [variable('a')] }] });
    const spec = { secretRef: { name: 'login' } };
    const issuer = {
      apiVersion: 'policy.networking.k8s.io/v1',
      kind: 'AdminNetworkPolicy',
      metadata: { name: 'a' },
      spec,
    };
    expect(useOf('Secret', 'login', keys, issuer)).toEqual([true, 'a']);
  });

  it('says what it does not know', () => {
    const unknown = new UnknownValue('a variable');
    const pod = podWith({ serviceAccountName: unknown });
    const ingress = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'a' },
      spec: { tls: unknown },
    };
    const index = referenceIndexOf(inventoryOfObjects([pod]));
    expect(index.hidden('shop')).toBe('Pod shop/web: spec.serviceAccountName is not known: a variable');
    expect(index.hidden('other')).toBeUndefined();
    expect(referenceIndexOf(inventoryOfObjects([ingress])).hidden('shop')).toBe(
      'Ingress default/a holds values that are not known',
    );
  });

  it('is made once for an inventory', () => {
    const inventory = inventoryOfObjects([]);
    expect(referenceIndexOf(inventory)).toBe(referenceIndexOf(inventory));
  });
});
