import type { Edit, Fix } from '../../core/check.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Rule } from '../role.ts';
import { type Grant, type GrantMatch, matchesOf } from './grant.ts';

/** The fix of a check on what a rule grants: takes it out of the rule, and nothing else. */
export function takingOut(wanted: readonly Grant[]): Fix<Rule> {
  return {
    effect: 'changes-behaviour',
    because: 'whoever holds the role and needs this can no longer do it',
    edits: (edit, _finding, judged) => takeOut(edit, judged, wanted),
  };
}

/**
 * Takes verbs on resources out of a rule. What else the rule grants stays, in the rule itself and, where the rest is no longer
 * one list of verbs on one list of resources, in further rules. Does nothing where a wildcard grants it: what else that is
 * needed for only a person knows.
 */
export function takeOut(edit: Edit, judged: Rule, wanted: readonly Grant[]): void {
  const matches = matchesOf(judged, wanted);
  if (matches.length === 0 || matches.some((match) => isByWildcard(judged, match))) return;
  if (judged.apiGroups.length * judged.resources.length > MOST_PAIRS) return;
  const [first, ...others] = remaindersOf(judged, wanted, matches);
  if (first === undefined) {
    edit.remove(judged.at());
    return;
  }
  reduceTo(edit, judged, first);
  const { path } = judged.at();
  for (const { apiGroups, resources, verbs } of others) {
    const names = judged.resourceNames.length === 0 ? {} : { resourceNames: judged.resourceNames };
    const rule = { apiGroups, resources, ...names, verbs };
    edit.append({ resource: judged.resource, path: path.slice(0, -1) }, rule);
  }
}

/** A rule of more groups and resources than people write is not taken apart. */
const MOST_PAIRS = 10_000;

function isByWildcard(judged: Rule, { groupIndex, resourceIndex, verbIndex }: GrantMatch): boolean {
  const entries = [judged.apiGroups[groupIndex], judged.resources[resourceIndex], judged.verbs[verbIndex]];
  return entries.some((entry) => entry?.startsWith('*'));
}

/** What is left of a rule, as the product of three lists. */
interface Remainder {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly isWhole: boolean;
}

/** What is left of a rule, the part that loses no verb first. */
function remaindersOf(judged: Rule, wanted: readonly Grant[], matches: readonly GrantMatch[]): Remainder[] {
  const taken = takenVerbs(judged, wanted, matches);
  const takenFrom = (group: string, resource: string) => taken.get(`${group}\n${resource}`) ?? '';
  const remainders: Remainder[] = [];
  const alike = groupBy(new Set(judged.apiGroups), (group) =>
    judged.resources.map((resource) => takenFrom(group, resource)).join('\n'),
  );
  for (const apiGroups of alike.values()) {
    const [group = ''] = apiGroups;
    for (const [lost, resources] of groupBy(new Set(judged.resources), (resource) => takenFrom(group, resource))) {
      const gone = new Set(lost.split(' '));
      const verbs = [...new Set(judged.verbs)].filter((verb) => !gone.has(verb));
      if (verbs.length > 0) remainders.push({ apiGroups, resources, verbs, isWhole: lost === '' });
    }
  }
  return remainders.toSorted((left, right) => Number(right.isWhole) - Number(left.isWhole));
}

/**
 * The verbs to take, in one text, by group and resource. A group of Kubernetes, or another that the check names, does not have
 * the resources that are asked for elsewhere: to take them from it too changes nothing, and keeps the rule in one piece.
 */
function takenVerbs(
  judged: Rule,
  wanted: readonly Grant[],
  matches: readonly GrantMatch[],
): ReadonlyMap<string, string> {
  const named = new Set([...KUBERNETES_GROUPS, ...wanted.map(({ group }) => group)]);
  const byResource = groupBy(matches, ({ resourceIndex }) => judged.resources[resourceIndex] ?? '');
  const taken = new Map<string, string>();
  for (const [resource, own] of byResource) {
    const byGroup = groupBy(own, ({ groupIndex }) => judged.apiGroups[groupIndex] ?? '');
    // Where any resource of a group is asked for, the others may well have one of the name.
    const exact = own.filter(({ grant }) => !grant.resources.includes('*'));
    for (const group of judged.apiGroups) {
      const lost = byGroup.get(group) ?? (named.has(group) ? exact : []);
      const verbs = new Set(lost.map(({ verbIndex }) => judged.verbs[verbIndex] ?? ''));
      taken.set(`${group}\n${resource}`, [...verbs].toSorted().join(' '));
    }
  }
  return taken;
}

/** API groups of which it is known what they hold; no resource that checks ask for stands in two of them. */
const KUBERNETES_GROUPS: readonly string[] = [
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'autoscaling',
  'batch',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'extensions',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
];

/** Takes out of the lists of a rule all that a remainder does not hold. */
function reduceTo(edit: Edit, judged: Rule, { apiGroups, resources, verbs }: Remainder): void {
  removeOthers(edit, judged, 'apiGroups', judged.apiGroups, apiGroups);
  removeOthers(edit, judged, 'resources', judged.resources, resources);
  removeOthers(edit, judged, 'verbs', judged.verbs, verbs);
}

function removeOthers(
  edit: Edit,
  judged: Rule,
  field: 'apiGroups' | 'resources' | 'verbs',
  list: readonly string[],
  kept: readonly string[],
): void {
  const stays = new Set(kept);
  for (const [index, entry] of list.entries()) if (!stays.has(entry)) edit.remove(judged.at(field, index));
}
