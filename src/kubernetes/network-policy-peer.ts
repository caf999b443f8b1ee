import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Resource } from '../core/resource.ts';
import { type Truth, yes } from '../core/truth.ts';
import { isEmptySelector } from './label-index.ts';
import { selectsAnyNamespace } from './namespace-selection.ts';
import type { PodIndex } from './pod-index.ts';
import { podsMatch, podsMatchIn } from './policy-target.ts';

/** A peer that a NetworkPolicy allows. */
export interface PolicyPeer {
  readonly content: JsonObject;
  readonly path: Path;
}

const SIDES = [
  ['ingress', 'from'],
  ['egress', 'to'],
] as const;

/** The peers of a NetworkPolicy, of both directions. */
export function peersOf(policy: Resource): PolicyPeer[] {
  const spec = asObject(policy.content['spec']);
  return SIDES.flatMap(([direction, side]) =>
    [...asList(spec[direction]).entries()].flatMap(([rule, entry]) =>
      asList(asObject(entry)[side]).map((peer, index) => ({
        content: asObject(peer),
        path: ['spec', direction, rule, side, index],
      })),
    ),
  );
}

/** Whether the selectors of a peer select pods, or namespaces where it asks for no pods in particular; addresses always do. */
export function peerExists({ content }: PolicyPeer, namespace: string, pods: PodIndex, inventory: Inventory): Truth {
  const podSelector = content['podSelector'] ?? undefined;
  const namespaceSelector = content['namespaceSelector'] ?? undefined;
  const isAnyPod = podSelector === undefined || isEmptySelector(podSelector);
  if (namespaceSelector === undefined) return isAnyPod ? yes : podsMatch(podSelector, namespace, pods);
  if (isAnyPod && isEmptySelector(namespaceSelector)) return yes;
  return isAnyPod
    ? selectsAnyNamespace(namespaceSelector, inventory, pods)
    : podsMatchIn(podSelector, namespaceSelector, pods, inventory);
}
