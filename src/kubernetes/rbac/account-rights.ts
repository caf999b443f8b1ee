import type { Inventory } from '../../core/inventory.ts';
import type { Missing } from '../../core/lookup.ts';
import { resourceTitle } from '../../core/resource.ts';
import { type Binding, type BindingSubject, bindingKinds } from '../binding.ts';
import { type Role, type Rule, roleOf } from '../role.ts';
import { listed } from './holder-names.ts';
import { bindingsOfSubject, roleOfBinding, unreadBindings } from './role-bindings.ts';

/** A ServiceAccount, whether its object is among the inputs or not. */
export interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** A role that bindings give, and the binding that does. */
export interface HeldRole {
  readonly role: Role;
  readonly binding: Binding;
}

/** Roles, and what is missing to know that these are all. */
export interface HeldRoles {
  readonly held: readonly HeldRole[];
  readonly missing: readonly Missing[];
}

/** One rule that somebody holds, and where. */
export interface Right {
  readonly rule: Rule;
  /** The namespace in which it holds; undefined for all, and for what lies in none. */
  readonly namespace: string | undefined;
  readonly binding: Binding;
}

/** The bindings that name an account itself: as a ServiceAccount, or as the user that the API server knows it by. */
export function bindingsOfAccount({ namespace, name }: Account, inventory: Inventory): readonly Binding[] {
  const asAccount = bindingsOfSubject('ServiceAccount', `${namespace}/${name}`, inventory);
  const asUser = bindingsOfSubject('User', `system:serviceaccount:${namespace}:${name}`, inventory);
  return asUser.length === 0 ? asAccount : [...new Set([...asAccount, ...asUser])];
}

/** Those, and the ones that name a group which every account of the namespace is in. */
export function bindingsReaching(account: Account, inventory: Inventory): readonly Binding[] {
  const groups = implicitGroupsOf(account.namespace).flatMap((group) => bindingsOfSubject('Group', group, inventory));
  return [...new Set([...bindingsOfAccount(account, inventory), ...groups])];
}

/** The groups that every ServiceAccount of a namespace is in. */
export function implicitGroupsOf(namespace: string): readonly string[] {
  return ['system:authenticated', 'system:serviceaccounts', `system:serviceaccounts:${namespace}`];
}

const NO_USER: readonly string[] = ['system:anonymous', 'system:unauthenticated'];

/** The groups that the API server puts whoever a subject names in. */
export function implicitGroupsOfSubject({ kind, name, namespace = '' }: BindingSubject): readonly string[] {
  if (kind === 'ServiceAccount') return implicitGroupsOf(namespace);
  if (NO_USER.includes(name)) return [];
  const accounts = /^system:serviceaccounts?:([^:]+)/.exec(name)?.[1];
  return accounts === undefined ? ['system:authenticated'] : implicitGroupsOf(accounts);
}

/** The roles that bindings give. A role that does not exist gives nothing. */
export function rolesOfBindings(bindings: readonly Binding[], inventory: Inventory): HeldRoles {
  const held: HeldRole[] = [];
  const missing: Missing[] = [];
  for (const binding of bindings) {
    const lookup = roleOfBinding(binding, inventory);
    if (lookup.is === 'unknown') missing.push(lookup.missing);
    if (lookup.is !== 'found') continue;
    const role = roleOf(lookup.item, inventory);
    held.push({ role, binding });
    if (role.missingRules !== undefined) missing.push(role.missingRules);
  }
  return { held, missing };
}

const known = new WeakMap<Inventory, Map<string, HeldRoles>>();

/** The roles with a rule that bindings give to an account itself; missing is also what hides further bindings. */
export function rolesOfAccount(account: Account, inventory: Inventory): HeldRoles {
  const answers = known.get(inventory) ?? new Map<string, HeldRoles>();
  known.set(inventory, answers);
  const key = `${account.namespace}/${account.name}`;
  let answer = answers.get(key);
  if (answer === undefined) {
    const { held, missing } = rolesOfBindings(bindingsOfAccount(account, inventory), inventory);
    answer = {
      held: held.filter(({ role }) => role.rules.length > 0),
      missing: [...missing, ...missingBindings(inventory)],
    };
    answers.set(key, answer);
  }
  return answer;
}

/** The rules of held roles, each where its binding gives it. */
export function rightsOf(held: readonly HeldRole[]): Right[] {
  return held.flatMap(({ role, binding }) =>
    role.rules.map((rule) => ({ rule, namespace: binding.namespace, binding })),
  );
}

/** What is missing to know every binding: in all namespaces, or those that count in one. */
export function missingBindings(inventory: Inventory, namespace?: string): readonly Missing[] {
  const [roleBinding = '', clusterRoleBinding = ''] = bindingKinds;
  const selections = [inventory.select(clusterRoleBinding), inventory.select(roleBinding, namespace)];
  const unread = bindingKinds.flatMap((kind) => unreadBindings(kind, inventory));
  return [...selections.flatMap(({ missing }) => missing ?? []), ...unread];
}

/** `ClusterRole view and Role shop/web`: the roles that are held, the first few by name. */
export function heldRoleNames(held: readonly HeldRole[]): string {
  return listed([...new Set(held.map(({ role }) => resourceTitle(role.resource)))]);
}
