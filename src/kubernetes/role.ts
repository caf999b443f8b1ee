import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, JudgedPart, Part, Subject } from '../core/subject.ts';
import { isBuiltInRole } from './built-in-roles.ts';

/** A Role or ClusterRole. */
export interface Role extends Judged {
  readonly resource: Resource;
  readonly isClusterRole: boolean;
  /** True for a role that every cluster has, with no wildcard but those of a release. */
  readonly isBuiltIn: boolean;
  readonly rules: readonly Rule[];
}

/** One rule of a role. */
export interface Rule extends JudgedPart {
  readonly role: Role;
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceUrls: readonly string[];
  at(...path: Path): Place;
}

const ROLE_KINDS = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'];

/** Every Role and ClusterRole of an inventory. */
export const role: Subject<Role> = {
  name: 'role',
  covers: (resource) => ROLE_KINDS.includes(resource.kind),
  *enumerate(inventory) {
    for (const kind of ROLE_KINDS) for (const resource of inventory.ofKind(kind)) yield roleOf(resource);
  },
};

function roleOf(resource: Resource): Role {
  let isBuiltIn: boolean | undefined;
  const view: Role = {
    resource,
    reference: resource,
    anchor: { resource, path: [] },
    isClusterRole: resource.kind === 'rbac.authorization.k8s.io/ClusterRole',
    get isBuiltIn() {
      // Asked again for every rule.
      isBuiltIn ??= isBuiltInRole(resource);
      return isBuiltIn;
    },
    get rules() {
      return asList(resource.content['rules']).map((entry, index) => ruleOf(view, asObject(entry), index));
    },
  };
  return view;
}

function ruleOf(owner: Role, content: JsonObject, index: number): Rule {
  const at = (...path: Path): Place => ({ resource: owner.resource, path: ['rules', index, ...path] });
  return {
    role: owner,
    part: `rule ${index + 1}`,
    anchor: at(),
    get verbs() {
      return texts(content['verbs']);
    },
    get apiGroups() {
      return texts(content['apiGroups']);
    },
    get resources() {
      return texts(content['resources']);
    },
    get resourceNames() {
      return texts(content['resourceNames']);
    },
    get nonResourceUrls() {
      return texts(content['nonResourceURLs']);
    },
    at,
  };
}

function texts(value: unknown): string[] {
  return asList(value).map((entry) => asString(entry) ?? '');
}

/** Every rule of a role, judged by itself. */
export const rule: Part<Role, Rule> = {
  name: 'rule',
  enumerate: (judged) => judged.rules,
};
