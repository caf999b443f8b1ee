import type { Inventory } from '../core/inventory.ts';
import type { Missing } from '../core/lookup.ts';
import { type Resource, resourceIdentity, resourceTitle } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { bindingKinds, bindingOf } from './binding.ts';
import { missingKinds } from './missing-kinds.ts';

/** How the bindings of an inventory use a role. */
export interface RoleUse {
  readonly inNamespaces: boolean;
  readonly inCluster: boolean;
  /** Why another binding may use it too; undefined if none can. */
  readonly hidden: string | undefined;
}

const CLUSTER_ROLE = 'rbac.authorization.k8s.io/ClusterRole';

interface RoleUses {
  readonly inNamespaces: ReadonlySet<string>;
  readonly inCluster: ReadonlySet<string>;
  readonly hidden: string | undefined;
}

const indexes = new WeakMap<Inventory, RoleUses>();

/** The use of a Role or ClusterRole by the bindings of its inventory. */
export function roleUseOf(role: Resource, inventory: Inventory): RoleUse {
  let uses = indexes.get(inventory);
  if (uses === undefined) {
    uses = usesIn(inventory);
    indexes.set(inventory, uses);
  }
  const key = resourceIdentity(role);
  return { inNamespaces: uses.inNamespaces.has(key), inCluster: uses.inCluster.has(key), hidden: uses.hidden };
}

/** A Role is bound in its namespace only; a ClusterRole may be bound everywhere, and become part of another one. */
const ROLE_USERS = ['rbac.authorization.k8s.io/RoleBinding'];
const CLUSTER_ROLE_USERS = [...bindingKinds, CLUSTER_ROLE];

/** What is missing to know everything that may use a Role or ClusterRole; undefined if nothing is. */
export function missingRoleUsers({ kind, namespace }: Resource, inventory: Inventory): Missing | undefined {
  return missingKinds(inventory, kind === CLUSTER_ROLE ? CLUSTER_ROLE_USERS : ROLE_USERS, namespace);
}

function usesIn(inventory: Inventory): RoleUses {
  const inNamespaces = new Set<string>();
  const inCluster = new Set<string>();
  let hidden: string | undefined;
  for (const resource of bindingKinds.flatMap((kind) => inventory.ofKind(kind))) {
    try {
      const { isClusterRoleBinding, namespace, roleKind, roleName } = bindingOf(resource);
      const kind = `rbac.authorization.k8s.io/${roleKind}`;
      const key = resourceIdentity({ kind, namespace: roleKind === 'Role' ? namespace : undefined, name: roleName });
      (isClusterRoleBinding ? inCluster : inNamespaces).add(key);
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      hidden = `${resourceTitle(resource)}: ${error.message}`;
    }
  }
  return { inNamespaces, inCluster, hidden };
}
