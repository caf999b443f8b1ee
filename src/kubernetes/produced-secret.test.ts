import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { findSecret, secretProducers } from './produced-secret.ts';

function isOf(name: string, objects: readonly JsonObject[]): unknown {
  const lookup = findSecret(name, 'shop', inventoryOfObjects(objects, true));
  return lookup.is === 'unknown' ? lookup.missing.what : lookup.is;
}

function produced(name: string, group: string, kind: string, spec: JsonObject): unknown {
  const object = { apiVersion: `${group}/v1`, kind, metadata: { name: 'web', namespace: 'shop' }, spec };
  return isOf(name, [object]);
}

describe('findSecret', () => {
  it.each([
    ['login', 'external-secrets.io', 'ExternalSecret', { target: { name: 'login' } }, 'produced'],
    ['web', 'external-secrets.io', 'ExternalSecret', {}, 'produced'],
    ['web', 'external-secrets.io', 'ExternalSecret', { target: { name: 'login' } }, 'absent'],
    ['web', 'bitnami.com', 'SealedSecret', {}, 'produced'],
    ['login', 'bitnami.com', 'SealedSecret', { template: { metadata: { name: 'login' } } }, 'produced'],
    ['tls', 'cert-manager.io', 'Certificate', { secretName: 'tls' }, 'produced'],
    ['web', 'cert-manager.io', 'Certificate', { secretName: 'tls' }, 'absent'],
    [
      'b',
      'secrets-store.csi.x-k8s.io',
      'SecretProviderClass',
      { secretObjects: [{ secretName: 'a' }, { secretName: 'b' }] },
      'produced',
    ],
    ['login', 'shop.example', 'Order', { secretName: 'login' }, 'absent'],
  ])('%s by %s %s with %j: %j', (name, group, kind, spec, expected) => {
    expect(produced(name, group, kind, spec)).toBe(expected);
  });

  it('is not known where a name is not', () => {
    expect(produced('login', 'cert-manager.io', 'Certificate', { secretName: new UnknownValue('a variable') })).toBe(
      'Certificate shop/web: spec.secretName is not known: a variable',
    );
  });

  it('finds what is among the inputs', () => {
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login', namespace: 'shop' } };
    expect(isOf('login', [secret])).toBe('found');
    expect(findSecret('login', 'shop', inventoryOfObjects([])).is).toBe('unknown');
  });

  it('goes by namespace', () => {
    const spec = { secretName: 'tls' };
    const object = {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'a', namespace: 'b' },
      spec,
    };
    expect(isOf('tls', [object])).toBe('absent');
    expect(secretProducers).toContain('cert-manager.io/Certificate');
  });
});
