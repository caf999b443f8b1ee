import type { Context, Reporter } from '../../core/check.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Place } from '../../core/resource.ts';
import { bindingKinds } from '../binding.ts';
import type { Rule } from '../role.ts';
import { isBuiltInRule } from './built-in-rule.ts';
import { needsClusterScope } from './cluster-scope.ts';
import { type Grant, type GrantMatch, matchesOf, type RuleLists, type Scope } from './grant.ts';
import { listed } from './holder-names.ts';
import { type HeldReport, type Holding, heldReport, holdingOf } from './holding.ts';

/** The kinds that `reportGrants` looks up. */
export const grantReads = [...bindingKinds, 'rbac.authorization.k8s.io/ClusterRole'];

/** The words of a check that uses `reportGrants`. */
export const grantMessages = { granted: 'grants {holders} {verbs} on {resources}' } as const;

/**
 * Reports a rule that grants any of what is asked for, once, at the first resource that it does it by; it is about the whole
 * rule. Built-in rules pass, and so does what nobody holds, where the inventory holds every binding; `holdingAt` says who does.
 */
export function reportGrants(
  judged: Rule,
  wanted: readonly Grant[],
  report: Reporter<typeof grantMessages>,
  { inventory }: Pick<Context, 'inventory'>,
  holdingAt: typeof holdingOf = holdingOf,
): void {
  const matches = matchesOf(judged, wanted);
  if (matches.length === 0 || isBuiltInRule(judged)) return;
  const scopes = [...groupBy(matches, (match) => scopeOf(judged, match))].map(([scope, own]) => ({
    matches: own,
    holding: holdingAt(judged.role, scope, inventory),
  }));
  const state = STATES.find((each) => scopes.some(({ holding }) => holding.is === each));
  const deciding = scopes.filter(({ holding }) => holding.is === state);
  const found = heldReport(largest(deciding.map(({ holding }) => holding)), report);
  const matched = deciding.flatMap(({ matches: own }) => own);
  if (found !== undefined) failWith(judged, matched, found);
}

/** What somebody is shown to hold says more than what somebody may hold, and that more than what is not known. */
const STATES = ['held', 'assumed', 'unknown'] as const;

/** Of holdings of one state the largest, which holds what the others do: those of every namespace count in each. */
function largest(holdings: readonly Holding[]): Holding {
  return holdings.toSorted((left, right) => size(right) - size(left))[0] ?? { is: 'unheld' };
}

function size(holding: Holding): number {
  return holding.is === 'held' ? holding.bindings.length : 0;
}

/** Where any resource of a group is asked for, the one that the rule names decides. */
function scopeOf(judged: Rule, { grant, verb, resource, resourceIndex }: GrantMatch): Scope {
  const named = resource === '*' ? (judged.resources[resourceIndex] ?? '') : resource;
  return grant.scope ?? (needsClusterScope(verb, grant.group, named) ? 'cluster' : 'namespace');
}

function failWith(
  judged: Rule,
  matches: readonly GrantMatch[],
  { holders, reporter }: HeldReport<typeof grantMessages>,
): void {
  const { verbs, resources } = matchedEntries(judged, matches);
  const data = { holders, verbs, resources: resources + decidingNames(judged, matches) };
  reporter.fail('granted', firstResource(judged, matches), data).about(judged.at());
}

/** The names by which alone a rule counts, as a message has them behind the resources; empty where it counts without. */
function decidingNames({ resourceNames }: Rule, matches: readonly GrantMatch[]): string {
  const asked = [...new Set(matches.map(({ grant }) => grant))];
  const names = new Set(resourceNames.filter((name) => asked.every(({ withNames }) => withNames?.([name]) === true)));
  return names.size === 0 ? '' : ` named ${listed([...names], MOST_ENTRIES)}`;
}

/** The first resource of a rule by which it grants something. */
export function firstResource(judged: Rule, matches: readonly GrantMatch[]): Place {
  return judged.at('resources', Math.min(...matches.map(({ resourceIndex }) => resourceIndex)));
}

/** The verbs and resources of a rule by which it grants something, in the words of a message. */
export function matchedEntries(
  judged: RuleLists,
  matches: readonly GrantMatch[],
): { readonly verbs: string; readonly resources: string } {
  return {
    verbs: entriesAt(new Set(matches.map(({ verbIndex }) => verbIndex)), judged.verbs, 'every verb'),
    resources: entriesAt(
      new Set(matches.map(({ resourceIndex }) => resourceIndex)),
      judged.resources,
      'every resource',
    ),
  };
}

/** A message names no more verbs and resources than this. */
const MOST_ENTRIES = 8;

/** The entries of a list at some indexes, each once and in its order; a wildcard in words. */
function entriesAt(indexes: ReadonlySet<number>, list: readonly string[], wildcard: string): string {
  const entries = new Set(list.filter((_, index) => indexes.has(index)));
  return listed(
    [...entries].map((entry) => (entry === '*' ? wildcard : entry)),
    MOST_ENTRIES,
  );
}
