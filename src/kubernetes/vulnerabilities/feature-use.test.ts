import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { type Feature, featureUse } from './feature-use.ts';

function pod(spec: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec };
}

function apiService(spec: JsonObject): JsonObject {
  return { apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService', metadata: { name: 'v1.shop.example' }, spec };
}

const cases: [Feature, JsonObject, JsonObject, string][] = [
  [
    'sub-path',
    pod({ containers: [{ name: 'web', volumeMounts: [{ name: 'data', mountPath: '/data', subPath: 'shop' }] }] }),
    pod({ containers: [{ name: 'web', volumeMounts: [{ name: 'data', mountPath: '/data', subPath: '' }] }] }),
    'a pod mounts with subPath',
  ],
  [
    'git-repo-volume',
    pod({ volumes: [{ name: 'code', gitRepo: { repository: 'https://git.example/web' } }] }),
    pod({ volumes: [{ name: 'code', emptyDir: {}, gitRepo: null }] }),
    'a pod has a gitRepo volume',
  ],
  [
    'aggregated-api',
    apiService({ service: { name: 'api' } }),
    apiService({ service: null }),
    'an aggregated API is registered',
  ],
];

describe('featureUse', () => {
  it.each(cases)('tells whether %s is used', (feature, used, unused, assumption) => {
    expect(featureUse(feature, inventoryOfObjects([used]))).toEqual({ is: 'yes' });
    expect(featureUse(feature, inventoryOfObjects([unused], true))).toEqual({ is: 'no' });
    const inventory = inventoryOfObjects([unused]);
    expect(featureUse(feature, inventory)).toEqual({ is: 'unknown', missing: [assumption] });
    expect(featureUse(feature, inventory)).toBe(featureUse(feature, inventory));
  });
});
