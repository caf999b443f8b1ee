import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { declaredPortsOf, hasServicePort, servicePortsOf } from './service.ts';
import { workload } from './workload.ts';

function service(spec: JsonObject) {
  const [resource] = inventoryOfObjects([
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec },
  ]).resources;
  if (resource === undefined) throw new Error('no Service');
  return resource;
}

describe('servicePortsOf', () => {
  it('fills in what is not set', () => {
    const ports = [
      { port: 80 },
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
      { port: 1, targetPort: 0 },
      'damaged',
    ];
    expect(
      servicePortsOf(service({ ports })).map(({ name, port, targetPort, protocol }) => [
        name,
        port,
        targetPort,
        protocol,
      ]),
    ).toEqual([
      ['', 80, 80, 'TCP'],
      ['dns', 53, 'dns', 'UDP'],
      ['', 1, 1, 'TCP'],
      ['', undefined, undefined, 'TCP'],
    ]);
  });
});

describe('hasServicePort', () => {
  it('goes by number or by name', () => {
    const web = service({ ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
    expect([80, 'http', 8080, 'https', '80'].map((port) => hasServicePort(web, port))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(hasServicePort(service({ type: 'ExternalName' }), 443)).toBe(true);
  });
});

describe('declaredPortsOf', () => {
  it('takes regular containers and sidecars', () => {
    const ports = [{ name: 'http', containerPort: 8080 }];
    const spec = {
      initContainers: [
        { name: 'a', ports: [{ containerPort: 1 }] },
        { name: 'b', restartPolicy: 'Always', ports: [{ containerPort: 53, protocol: 'UDP' }] },
      ],
      containers: [{ name: 'c', ports }],
      ephemeralContainers: [{ name: 'd', ports: [{ containerPort: 2 }] }],
    };
    const inventory = inventoryOfObjects([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec }]);
    expect([...workload.enumerate(inventory)].flatMap(declaredPortsOf)).toEqual([
      { name: '', number: 53, protocol: 'UDP' },
      { name: 'http', number: 8080, protocol: 'TCP' },
    ]);
  });
});
