import { isCovered } from '../../core/coverage.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Missing } from '../../core/lookup.ts';
import type { Resource } from '../../core/resource.ts';
import type { Binding } from '../binding.ts';
import { rbacGroup } from '../bootstrap/bootstrap-text.ts';
import type { Role } from '../role.ts';
import { builtInGatherersOf, isGathered } from './aggregation.ts';
import { bindingsOfRole, unreadBindings } from './role-bindings.ts';

/** Who holds what a role grants. */
export type Holding =
  | { readonly is: 'held'; readonly bindings: readonly Binding[] }
  /** No binding is shown, and the inventory does not claim to hold every one. */
  | { readonly is: 'assumed' }
  | { readonly is: 'unheld' }
  | { readonly is: 'unknown'; readonly missing: Missing };

/** Where a right is asked for: `cluster` where only a ClusterRoleBinding gives it, else any binding does. */
export type Scope = 'cluster' | 'namespace';

const CLUSTER_ROLE = `${rbacGroup}/ClusterRole`;
const CLUSTER_ROLE_BINDING = `${rbacGroup}/ClusterRoleBinding`;
const ROLE_BINDING = `${rbacGroup}/RoleBinding`;

/**
 * Who holds a role at a scope. A role that other roles of the inventory gather and nothing binds is held by nobody: what it
 * grants is judged with them.
 */
export function holdingOf({ resource, isClusterRole }: Role, scope: Scope, inventory: Inventory): Holding {
  if (scope === 'cluster' && !isClusterRole) return { is: 'unheld' };
  const bindings = [resource, ...gatherersNotShown(resource, inventory)]
    .flatMap((role) => bindingsOfRole(role, inventory))
    .filter(({ isClusterRoleBinding }) => scope === 'namespace' || isClusterRoleBinding);
  if (bindings.length > 0) return { is: 'held', bindings };
  if (isGathered(resource, inventory)) return { is: 'unheld' };
  if (!isEveryBindingShown(resource, scope, inventory)) return { is: 'assumed' };
  const [missing] = unreadBindings(inventory);
  return missing === undefined ? { is: 'unheld' } : { is: 'unknown', missing };
}

/** The built-in roles that gather a role and are not among the inputs, so that nothing else judges what they grant. */
function gatherersNotShown(resource: Resource, inventory: Inventory): Pick<Resource, 'kind' | 'name' | 'namespace'>[] {
  if (resource.kind !== CLUSTER_ROLE) return [];
  return builtInGatherersOf(resource)
    .map((name) => ({ kind: CLUSTER_ROLE, name, namespace: undefined }))
    .filter(({ name }) => !isShown(name, inventory));
}

function isShown(name: string, inventory: Inventory): boolean {
  return inventory.ofKind(CLUSTER_ROLE).some((role) => role.name === name);
}

function isEveryBindingShown({ kind, namespace }: Resource, scope: Scope, { coverage }: Inventory): boolean {
  const isClusterRole = kind === CLUSTER_ROLE;
  if (isClusterRole && !isCovered(coverage, CLUSTER_ROLE_BINDING, undefined)) return false;
  return scope === 'cluster' || isCovered(coverage, ROLE_BINDING, namespace);
}
