import type { Rule } from '../role.ts';

/**
 * Where a right is held: `cluster` where only a ClusterRoleBinding gives it, `namespace` where any binding does, or one
 * namespace.
 */
export type Scope = 'cluster' | 'namespace' | { readonly namespace: string };

/** Verbs on resources of one API group, any of them. */
export interface Grant {
  readonly verbs: readonly string[];
  /** Empty for the core group. */
  readonly group: string;
  /** `pods`, `pods/exec`; `*` for any resource of the group, `userextras/*` for any subresource. */
  readonly resources: readonly string[];
  /** Whether a rule that names its objects still counts. It does, unless this says otherwise. */
  readonly withNames?: (names: readonly string[]) => boolean;
  /** Where the right counts; in any namespace that it is held in, unless the resource lies in none. */
  readonly scope?: Scope;
}

/** For a grant that counts only in rules that name no objects. */
export function neverWithNames(): boolean {
  return false;
}

/** What the authorizer reads of a rule. */
export type RuleLists = Pick<Rule, 'verbs' | 'apiGroups' | 'resources' | 'resourceNames'>;

/** One verb on one resource that a rule grants, and the entries that do it. */
export interface GrantMatch {
  readonly grant: Grant;
  /** As asked for, not as the rule writes it. */
  readonly verb: string;
  readonly resource: string;
  readonly verbIndex: number;
  readonly groupIndex: number;
  readonly resourceIndex: number;
}

/**
 * True if the rule grants any of it, decided as the RBAC authorizer does: `*` or the same word for the verb and the group; `*`,
 * the same word or, for a subresource, `*` before its slash for the resource. A resource never includes its subresources.
 */
export function grants(rule: RuleLists, wanted: Grant): boolean {
  return (
    rule.apiGroups.some((entry) => entry === '*' || entry === wanted.group) &&
    rule.resources.some((entry) => wanted.resources.some((resource) => coversResource(entry, resource))) &&
    rule.verbs.some((entry) => entry === '*' || wanted.verbs.includes(entry)) &&
    (rule.resourceNames.length === 0 || (wanted.withNames?.(rule.resourceNames) ?? true))
  );
}

/** Every verb on every resource that the rule grants of what is asked for, with each pair of entries that does. */
export function matchesOf(rule: RuleLists, wanted: readonly Grant[]): GrantMatch[] {
  const matches: GrantMatch[] = [];
  for (const grant of wanted) {
    if (!grants(rule, grant)) continue;
    for (const [groupIndex, group] of rule.apiGroups.entries()) {
      if (group !== '*' && group !== grant.group) continue;
      for (const [resourceIndex, entry] of rule.resources.entries()) {
        for (const resource of grant.resources) {
          if (!coversResource(entry, resource)) continue;
          for (const [verbIndex, written] of rule.verbs.entries()) {
            for (const verb of grant.verbs) {
              if (written !== '*' && written !== verb) continue;
              matches.push({ grant, verb, resource, verbIndex, groupIndex, resourceIndex });
            }
          }
        }
      }
    }
  }
  return matches;
}

function coversResource(entry: string, wanted: string): boolean {
  if (entry === '*' || entry === wanted) return true;
  if (wanted === '*') return entry !== '' && !entry.includes('/');
  if (wanted.endsWith('/*')) return entry.startsWith(wanted.slice(0, -1));
  return entry.startsWith('*/') && wanted.endsWith(entry.slice(1));
}
