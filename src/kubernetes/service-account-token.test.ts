import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { defaultApiAudiences, holdsApiToken, isTokenMounted, mountedApiTokens } from './service-account-token.ts';
import { workload } from './workload.ts';

const pod = (spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop' },
  spec,
});

function account(name: string, automountServiceAccountToken: unknown, namespace = 'shop'): JsonObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace }, automountServiceAccountToken };
}

function podAmong(spec: JsonObject, ...objects: readonly JsonObject[]) {
  const inventory = inventoryOfObjects([pod(spec), ...objects]);
  const [judged] = workload.enumerate(inventory);
  if (judged === undefined) throw new Error('no workload');
  return { judged, inventory };
}

function isMounted(spec: JsonObject, ...objects: readonly JsonObject[]): boolean {
  const { judged, inventory } = podAmong(spec, ...objects);
  return isTokenMounted(judged, inventory);
}

describe('isTokenMounted', () => {
  it('is as the pod says', () => {
    expect(isMounted({ automountServiceAccountToken: false }, account('default', true))).toBe(false);
    expect(isMounted({ automountServiceAccountToken: true }, account('default', false))).toBe(true);
  });

  it('is as the account says, where the pod does not', () => {
    expect(isMounted({}, account('default', false))).toBe(false);
    expect(isMounted({ automountServiceAccountToken: null, serviceAccountName: 'web' }, account('web', false))).toBe(
      false,
    );
    expect(isMounted({ serviceAccountName: 'web' }, account('web', true))).toBe(true);
  });

  it('is so by default', () => {
    expect(isMounted({})).toBe(true);
    expect(isMounted({ serviceAccountName: 'web' }, account('default', false))).toBe(true);
    expect(isMounted({ serviceAccountName: 'web' }, account('web', false, 'other'))).toBe(true);
    expect(isMounted({ serviceAccountName: 'web' }, account('web', 'no'))).toBe(true);
  });
});

/** A pod with one volume of this name and token, mounted by the name `mount`. */
function podWithToken(name: string, serviceAccountToken: JsonObject, mount = name): JsonObject {
  return {
    automountServiceAccountToken: false,
    containers: [{ name: 'web', volumeMounts: [{ name: mount, mountPath: '/tokens' }] }],
    volumes: [{ name, projected: { sources: [{ serviceAccountToken }] } }],
  };
}

describe('mountedApiTokens', () => {
  it.each([
    ['without audience', podWithToken('api', {}), 1],
    ['with an empty audience', podWithToken('api', { audience: '' }), 1],
    ['for the API server', podWithToken('api', { audience: 'kubernetes.default.svc' }), 1],
    ['for another', podWithToken('api', { audience: 'vault' }), 0],
    ['that nothing mounts', podWithToken('api', {}, 'other'), 0],
    ['that was injected', podWithToken('kube-api-access-7x', { expirationSeconds: 3607 }), 1],
  ])('knows a token %s', (_, spec, count) => {
    const { judged, inventory } = podAmong(spec);
    expect(mountedApiTokens(judged, defaultApiAudiences)).toHaveLength(count);
    expect(holdsApiToken(judged, inventory)).toBe(count === 1);
  });

  it('takes other audiences', () => {
    const { judged } = podAmong(podWithToken('api', { audience: 'https://api.shop.example' }));
    expect(mountedApiTokens(judged, ['https://api.shop.example'])).toHaveLength(1);
  });
});

describe('holdsApiToken', () => {
  it('is true of a pod with the token of its account', () => {
    const { judged, inventory } = podAmong({});
    expect(holdsApiToken(judged, inventory)).toBe(true);
  });
});
