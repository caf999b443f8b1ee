import type { Reporter } from '../../core/check.ts';
import { isCovered } from '../../core/coverage.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Missing } from '../../core/lookup.ts';
import type { Messages } from '../../core/message.ts';
import type { Resource } from '../../core/resource.ts';
import type { Binding, BindingSubject } from '../binding.ts';
import { rbacGroup } from '../bootstrap/bootstrap-text.ts';
import type { Role } from '../role.ts';
import { builtInGatherersOf, isGathered } from './aggregation.ts';
import type { Scope } from './grant.ts';
import { holderNames } from './holder-names.ts';
import { bindingsOfRole, unreadBindings } from './role-bindings.ts';

/** Who holds what a role grants. */
export type Holding =
  | { readonly is: 'held'; readonly bindings: readonly Binding[] }
  /** No binding is shown, and the inventory does not claim to hold every one. */
  | { readonly is: 'assumed' }
  | { readonly is: 'unheld' }
  | { readonly is: 'unknown'; readonly missing: Missing };

const CLUSTER_ROLE = `${rbacGroup}/ClusterRole`;
export const CLUSTER_ROLE_BINDING = `${rbacGroup}/ClusterRoleBinding`;
const ROLE_BINDING = `${rbacGroup}/RoleBinding`;

const known = new WeakMap<Inventory, WeakMap<Resource, Map<string, Holding>>>();

/**
 * Who holds a role at a scope; found out once, as every rule and check asks. A role that other roles of the inventory gather
 * and nothing binds is held by nobody: what it grants is judged with them.
 */
export function holdingOf({ resource }: Role, scope: Scope, inventory: Inventory): Holding {
  const byRole = known.get(inventory) ?? new WeakMap<Resource, Map<string, Holding>>();
  known.set(inventory, byRole);
  const byScope = byRole.get(resource) ?? new Map<string, Holding>();
  byRole.set(resource, byScope);
  const key = typeof scope === 'object' ? `in ${scope.namespace}` : scope;
  const holding = byScope.get(key) ?? findHolding(resource, scope, inventory);
  byScope.set(key, holding);
  return holding;
}

function findHolding(resource: Resource, scope: Scope, inventory: Inventory): Holding {
  const isClusterRole = resource.kind === CLUSTER_ROLE;
  if (!isClusterRole && !isRoleOf(scope, resource)) return { is: 'unheld' };
  const bindings = [resource, ...gatherersNotShown(resource, inventory)]
    .flatMap((role) => bindingsOfRole(role, inventory))
    .filter((binding) => reaches(binding, scope));
  if (bindings.length > 0) return { is: 'held', bindings };
  if (isGathered(resource, inventory)) return { is: 'unheld' };
  const kinds = bindingKindsOf(isClusterRole, scope);
  const namespace = typeof scope === 'object' ? scope.namespace : resource.namespace;
  if (!kinds.every((kind) => isCovered(inventory.coverage, kind, namespaceOf(kind, namespace))))
    return { is: 'assumed' };
  const [missing] = kinds.flatMap((kind) => unreadBindings(kind, inventory));
  return missing === undefined ? { is: 'unheld' } : { is: 'unknown', missing };
}

/** True if a Role can grant anything at the scope. */
function isRoleOf(scope: Scope, { namespace }: Resource): boolean {
  return scope === 'namespace' || (typeof scope === 'object' && scope.namespace === namespace);
}

function reaches({ isClusterRoleBinding, namespace }: Binding, scope: Scope): boolean {
  if (isClusterRoleBinding || scope === 'namespace') return true;
  return typeof scope === 'object' && scope.namespace === namespace;
}

function namespaceOf(kind: string, namespace: string | undefined): string | undefined {
  return kind === CLUSTER_ROLE_BINDING ? undefined : namespace;
}

/** Who holds a role, where it does no harm in some hands: what only those hold counts as held by nobody. */
export function holdingExcept(
  isHarmless: (subject: BindingSubject) => boolean,
  role: Role,
  scope: Scope,
  inventory: Inventory,
): Holding {
  const holding = holdingOf(role, scope, inventory);
  if (holding.is === 'held') {
    const isExcepted = holding.bindings.every(({ subjects }) => subjects.every(isHarmless));
    return isExcepted ? { is: 'unheld' } : holding;
  }
  const kinds = bindingKindsOf(role.isClusterRole, scope);
  const [missing] = kinds.flatMap((kind) => unreadBindings(kind, inventory));
  // A binding that could not be read may be the one that shows whose the role is.
  return holding.is === 'assumed' && missing !== undefined ? { is: 'unknown', missing } : holding;
}

/** The kinds of bindings that can give a role at a scope. */
function bindingKindsOf(isClusterRole: boolean, scope: Scope): readonly string[] {
  if (!isClusterRole) return [ROLE_BINDING];
  return scope === 'cluster' ? [CLUSTER_ROLE_BINDING] : [CLUSTER_ROLE_BINDING, ROLE_BINDING];
}

/** Who holds a role in namespaces, if nobody holds it in all of them. */
export function holdingInNamespacesOnly(role: Role, inventory: Inventory): Holding {
  const everywhere = holdingOf(role, 'cluster', inventory);
  if (everywhere.is === 'unheld') return holdingOf(role, 'namespace', inventory);
  return everywhere.is === 'unknown' ? everywhere : { is: 'unheld' };
}

/** How to report something on a role that somebody holds. */
export interface HeldReport<Declared extends Messages> {
  /** In the words of a message. */
  readonly holders: string;
  /** Its failures say so where the input does not show that anybody holds the role. */
  readonly reporter: Reporter<Declared>;
}

/** How to report what a holding makes dangerous; undefined where nobody holds it. Reports by itself what is not known. */
export function heldReport<Declared extends Messages>(
  holding: Holding,
  report: Reporter<Declared>,
): HeldReport<Declared> | undefined {
  switch (holding.is) {
    case 'held':
      return { holders: namesOnce(holding.bindings), reporter: report };
    case 'assumed':
      return { holders: 'its holders', reporter: report.assuming('something binds the role') };
    case 'unknown':
      report.unknown(holding.missing);
      return undefined;
    default:
      return undefined;
  }
}

const names = new WeakMap<readonly Binding[], string>();

/** The names of all holders, made once: many rules and checks ask for them. */
function namesOnce(bindings: readonly Binding[]): string {
  const text = names.get(bindings) ?? holderNames(bindings);
  names.set(bindings, text);
  return text;
}

/** The built-in roles that gather a role and are not among the inputs, so that nothing else judges what they grant. */
function gatherersNotShown(resource: Resource, inventory: Inventory): Pick<Resource, 'kind' | 'name' | 'namespace'>[] {
  if (resource.kind !== CLUSTER_ROLE) return [];
  return builtInGatherersOf(resource)
    .map((name) => ({ kind: CLUSTER_ROLE, name, namespace: undefined }))
    .filter(({ name }) => !isShown(name, inventory));
}

const namesShown = new WeakMap<Inventory, ReadonlySet<string>>();

function isShown(name: string, inventory: Inventory): boolean {
  const shown = namesShown.get(inventory) ?? new Set(inventory.ofKind(CLUSTER_ROLE).map((role) => role.name));
  namesShown.set(inventory, shown);
  return shown.has(name);
}
