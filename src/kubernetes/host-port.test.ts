import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { hostPortsOf } from './host-port.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workload } from './workload.ts';

/** For each host port of a pod's container its number, its field and what opens it. */
function hostPortsIn(ports: unknown, pod: JsonObject = {}): unknown[] {
  const spec = { ...pod, containers: [{ name: 'web', ports }] };
  return [...workload.enumerate(inventoryOfObjects([{ apiVersion: 'v1', kind: 'Pod', spec }]))]
    .flatMap((view) => view.containers)
    .flatMap(hostPortsOf)
    .map(({ port, field, openedBy }) => [port, field.path.slice(3).join('.'), openedBy.path.slice(1).join('.')]);
}

describe('hostPortsOf', () => {
  it('gives the host ports that are set', () => {
    const ports = [{ containerPort: 80 }, { containerPort: 81, hostPort: 8081 }, { hostPort: 1 }, { hostPort: '443' }];
    expect(hostPortsIn(ports)).toEqual([
      [8081, 'ports.1.hostPort', 'containers.0.ports.1.hostPort'],
      [1, 'ports.2.hostPort', 'containers.0.ports.2.hostPort'],
      ['443', 'ports.3.hostPort', 'containers.0.ports.3.hostPort'],
    ]);
  });

  it('takes 0 and null for unset', () => {
    expect(hostPortsIn([{ hostPort: 0 }, { hostPort: null }, { hostPort: {} }, null, 'http'])).toEqual([]);
    expect(hostPortsIn([{ containerPort: 0, hostPort: 0 }], { hostNetwork: true })).toEqual([]);
  });

  it.each([[undefined], [null], [{ hostPort: 80 }], ['80']])('finds none where ports are %j', (ports) => {
    expect(hostPortsIn(ports)).toEqual([]);
  });

  it('says that hostNetwork opens the port which it makes the API server fill in', () => {
    const equal = [{ containerPort: 80, hostPort: 80 }];
    const other = [{ containerPort: 8080, hostPort: 80 }];
    const own = [80, 'ports.0.hostPort', 'containers.0.ports.0.hostPort'];
    expect(hostPortsIn(equal, { hostNetwork: true })).toEqual([[80, 'ports.0.hostPort', 'hostNetwork']]);
    expect(hostPortsIn(other, { hostNetwork: true })).toEqual([own]);
    expect(hostPortsIn(equal, { hostNetwork: false })).toEqual([own]);
    expect(hostPortsIn(equal, { hostNetwork: 'true' })).toEqual([own]);
    expect(hostPortsIn(equal)).toEqual([own]);
  });
});
