import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import type { Path } from '../core/path.ts';
import { type Place, type Resource, resourceTitle } from '../core/resource.ts';
import type { Judged, JudgedPart, Part, Subject } from '../core/subject.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';
import { isBuiltInRole } from './built-in-roles.ts';
import { ruleSourcesOf } from './rbac/aggregation.ts';

/** A Role or ClusterRole. */
export interface Role extends Judged {
  readonly resource: Resource;
  readonly isClusterRole: boolean;
  /** True for a role that every cluster has, with no wildcard but those of a release. */
  readonly isBuiltIn: boolean;
  /** Those of an aggregated ClusterRole are the rules of the roles that it gathers, as far as the inventory holds them. */
  readonly rules: readonly Rule[];
  /** What is missing to know every rule of an aggregated ClusterRole. */
  readonly missingRules: Missing | undefined;
}

/** One rule of a role. */
export interface Rule extends JudgedPart {
  readonly role: Role;
  /** Where the rule is written: the role itself, or one that it gathers. */
  readonly resource: Resource;
  readonly content: JsonObject;
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
  // Those whose rules it gathers.
  shows: ['rbac.authorization.k8s.io/ClusterRole'],
  *enumerate(inventory) {
    for (const kind of ROLE_KINDS) for (const resource of inventory.ofKind(kind)) yield roleOf(resource, inventory);
  },
};

/** The view of one Role or ClusterRole. */
export function roleOf(resource: Resource, inventory: Inventory): Role {
  let known: { readonly rules: readonly Rule[]; readonly missing: Missing | undefined } | undefined;
  const rulesOnce = () => {
    // Asked again by every check.
    known ??= rulesOf(view, inventory);
    return known;
  };
  const view: Role = {
    resource,
    reference: resource,
    anchor: { resource, path: [] },
    isClusterRole: resource.kind === 'rbac.authorization.k8s.io/ClusterRole',
    get isBuiltIn() {
      return isBuiltInRole(resource);
    },
    get rules() {
      return rulesOnce().rules;
    },
    get missingRules() {
      return rulesOnce().missing;
    },
  };
  return view;
}

function rulesOf(owner: Role, inventory: Inventory): { rules: Rule[]; missing: Missing | undefined } {
  const { resources, missing } = ruleSourcesOf(owner.resource, inventory);
  const rules: Rule[] = [];
  for (const resource of resources) {
    for (const [index, entry] of asList(resource.content['rules']).entries()) {
      rules.push(ruleOf(owner, resource, asObject(entry), index));
    }
  }
  return { rules, missing };
}

function ruleOf(owner: Role, resource: Resource, content: JsonObject, index: number): Rule {
  const at = (...path: Path): Place => ({ resource, path: ['rules', index, ...path] });
  const number = `rule ${index + 1}`;
  let verbs: readonly string[] | undefined;
  let apiGroups: readonly string[] | undefined;
  let resources: readonly string[] | undefined;
  let resourceNames: readonly string[] | undefined;
  return {
    role: owner,
    resource,
    content,
    part: resource === owner.resource ? number : `${number} of ${resourceTitle(resource)}`,
    anchor: at(),
    get verbs() {
      verbs ??= texts(content['verbs']);
      return verbs;
    },
    get apiGroups() {
      apiGroups ??= texts(content['apiGroups']);
      return apiGroups;
    },
    get resources() {
      resources ??= texts(content['resources']);
      return resources;
    },
    get resourceNames() {
      resourceNames ??= texts(content['resourceNames']);
      return resourceNames;
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
  enumerate: (judged) => (judged.missingRules === undefined ? judged.rules : knownRules(judged, judged.missingRules)),
};

/** The rules that the controller would gather are a value that the input does not show. */
function* knownRules({ rules }: Role, { what }: Missing): Iterable<Rule> {
  yield* rules;
  throw new UnknownValueRead('rules', what);
}
