import { asList, asObject, asString } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject } from '../core/subject.ts';

/** Whom a binding names: a user, a group or a ServiceAccount. */
export interface BindingSubject {
  readonly kind: string;
  readonly name: string;
  /** Of a ServiceAccount; that of the RoleBinding where it leaves it out. */
  readonly namespace: string | undefined;
  /** The entry of `subjects`, or a field of it. */
  at(...path: Path): Place;
}

/** A RoleBinding or ClusterRoleBinding. */
export interface Binding extends Judged {
  readonly resource: Resource;
  readonly isClusterRoleBinding: boolean;
  /** The namespace in which a RoleBinding grants; undefined for a ClusterRoleBinding. */
  readonly namespace: string | undefined;
  /** `Role` or `ClusterRole`; empty where none is named. */
  readonly roleKind: string;
  readonly roleName: string;
  readonly subjects: readonly BindingSubject[];
  at(...path: Path): Place;
}

export const bindingKinds: readonly string[] = [
  'rbac.authorization.k8s.io/RoleBinding',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
];

/** Every RoleBinding and ClusterRoleBinding of an inventory. */
export const binding: Subject<Binding> = {
  name: 'binding',
  covers: (resource) => bindingKinds.includes(resource.kind),
  *enumerate(inventory) {
    for (const kind of bindingKinds) for (const resource of inventory.ofKind(kind)) yield bindingOf(resource);
  },
};

/** The view of one binding. */
export function bindingOf(resource: Resource): Binding {
  const at = (...path: Path): Place => ({ resource, path });
  let subjects: readonly BindingSubject[] | undefined;
  return {
    resource,
    reference: resource,
    anchor: at(),
    isClusterRoleBinding: resource.namespace === undefined,
    namespace: resource.namespace,
    get roleKind() {
      return asString(asObject(resource.content['roleRef'])['kind']) ?? '';
    },
    get roleName() {
      return asString(asObject(resource.content['roleRef'])['name']) ?? '';
    },
    get subjects() {
      subjects ??= asList(resource.content['subjects']).map((entry, index) =>
        subjectOf(asObject(entry), resource.namespace, index, at),
      );
      return subjects;
    },
    at,
  };
}

function subjectOf(
  entry: Readonly<Record<string, unknown>>,
  bindingNamespace: string | undefined,
  index: number,
  at: (...path: Path) => Place,
): BindingSubject {
  const kind = asString(entry['kind']) ?? '';
  const namespace = asString(entry['namespace']);
  return {
    kind,
    name: asString(entry['name']) ?? '',
    // The authorizer looks for an account without a namespace in that of the binding.
    namespace: kind === 'ServiceAccount' ? namespace || bindingNamespace : namespace,
    at: (...path) => at('subjects', index, ...path),
  };
}
