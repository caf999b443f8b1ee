import type { Inventory } from '../core/inventory.ts';
import { asObject, type JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { GIVEN_LATER, mayBeGiven } from './given-label.ts';
import { podLabels } from './pod-labels.ts';
import { textMap } from './resource.ts';
import { createSelectorIndex, type SelectorIndex } from './selector-index.ts';
import type { Workload } from './workload.ts';

/** The Services of a namespace by their selectors. */
interface NamespaceServices {
  readonly index: SelectorIndex<Resource>;
  /** Those that ask for a label which pods are given only when they are made. */
  readonly ofMade: readonly Resource[];
}

const byInventory = new WeakMap<Inventory, Map<string, NamespaceServices>>();

/**
 * The Services among the inputs that send to the pods of a workload.
 * @throws UnknownValueRead behind the last of them, if there is one whose selector is not known.
 */
export function* servicesSelecting(workload: Workload, inventory: Inventory): Iterable<Resource> {
  const known = byInventory.get(inventory) ?? new Map<string, NamespaceServices>();
  byInventory.set(inventory, known);
  const { namespace } = workload;
  const { index, ofMade } = known.get(namespace) ?? servicesOf(namespace, inventory);
  known.set(namespace, { index, ofMade });
  if (index.isEmpty) return;
  for (const service of ofMade) if (selectsMade(service, workload)) yield service;
  yield* index.matching(podLabels(workload));
}

function servicesOf(namespace: string, inventory: Inventory): NamespaceServices {
  const ofMade: Resource[] = [];
  const index = createSelectorIndex(servicesIn(namespace, inventory), (service) => {
    const selector = serviceSelector(service);
    const asksForGiven = Object.keys(asObject(selector?.['matchLabels'])).some((key) => GIVEN_LATER.has(key));
    if (asksForGiven) ofMade.push(service);
    return selector;
  });
  return { index, ofMade };
}

/** Whether a Service selects pods that a template does not describe in full. */
function selectsMade(service: Resource, workload: Workload): boolean {
  const labels = podLabels(workload);
  const pairs = [...textMap(asObject(service.content['spec'])['selector'])];
  const given = pairs.filter(([key, value]) => labels.get(key) !== value);
  return given.length > 0 && given.every(([key, value]) => mayBeGiven(workload, key, value));
}

function servicesIn(namespace: string, inventory: Inventory): readonly Resource[] {
  return inventory.select('Service', namespace).items;
}

/** The selector of a Service as a label selector; undefined where it selects no pods: empty, or an external name. */
function serviceSelector({ content }: Resource): JsonObject | undefined {
  const spec = asObject(content['spec']);
  const matchLabels = asObject(spec['selector']);
  if (Object.keys(matchLabels).length === 0 || spec['type'] === 'ExternalName') return undefined;
  return { matchLabels };
}
