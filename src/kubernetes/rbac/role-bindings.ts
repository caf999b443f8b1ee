import { addToGroup } from '../../core/group-by.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Lookup, Missing } from '../../core/lookup.ts';
import type { Resource } from '../../core/resource.ts';
import { UnknownValueRead } from '../../core/unknown-value.ts';
import { type Binding, type BindingSubject, bindingKinds, bindingOf } from '../binding.ts';
import { rbacGroup } from '../bootstrap/bootstrap-text.ts';

interface BindingIndex {
  readonly byRole: ReadonlyMap<string, readonly Binding[]>;
  readonly bySubject: ReadonlyMap<string, readonly Binding[]>;
  readonly everywhere: readonly Binding[];
  readonly unread: ReadonlyMap<string, readonly Missing[]>;
}

const indexes = new WeakMap<Inventory, BindingIndex>();

/** The bindings of an inventory that give a Role or ClusterRole to anyone. */
export function bindingsOfRole(
  role: Pick<Resource, 'kind' | 'name' | 'namespace'>,
  inventory: Inventory,
): readonly Binding[] {
  return indexOf(inventory).byRole.get(roleKey(role.kind, role.name, role.namespace)) ?? [];
}

/** The bindings of an inventory that name a user or group, or a ServiceAccount as such (`namespace/name`). */
export function bindingsOfSubject(kind: string, name: string, inventory: Inventory): readonly Binding[] {
  return indexOf(inventory).bySubject.get(`${kind}\n${name}`) ?? [];
}

/** The ClusterRoleBindings of an inventory that name anyone. */
export function bindingsEverywhere(inventory: Inventory): readonly Binding[] {
  return indexOf(inventory).everywhere;
}

/** What is not known of bindings of a kind that could not be read whole: they may bind any role, and name anyone. */
export function unreadBindings(kind: string, inventory: Inventory): readonly Missing[] {
  return indexOf(inventory).unread.get(kind) ?? [];
}

/** The role that a binding names. A ClusterRoleBinding can name only a ClusterRole. */
export function roleOfBinding(binding: Binding, inventory: Inventory): Lookup<Resource> {
  const { roleKind, roleName, namespace } = binding;
  if (roleKind === 'ClusterRole') return inventory.find(`${rbacGroup}/ClusterRole`, roleName);
  if (roleKind !== 'Role' || namespace === undefined) return { is: 'absent' };
  return inventory.find(`${rbacGroup}/Role`, roleName, namespace);
}

/** The key of a subject: a ServiceAccount by `namespace/name`, others by their name. */
function subjectKey({ kind, name, namespace }: BindingSubject): string {
  return kind === 'ServiceAccount' ? `${kind}\n${namespace ?? ''}/${name}` : `${kind}\n${name}`;
}

function roleKey(kind: string, name: string, namespace: string | undefined): string {
  return `${kind}\n${namespace ?? ''}\n${name}`;
}

function indexOf(inventory: Inventory): BindingIndex {
  const known = indexes.get(inventory);
  if (known !== undefined) return known;
  const byRole = new Map<string, Binding[]>();
  const bySubject = new Map<string, Binding[]>();
  const unread = new Map<string, Missing[]>();
  for (const kind of bindingKinds) {
    for (const resource of inventory.ofKind(kind)) {
      try {
        addBinding(bindingOf(resource), byRole, bySubject);
      } catch (error) {
        if (!(error instanceof UnknownValueRead)) throw error;
        addToGroup(unread, kind, { what: error.message });
      }
    }
  }
  const everywhere = [...new Set([...byRole.values()].flat())].filter(
    ({ isClusterRoleBinding }) => isClusterRoleBinding,
  );
  const index = { byRole, bySubject, everywhere, unread };
  indexes.set(inventory, index);
  return index;
}

/** A binding that names nobody gives its role to nobody. Reads everything before it adds anything. */
function addBinding(binding: Binding, byRole: Map<string, Binding[]>, bySubject: Map<string, Binding[]>): void {
  const { roleKind, roleName, namespace } = binding;
  const subjects = new Set(binding.subjects.map(subjectKey));
  if (subjects.size === 0) return;
  const roleNamespace = roleKind === 'Role' ? namespace : undefined;
  addToGroup(byRole, roleKey(`${rbacGroup}/${roleKind}`, roleName, roleNamespace), binding);
  for (const subject of subjects) addToGroup(bySubject, subject, binding);
}
