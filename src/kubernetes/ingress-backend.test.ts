import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { backendsOf } from './ingress-backend.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function backends(spec: JsonObject): unknown[] {
  const objects = [{ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'shop' }, spec }];
  return inventoryOfObjects(objects)
    .resources.flatMap(backendsOf)
    .map(({ service, port, resource, portPath }) => [service, port, resource, formatPath(portPath)]);
}

describe('backendsOf', () => {
  it('finds the default backend and those of the paths', () => {
    const web = { service: { name: 'web', port: { number: 80 } } };
    const api = { service: { name: 'api', port: { name: 'http', number: 0 } } };
    expect(
      backends({ defaultBackend: web, rules: [{ host: 'a' }, { http: { paths: [{ backend: api }, 'damaged'] } }] }),
    ).toEqual([
      ['web', 80, undefined, 'spec.defaultBackend.service.port.number'],
      ['api', 'http', undefined, 'spec.rules[1].http.paths[0].backend.service.port.name'],
      ['', undefined, undefined, 'spec.rules[1].http.paths[1].backend.service.port'],
    ]);
  });

  it('reads the form of networking.k8s.io/v1beta1', () => {
    const web = { serviceName: 'web', servicePort: 80 };
    const api = { serviceName: 'api', servicePort: 'http' };
    expect(
      backends({
        backend: web,
        rules: [
          { http: { paths: [{ backend: api }, { backend: { serviceName: 'db' } }, { backend: { serviceName: 1 } }] } },
        ],
      }),
    ).toEqual([
      ['web', 80, undefined, 'spec.backend.servicePort'],
      ['api', 'http', undefined, 'spec.rules[0].http.paths[0].backend.servicePort'],
      ['db', undefined, undefined, 'spec.rules[0].http.paths[1].backend.servicePort'],
      ['', undefined, undefined, 'spec.rules[0].http.paths[2].backend.servicePort'],
    ]);
  });

  it('finds objects of other kinds', () => {
    const resource = { apiGroup: 'shop.example', kind: 'Bucket', name: 'images' };
    expect(backends({ defaultBackend: { resource } })).toEqual([
      ['', undefined, resource, 'spec.defaultBackend.service.port'],
    ]);
  });
});
