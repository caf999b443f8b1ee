import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { guardedRequests } from './guarded-requests.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { objectsOf } from './object.ts';
import { isCalledFor, validatingWebhooks, type Webhook, webhook } from './webhook.ts';

function webhooksOf(...webhooks: readonly unknown[]): Webhook[] {
  return webhooksOfVersion('v1', ...webhooks);
}

function webhooksOfVersion(version: string, ...webhooks: readonly unknown[]): Webhook[] {
  const content: JsonObject = {
    apiVersion: `admissionregistration.k8s.io/${version}`,
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'guard' },
    webhooks,
  };
  const configurations = [...objectsOf(validatingWebhooks).enumerate(inventoryOfObjects([content]))];
  return configurations.flatMap((configuration) => [...webhook.enumerate(configuration)]);
}

describe('webhook', () => {
  it('names each webhook, by its number where it has no name', () => {
    const found = webhooksOf({ name: 'pods.guard.example' }, { failurePolicy: 'Ignore' }, 'broken');
    expect(found.map(({ part }) => part)).toEqual([
      'webhook "pods.guard.example"',
      'webhook number 2',
      'webhook number 3',
    ]);
    expect(found.map(({ stopsOnFailure }) => stopsOnFailure)).toEqual([true, false, true]);
    expect(found[1]?.at('rules', 0).path).toEqual(['webhooks', 1, 'rules', 0]);
  });
});

describe('stopsOnFailure', () => {
  it('depends on the version where the webhook does not say it', () => {
    const webhooks = [{}, { failurePolicy: null }, { failurePolicy: 'Fail' }, { failurePolicy: 'Ignore' }];
    const inVersion = (version: string) =>
      webhooksOfVersion(version, ...webhooks).map(({ stopsOnFailure }) => stopsOnFailure);
    expect(inVersion('v1')).toEqual([true, true, true, false]);
    expect(inVersion('v1beta1')).toEqual([false, false, true, false]);
  });
});

describe('isCalledFor', () => {
  it.each([
    ['', 'pods', 'CREATE', true],
    ['', 'pods', 'DELETE', false],
    ['', 'pods', 'CONNECT', false],
    ['', 'pods/exec', 'CONNECT', true],
    ['', 'pods/status', 'UPDATE', false],
    ['', 'services/proxy', 'CONNECT', true],
    ['', 'configmaps', '*', false],
    ['apps', '*', 'UPDATE', true],
    ['shop.example', '*', '*', false],
    ['rbac.authorization.k8s.io', 'clusterrolebindings', 'CREATE', true],
    ['rbac.authorization.k8s.io', 'clusterroles', 'CREATE', false],
    ['*', '*/*', '*', true],
  ])('group "%s", resource %s, operation %s', (group, resource, operation, isCalled) => {
    const [found] = webhooksOf({ rules: [{}, { apiGroups: [group], resources: [resource], operations: [operation] }] });
    expect(found && isCalledFor(found, guardedRequests)).toBe(isCalled);
  });
});
