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

/** Every verb on every resource that the rule grants of what is asked for, with the first of the entries that does it. */
export function matchesOf(rule: RuleLists, wanted: readonly Grant[]): GrantMatch[] {
  return wanted.flatMap((grant) => (grants(rule, grant) ? matchesOfGrant(rule, grant) : []));
}

function matchesOfGrant(rule: RuleLists, grant: Grant): GrantMatch[] {
  const groups = indexesWhere(rule.apiGroups, (entry) => entry === '*' || entry === grant.group);
  const resources = indexesWhere(rule.resources, (entry) =>
    grant.resources.some((resource) => coversResource(entry, resource)),
  );
  const verbs = indexesWhere(rule.verbs, (entry) => entry === '*' || grant.verbs.includes(entry));
  const matches: GrantMatch[] = [];
  for (const groupIndex of groups.values()) {
    for (const [entry, resourceIndex] of resources) {
      const covered = grant.resources.filter((resource) => coversResource(entry, resource));
      for (const [written, verbIndex] of verbs) {
        const granted = grant.verbs.filter((verb) => written === '*' || written === verb);
        for (const resource of covered) {
          for (const verb of granted) matches.push({ grant, verb, resource, verbIndex, groupIndex, resourceIndex });
        }
      }
    }
  }
  return matches;
}

/** The entries of a list that count, each once and with its first index: a rule may say a thing over and over. */
function indexesWhere(list: readonly string[], counts: (entry: string) => boolean): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, entry] of list.entries()) if (counts(entry) && !indexes.has(entry)) indexes.set(entry, index);
  return indexes;
}

function coversResource(entry: string, wanted: string): boolean {
  if (entry === '*' || entry === wanted) return true;
  if (wanted === '*') return entry !== '' && !entry.includes('/');
  if (wanted.endsWith('/*')) return entry.startsWith(wanted.slice(0, -1)) || entry.startsWith('*/');
  return entry.startsWith('*/') && wanted.endsWith(entry.slice(1));
}
