import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { anyObject } from './object.ts';
import { webhookClientsOf } from './webhook-client.ts';

function clients(content: JsonObject): (readonly [string, unknown, string])[] {
  return [...anyObject.enumerate(inventoryOfObjects([content]))]
    .flatMap(webhookClientsOf)
    .map((client) => [client.title, client.content['url'], formatPath(client.at('caBundle').path)]);
}

const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };

describe('webhookClientsOf', () => {
  it('gives the client of every webhook, also one that says nothing', () => {
    const webhooks = [{ name: 'a.guard.example', clientConfig: { url: 'https://guard.example' } }, {}];
    const apiVersion = 'admissionregistration.k8s.io/v1';
    expect(clients({ apiVersion, kind: 'MutatingWebhookConfiguration', webhooks })).toEqual([
      ['webhook "a.guard.example"', 'https://guard.example', 'webhooks[0].clientConfig.caBundle'],
      ['webhook number 2', undefined, 'webhooks[1].clientConfig.caBundle'],
    ]);
  });

  it('gives the client that converts custom resources', () => {
    const spec = { conversion: { webhook: { clientConfig: { url: 'https://convert.example' } } } };
    expect(clients({ ...definition, spec })).toEqual([
      ['the conversion webhook', 'https://convert.example', 'spec.conversion.webhook.clientConfig.caBundle'],
    ]);
    expect(clients({ ...definition, spec: { conversion: { strategy: 'None' } } })).toEqual([]);
  });
});
