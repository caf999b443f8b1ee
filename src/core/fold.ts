import type { Check } from './check.ts';
import { overlaps } from './fact.ts';
import type { Finding } from './finding.ts';
import { groupBy } from './group-by.ts';

/** A finding with those of other checks that say the same of the same fact. */
export interface FoldedFinding {
  readonly finding: Finding;
  readonly covered: readonly Finding[];
}

/** Who covers whom, over any number of steps. */
export function coveredChecks(
  checks: readonly Pick<Check, 'id' | 'covers'>[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const direct = new Map(checks.map((check) => [check.id, check.covers]));
  const closed = new Map<string, Set<string>>();
  for (const { id } of checks) {
    const all = new Set<string>();
    const open = [...(direct.get(id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (all.has(next) || next === id) continue;
      all.add(next);
      open.push(...(direct.get(next) ?? []));
    }
    if (all.size > 0) closed.set(id, all);
  }
  return closed;
}

/**
 * Folds findings on one fact into the leading check's, after exceptions: an accepted finding neither covers nor is
 * covered. A pod's finding is dropped where its owner has the same. `owners` gives the owning object of an object.
 */
export function foldFindings(
  findings: readonly Finding[],
  covers: ReadonlyMap<string, ReadonlySet<string>>,
  owners: ReadonlyMap<string, string>,
): FoldedFinding[] {
  const open = findings.filter((finding) => finding.accepted === undefined);
  const byObject = groupBy(open, objectOf);
  const leaderOf = new Map<Finding, Finding>();
  for (const group of byObject.values()) {
    for (const leader of group) {
      const followers = covers.get(leader.check);
      if (followers === undefined) continue;
      for (const follower of group) {
        if (!followers.has(follower.check) || leaderOf.has(follower)) continue;
        if (overlaps(leader.fact, follower.fact)) leaderOf.set(follower, leader);
      }
    }
  }
  for (const finding of open) {
    const owner = owners.get(objectOf(finding));
    const twin = owner === undefined ? undefined : byObject.get(owner)?.find((other) => isTwin(other, finding));
    if (twin !== undefined) leaderOf.set(finding, twin);
  }
  const covered = groupBy(leaderOf.keys(), (finding) => rootLeader(finding, leaderOf));
  return open
    .filter((finding) => !leaderOf.has(finding))
    .map((finding) => ({ finding, covered: covered.get(finding) ?? [] }));
}

function objectOf(finding: Finding): string {
  return `${finding.fact.inventory}\n${finding.fact.object}`;
}

function isTwin(left: Finding, right: Finding): boolean {
  return left.check === right.check && left.messageId === right.messageId && left.fact.field === right.fact.field;
}

function rootLeader(finding: Finding, leaderOf: ReadonlyMap<Finding, Finding>): Finding {
  let leader = finding;
  for (let next = leaderOf.get(leader); next !== undefined; next = leaderOf.get(leader)) leader = next;
  return leader;
}
