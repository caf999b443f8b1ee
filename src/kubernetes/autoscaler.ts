import { addToGroup } from '../core/group-by.ts';
import type { Inventory } from '../core/inventory.ts';
import { asNumber, asObject, asString } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { kindOf } from './kind.ts';

export const HORIZONTAL_POD_AUTOSCALER = 'autoscaling/HorizontalPodAutoscaler';
export const SCALED_OBJECT = 'keda.sh/ScaledObject';

/** The kinds that set the replicas of other objects. */
export const autoscalerKinds: readonly string[] = [HORIZONTAL_POD_AUTOSCALER, SCALED_OBJECT];

/** The object that an autoscaler scales; it lies in the autoscaler's namespace. */
export interface ScaleTarget {
  readonly kind: string;
  readonly name: string;
}

/** What an autoscaler scales: of KEDA a Deployment, unless it says otherwise. */
export function scaleTarget({ kind, content }: Resource): ScaleTarget {
  const reference = asObject(asObject(content['spec'])['scaleTargetRef']);
  const isScaledObject = kind === SCALED_OBJECT;
  const apiVersion = asString(reference['apiVersion']) || (isScaledObject ? 'apps/v1' : '');
  const target = asString(reference['kind']) || (isScaledObject ? 'Deployment' : '');
  return { kind: kindOf(apiVersion, target), name: asString(reference['name']) ?? '' };
}

/** The fewest replicas that an autoscaler keeps: 1 of a HorizontalPodAutoscaler that sets none, 0 of KEDA. */
export function fewestReplicas({ kind, content }: Resource): number {
  const spec = asObject(content['spec']);
  if (kind === SCALED_OBJECT) return asNumber(spec['minReplicaCount']) ?? 0;
  return asNumber(spec['minReplicas']) ?? 1;
}

interface AutoscalerIndex {
  readonly byTarget: ReadonlyMap<string, readonly Resource[]>;
  /** By namespace, the first of whose targets are not known. */
  readonly unclear: ReadonlyMap<string | undefined, UnknownValueRead>;
}

const byInventory = new WeakMap<Inventory, AutoscalerIndex>();

/**
 * The autoscalers among the inputs that scale an object.
 * @throws UnknownValueRead behind the last of them, if its namespace holds one whose target is not known.
 */
export function* autoscalersOf(scaled: Resource, inventory: Inventory): Iterable<Resource> {
  const index = byInventory.get(inventory) ?? indexOf(inventory);
  byInventory.set(inventory, index);
  yield* index.byTarget.get(keyOf(scaled.namespace, scaled)) ?? [];
  const unclear = index.unclear.get(scaled.namespace);
  if (unclear !== undefined) throw unclear;
}

/** True if an autoscaler among the inputs scales the object. */
export function isAutoscaled(scaled: Resource, inventory: Inventory): boolean {
  for (const _ of autoscalersOf(scaled, inventory)) return true;
  return false;
}

/** What is missing to know every autoscaler of a namespace; undefined if nothing is. */
export function missingAutoscalers(namespace: string, inventory: Inventory): Missing | undefined {
  for (const kind of autoscalerKinds) {
    const { missing } = inventory.select(kind, namespace);
    if (missing !== undefined) return missing;
  }
  return undefined;
}

function indexOf(inventory: Inventory): AutoscalerIndex {
  const byTarget = new Map<string, Resource[]>();
  const unclear = new Map<string | undefined, UnknownValueRead>();
  for (const autoscaler of autoscalerKinds.flatMap((kind) => inventory.select(kind).items)) {
    try {
      addToGroup(byTarget, keyOf(autoscaler.namespace, scaleTarget(autoscaler)), autoscaler);
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      unclear.set(autoscaler.namespace, error);
    }
  }
  return { byTarget, unclear };
}

function keyOf(namespace: string | undefined, { kind, name }: ScaleTarget): string {
  return `${kind}\n${namespace ?? ''}\n${name}`;
}
