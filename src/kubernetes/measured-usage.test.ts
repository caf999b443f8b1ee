import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { isMeasured, type Usage, usageInPods, usageOfNode } from './measured-usage.ts';
import { formatQuantity } from './quantity.ts';
import { workloadsIn } from './workload.ts';

function statefulSet(resources: JsonObject): JsonObject {
  const containers = [{ name: 'web', resources }];
  const metadata = { name: 'web', namespace: 'shop' };
  return { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { template: { spec: { containers } } } };
}

function pod(name: string): JsonObject {
  const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web', controller: true }];
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', ownerReferences } };
}

function sample(name: string, container: string, usage: JsonObject): JsonObject {
  const metadata = { name, namespace: 'shop' };
  return {
    apiVersion: 'metrics.k8s.io/v1beta1',
    kind: 'PodMetrics',
    metadata,
    containers: [{ name: container, usage }],
  };
}

function shown(usage: Usage): unknown {
  return usage.is === 'known' ? usage.samples.map(formatQuantity) : usage.missing.what;
}

/** What the container of the first object uses of CPU. */
function used(objects: readonly JsonObject[], complete = false): unknown {
  const inventory = inventoryOfObjects(objects, complete);
  const [container] = workloadsIn('shop', inventory).flatMap(({ containers }) => containers);
  return container && shown(usageInPods(container, 'cpu', inventory));
}

const set = statefulSet({ requests: { cpu: '100m' }, limits: { cpu: '150m' } });
const both = [pod('web-0'), pod('web-1')];

describe('usageInPods', () => {
  it('has a sample for each pod that was measured', () => {
    expect(
      used([set, ...both, sample('web-0', 'web', { cpu: '120m' }), sample('web-1', 'web', { cpu: '80m' })]),
    ).toEqual(['120m', '80m']);
    expect(used([set, ...both, sample('web-1', 'web', { cpu: '80m' })])).toEqual(['80m']);
  });

  it('is not known without pods, or without samples of them', () => {
    expect(used([set])).toBe('no Pod of "shop" is among the inputs');
    expect(used([set], true)).toBe('no Pod of StatefulSet shop/web is among the inputs');
    expect(used([set, pod('web-0')])).toBe('no PodMetrics "shop/web-0" is among the inputs');
    const what = 'no sample of container "web" of Pod shop/web-0 is among the inputs';
    expect(used([set, pod('web-0')], true)).toBe(what);
    expect(used([set, pod('web-0'), sample('web-0', 'proxy', { cpu: 1 })])).toBe(what);
    expect(used([set, pod('web-0'), sample('web-0', 'web', { memory: 1 })])).toBe(what);
    expect(used([set, pod('web-0'), sample('web-0', 'web', { cpu: 'much' })])).toBe(what);
  });
});

/** What the nodes use of memory. */
function usedByNodes(...objects: readonly JsonObject[]): unknown[] {
  const inventory = inventoryOfObjects(objects);
  return inventory.ofKind('Node').map((resource) => shown(usageOfNode(resource, 'memory', inventory)));
}

describe('usageOfNode', () => {
  it('is the sample of the node', () => {
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-1' } };
    const metrics = {
      apiVersion: 'metrics.k8s.io/v1beta1',
      kind: 'NodeMetrics',
      metadata: { name: 'node-1' },
      usage: { cpu: '1', memory: '1Gi' },
    };
    expect(usedByNodes(node, metrics)).toEqual([['1Gi']]);
    expect(usedByNodes(node)).toEqual(['no NodeMetrics "node-1" is among the inputs']);
  });
});

describe('isMeasured', () => {
  it('is true of containers that run as long as their pod', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        initContainers: [{ name: 'init' }, { name: 'sidecar', restartPolicy: 'Always' }],
        containers: [{ name: 'regular' }],
        ephemeralContainers: [{ name: 'ephemeral' }],
      },
    };
    const containers = workloadsIn('shop', inventoryOfObjects([object])).flatMap((workload) => workload.containers);
    expect(containers.filter(isMeasured).map(({ name }) => name)).toEqual(['sidecar', 'regular']);
  });
});
