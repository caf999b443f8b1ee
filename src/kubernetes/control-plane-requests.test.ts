import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { hasControlPlaneCondition, leavesOutKubeSystem } from './control-plane-requests.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { objectsOf } from './object.ts';
import { type Webhook, webhook } from './webhook.ts';

function webhookWith(content: JsonObject): Webhook {
  const inventory = inventoryOfObjects([{ apiVersion: 'v1', kind: 'Guard', webhooks: [content] }]);
  const [found] = [...objectsOf('Guard').enumerate(inventory)].flatMap((object) => [...webhook.enumerate(object)]);
  if (found === undefined) throw new Error('there is no webhook');
  return found;
}

function expression(key: string, operator: string, ...values: readonly string[]): JsonObject {
  return {
    matchExpressions: [
      { key: 'team', operator: 'Exists' },
      { key, operator, values },
    ],
  };
}

const name = 'kubernetes.io/metadata.name';

describe('leavesOutKubeSystem', () => {
  it.each([
    [{}, false],
    [expression(name, 'NotIn', 'shop', 'kube-system'), true],
    [expression(name, 'NotIn', 'shop'), false],
    [expression(name, 'In', 'shop'), true],
    [expression(name, 'In', 'kube-system'), false],
    [expression(name, 'DoesNotExist'), true],
    [expression(name, 'Exists'), false],
    [expression('guard.example/ignore', 'NotIn', 'kube-system'), false],
    [{ matchLabels: { [name]: 'shop', team: 'sales' } }, true],
    [{ matchLabels: { [name]: 'kube-system', team: 'sales' } }, false],
    [{ matchLabels: { team: 'sales' } }, false],
  ])('%j: %s', (namespaceSelector, isLeftOut) => {
    expect(leavesOutKubeSystem(webhookWith({ namespaceSelector }))).toBe(isLeftOut);
  });

  it('is false without a selector', () => {
    expect(leavesOutKubeSystem(webhookWith({}))).toBe(false);
  });
});

describe('hasControlPlaneCondition', () => {
  it.each([
    ["request.namespace != 'kube-system'", true],
    ["!request.userInfo.username.startsWith('system:')", true],
    ["request.namespace != 'shop'", false],
  ])('%s: %s', (condition, holds) => {
    const matchConditions = [{ name: 'one', expression: 'true' }, { name: 'two', expression: condition }, {}];
    expect(hasControlPlaneCondition(webhookWith({ matchConditions }))).toBe(holds);
  });
});
