import type { Check } from './check.ts';
import { createFieldIndex, type FieldIndex } from './field-index.ts';
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
  const leaderOf = new Map<Finding, Finding>();
  for (const group of groupBy(open, objectOf).values()) foldObject(group, covers, leaderOf);
  if (owners.size > 0) foldIntoOwners(open, owners, leaderOf);
  const led = open.filter((finding) => leaderOf.has(finding));
  const covered = groupBy(led, (finding) => rootLeader(finding, leaderOf));
  return open
    .filter((finding) => !leaderOf.has(finding))
    .map((finding) => ({ finding, covered: covered.get(finding) ?? [] }));
}

/** Folds each finding into the same one on the owner of its object. */
function foldIntoOwners(
  open: readonly Finding[],
  owners: ReadonlyMap<string, string>,
  leaderOf: Map<Finding, Finding>,
): void {
  const twins = new Map<string, Finding>();
  for (const finding of open) {
    const key = twinKey(objectOf(finding), finding);
    if (!twins.has(key)) twins.set(key, finding);
  }
  for (const finding of open) {
    const owner = owners.get(objectOf(finding));
    const twin = owner === undefined ? undefined : twins.get(twinKey(owner, finding));
    if (twin !== undefined && !leaderOf.has(finding)) lead(twin, finding, leaderOf);
  }
}

/** Folds the findings on one object. */
function foldObject(
  group: readonly Finding[],
  covers: ReadonlyMap<string, ReadonlySet<string>>,
  leaderOf: Map<Finding, Finding>,
): void {
  const byCheck = groupBy(group, (finding) => finding.check);
  const fields = new Map<string, FieldIndex<Finding>>();
  const done = new Set<string>();
  for (const leader of group) {
    for (const check of covers.get(leader.check) ?? []) {
      const followers = byCheck.get(check);
      const key = `${leader.check}\n${check}\n${leader.fact.field}`;
      if (followers === undefined || done.has(key)) continue;
      done.add(key);
      const index = fields.get(check) ?? createFieldIndex(followers, (finding) => finding.fact.field);
      fields.set(check, index);
      for (const follower of index.overlapping(leader.fact.field)) {
        if (!leaderOf.has(follower)) lead(leader, follower, leaderOf);
      }
    }
  }
}

function objectOf(finding: Finding): string {
  return `${finding.fact.inventory}\n${finding.fact.object}`;
}

function twinKey(object: string, finding: Finding): string {
  return [object, finding.check, finding.messageId, finding.fact.field].join('\n');
}

/** Objects that own each other in a circle, or checks that cover each other, must not hide every finding of theirs. */
function lead(leader: Finding, follower: Finding, leaderOf: Map<Finding, Finding>): void {
  if (rootLeader(leader, leaderOf) !== follower) leaderOf.set(follower, leader);
}

/** Who leads a finding in the end. Everyone on the way then knows it too, so that long chains are walked once. */
function rootLeader(finding: Finding, leaderOf: Map<Finding, Finding>): Finding {
  let root = finding;
  for (let next = leaderOf.get(root); next !== undefined; next = leaderOf.get(root)) root = next;
  for (let step = finding; step !== root; ) {
    const next = leaderOf.get(step) ?? root;
    leaderOf.set(step, root);
    step = next;
  }
  return root;
}
