import { type CheckExamples, defineCheck } from '../../core/check.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject } from '../../core/json.ts';
import type { Missing } from '../../core/lookup.ts';
import type { Resource } from '../../core/resource.ts';
import { selectorOfMap } from '../../kubernetes/label-index.ts';
import { missingKinds } from '../../kubernetes/missing-kinds.ts';
import { isStored, objectsOf } from '../../kubernetes/object.ts';
import { type PodSelection, podIndexOf } from '../../kubernetes/pod-index.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { textMap } from '../../kubernetes/resource.ts';
import type { Workload } from '../../kubernetes/workload.ts';

const SLICE = 'discovery.k8s.io/EndpointSlice';
const SERVICE_NAME = 'kubernetes.io/service-name';

export default defineCheck({
  id: 'service-without-endpoints',
  on: objectsOf('Service'),
  severity: 'medium',
  reads: [SLICE, ...workloadKinds],
  title: 'Service has nobody to answer',
  why: 'Every connection to it fails, or waits for whoever takes the address.',
  advice: 'Look at the pods that its selector names: whether they exist, run and are ready.',
  messages: { none: 'no endpoint of it is ready' },
  evaluate(judged, report, { inventory }) {
    if (!isStored(judged.resource)) {
      report.notApplicable();
      return;
    }
    const { name, namespace = '', spec } = judged;
    const selector = selectorOfMap(spec['selector']);
    // An external name leads to no pods, whatever it selects.
    if (selector === undefined || spec['type'] === 'ExternalName') return;
    const slices = slicesOf(inventory).get(`${namespace}/${name}`) ?? [];
    const acceptsUnready = spec['publishNotReadyAddresses'] === true;
    if (slices.some((one) => hasEndpoint(one, acceptsUnready))) return;
    const selected = podIndexOf(inventory).select(selector, namespace);
    if (selected.hidden === undefined && isScaledToZero(selected.items)) return;
    const missing =
      missingSlices(slices, namespace, inventory) ?? missingTargets(slices, selected, namespace, inventory);
    if (missing === undefined) report.fail('none', judged.at('spec', 'selector'));
    else report.unknown(missing);
  },
});

function missingSlices(slices: readonly Resource[], namespace: string, inventory: Inventory): Missing | undefined {
  return slices.length > 0 ? undefined : inventory.select(SLICE, namespace).missing;
}

/** What is missing to know that the pods it selects should run: none of them may be wanted. */
function missingTargets(
  slices: readonly Resource[],
  { items, hidden }: PodSelection,
  namespace: string,
  inventory: Inventory,
): Missing | undefined {
  if (hidden !== undefined) return { what: hidden };
  const areShown = items.length > 0 || slices.some((one) => hasEndpoint(one, true));
  return areShown ? undefined : missingKinds(inventory, workloadKinds, namespace);
}

const byService = new WeakMap<Inventory, ReadonlyMap<string, readonly Resource[]>>();

/** The EndpointSlices of each Service, by `namespace/name`. */
function slicesOf(inventory: Inventory): ReadonlyMap<string, readonly Resource[]> {
  const known = byService.get(inventory);
  if (known !== undefined) return known;
  const groups = groupBy(inventory.select(SLICE).items, ({ content, namespace }) => {
    const name = textMap(asObject(content['metadata'])['labels']).get(SERVICE_NAME) ?? '';
    return `${namespace ?? ''}/${name}`;
  });
  byService.set(inventory, groups);
  return groups;
}

/** An endpoint without conditions is ready (`discovery.k8s.io/v1` EndpointConditions). */
function hasEndpoint({ content }: Resource, acceptsUnready: boolean): boolean {
  return asList(content['endpoints']).some(
    (entry) => acceptsUnready || asObject(asObject(entry)['conditions'])['ready'] !== false,
  );
}

function isScaledToZero(selected: readonly Workload[]): boolean {
  return selected.length > 0 && selected.every(({ resource }) => asObject(resource.content['spec'])['replicas'] === 0);
}

const service = `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  uid: s1
spec:
  selector:
    app: web
`;

function slice(endpoints: string, name = 'web', namespace = 'shop'): string {
  return `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: ${name}-1
  namespace: ${namespace}
  labels:
    kubernetes.io/service-name: ${name}
endpoints: ${endpoints}
`;
}

function deployment(replicas: number, app = 'web'): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${app}
  namespace: shop
spec:
  replicas: ${replicas}
  template:
    metadata:
      labels:
        app: ${app}
`;
}

const unready = slice('[{conditions: {ready: false}}]');
const message = 'no endpoint of it is ready';

export const examples: CheckExamples = {
  pass: [
    service + slice('[{conditions: {ready: false}}, {conditions: {ready: true}}]'),
    service + unready + slice('[{addresses: [10.0.0.7]}]'),
    service +
      slice('[{}]') +
      slice('[{}]', 'api') +
      service.replaceAll('web', 'api').replace('apiVersion', '---\napiVersion'),
    service.replace('  selector:', '  publishNotReadyAddresses: true\n  selector:') + unready,
    service.replace('    app: web\n', '    {}\n'),
    { yaml: service.replace('  selector:', '  type: ExternalName\n  selector:'), complete: true },
    { yaml: service + deployment(0), complete: true },
  ],
  fail: [
    { yaml: service + unready, at: '9:5', message },
    { yaml: service, complete: true, at: '9:5', message },
    { yaml: service + slice('[]') + deployment(1), at: '9:5', message },
    {
      yaml: service + slice('[{}]', 'api') + slice('[{}]', 'web', 'test') + slice('[]'),
      complete: true,
      at: '9:5',
      message,
    },
    {
      yaml: service.replace('    app: web\n', '    app: web\n    tier: front\n') + deployment(0),
      complete: true,
      at: '9:5',
      message,
    },
    { yaml: service + deployment(0, 'api') + deployment(1), complete: true, at: '9:5', message },
    { yaml: service + deployment(0) + deployment(1), complete: true, at: '9:5', message },
  ],
  unknown: [
    { yaml: service, missing: 'no EndpointSlice of "shop" is among the inputs' },
    { yaml: service + deployment(1), missing: 'no EndpointSlice of "shop" is among the inputs' },
    { yaml: service + slice('[]'), missing: 'no Pod of "shop" is among the inputs' },
  ],
  notApplicable: [service.replace('  uid: s1\n', '')],
};
