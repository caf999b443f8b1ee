import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, isObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { textMap } from './resource.ts';
import { labelSelectorMatches } from './selector.ts';

const CLUSTER_ROLE = 'rbac.authorization.k8s.io/ClusterRole';

/** The ClusterRoles that every cluster fills with the rules of others. */
const AGGREGATING = ['admin', 'edit', 'view'].map((name) => `rbac.authorization.k8s.io/aggregate-to-${name}`);

const aggregating = new WeakMap<Inventory, readonly Resource[]>();

/** True if the rules of a ClusterRole become those of another, of the inventory or one that every cluster has. */
export function isAggregated(role: Resource, inventory: Inventory): boolean {
  const labels = textMap(asObject(role.content['metadata'])['labels']);
  if (AGGREGATING.some((label) => labels.get(label) === 'true')) return true;
  if (role.kind !== CLUSTER_ROLE) return false;
  let owners = aggregating.get(inventory);
  if (owners === undefined) {
    owners = inventory.ofKind(CLUSTER_ROLE).filter(({ content }) => 'aggregationRule' in content);
    aggregating.set(inventory, owners);
  }
  return owners.some(({ content }) =>
    asList(asObject(content['aggregationRule'])['clusterRoleSelectors']).some(
      (selector) => isObject(selector) && labelSelectorMatches(selector, labels),
    ),
  );
}
