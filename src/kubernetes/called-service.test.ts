import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { calledServicesOf } from './called-service.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function called(apiVersion: string, kind: string, content: JsonObject): string[] {
  return inventoryOfObjects([{ apiVersion, kind, metadata: { name: 'a' }, ...content }])
    .resources.flatMap(calledServicesOf)
    .map(({ name, namespace, port, path }) => `${namespace}/${name}:${port} ${formatPath(path)}`);
}

describe('calledServicesOf', () => {
  const service = { name: 'hook', namespace: 'shop' };

  it('finds those of webhooks', () => {
    const webhooks = [{ clientConfig: { service } }, { clientConfig: { url: 'https://a.example' } }, 'damaged'];
    for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
      expect(called('admissionregistration.k8s.io/v1', kind, { webhooks })).toEqual([
        'shop/hook:443 webhooks[0].clientConfig.service',
      ]);
    }
  });

  it('finds those of definitions and APIServices', () => {
    const conversion = { strategy: 'Webhook', webhook: { clientConfig: { service: { ...service, port: 8443 } } } };
    expect(called('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { spec: { conversion } })).toEqual([
      'shop/hook:8443 spec.conversion.webhook.clientConfig.service',
    ]);
    expect(called('apiregistration.k8s.io/v1', 'APIService', { spec: { service } })).toEqual([
      'shop/hook:443 spec.service',
    ]);
    expect(called('apiregistration.k8s.io/v1', 'APIService', { spec: { service: null } })).toEqual([]);
  });
});
