import type { Check } from './check.ts';
import type { Coverage } from './coverage.ts';
import { type JudgedSubject, judgeAll, judgedSubject, judgeSubject, type Outcome } from './engine.ts';
import { addToGroup } from './group-by.ts';
import type { Inventory } from './inventory.ts';
import { knownOwner } from './known-owner.ts';
import { createReportMemory } from './report-memory.ts';
import type { Resource } from './resource.ts';
import type { Run } from './runs.ts';
import type { ScanSettings } from './scan.ts';
import type { ReadInputs } from './source.ts';
import { type Judged, type Subject, widestOf } from './subject.ts';
import { createWitness } from './witness.ts';

/** What the outcomes of a scan rest on besides the resource that is judged. */
export interface Dependencies {
  /** True if the check may look the resource up. */
  reads(check: Check, resource: Resource): boolean;
  /** True if each view of the subject is of one whole resource, and shows nothing but it and what `linkOf` tells. */
  isSelfContained(subject: Subject): boolean;
  /** The fields of self-contained views that do show others, of any kind: who asks for one is judged again at every change. */
  readonly shownOfOthers: readonly string[];
  /** What the views of a resource show of others besides: where it is another text, the resource counts as another one. */
  linkOf(resource: Resource, inventory: Inventory): string;
}

/** Remembers the outcomes of one scan for the next, so that only what may come out differently is judged again. */
export interface JudgementMemory {
  /**
   * The settings of the next scan, which makes use of the last one. What was read must hold the same resource where
   * nothing changed, and the settings must be the same but for the time.
   */
  recall(read: ReadInputs, settings: ScanSettings): ScanSettings;
}

/** An empty memory. */
export function createJudgementMemory(dependencies: Dependencies): JudgementMemory {
  const memory = createReportMemory();
  let last = new Map<string, Pass>();
  return {
    recall(read, settings) {
      const judges = new Map<string, typeof judgeAll>();
      const passes = new Map<string, Pass>();
      for (const inventory of read.inventories) {
        const { checks, now } = settings;
        const pass = { inventory, checks, now, kept: new Map<Subject, KeptViews>() };
        judges.set(inventory.id, rememberingJudge(pass, last.get(inventory.id), dependencies));
        passes.set(inventory.id, pass);
      }
      last = passes;
      memory.next();
      return {
        ...settings,
        memory,
        judgeAll: (subject, inventory, runsFor) => (judges.get(inventory.id) ?? judgeAll)(subject, inventory, runsFor),
      };
    },
  };
}

/** What one judging of an inventory leaves for the next. */
interface Pass {
  readonly inventory: Inventory;
  readonly checks: readonly Check[];
  readonly now: number;
  readonly kept: Map<Subject, KeptViews>;
}

/** The views of each resource, in their order. */
type KeptViews = Map<Resource, KeptView[]>;

interface KeptView {
  readonly judged: JudgedSubject;
  /** Of every check that judged the view, in their order. */
  readonly outcomes: readonly Outcome[];
  /** The checks that asked for the time, by their place in that order. */
  readonly timed: ReadonlySet<number>;
  /** The checks that looked at what the view shows of others. */
  readonly open: ReadonlySet<number>;
}

/** Judges subjects, taking from the last pass what must come out the same, and keeps them in this one. */
function rememberingJudge(pass: Pass, last: Pass | undefined, dependencies: Dependencies): typeof judgeAll {
  const changed = last && isSameList(last.checks, pass.checks) ? changedResources(last, pass, dependencies) : undefined;
  const earlier = changed === undefined ? undefined : last;
  const isCoveredAlike = earlier !== undefined && areAlike(earlier.inventory.coverage, pass.inventory.coverage);
  const stale = new Set(pass.checks.filter(isStale));
  const isSameTime = earlier?.now === pass.now;
  const isSameInput = isCoveredAlike && changed?.size === 0;
  const witness = createWitness(dependencies.shownOfOthers);

  function isStale(check: Check): boolean {
    if (check.reads.length === 0) return false;
    return !isCoveredAlike || [...(changed ?? [])].some((resource) => dependencies.reads(check, resource));
  }

  /** Whether a view comes out the same by all checks that read nothing of what changed. */
  function staysAlone({ timed, open }: KeptView): boolean {
    return (isSameTime || timed.size === 0) && (isSameInput || open.size === 0);
  }

  function isToStay({ timed, open }: KeptView, index: number, check: Check): boolean {
    return !stale.has(check) && (isSameTime || !timed.has(index)) && (isSameInput || !open.has(index));
  }

  function judged(view: Judged, subject: Subject, runs: readonly Run[], known: KeptView | undefined): KeptView {
    const timed = new Set<number>();
    const open = new Set<number>();
    const outcomes = runs.map((run, index) => {
      const kept = known !== undefined && isToStay(known, index, run.check) ? known.outcomes[index] : undefined;
      const seen = kept === undefined ? witness.judge(run, view) : undefined;
      if (seen?.askedTime ?? known?.timed.has(index)) timed.add(index);
      if (seen?.sawOthers ?? known?.open.has(index)) open.add(index);
      return kept ?? seen?.outcome ?? judgeSubject(run.check, view, run.context);
    });
    const isAsBefore = known?.outcomes.every((outcome, index) => outcome === outcomes[index]) === true;
    if (isAsBefore && isSameSet(known.timed, timed) && isSameSet(known.open, open)) return known;
    return { judged: judgedSubject(withoutInventory(view), subject, outcomes), outcomes, timed, open };
  }

  return function* (subject, inventory, runsFor) {
    if (!dependencies.isSelfContained(subject)) {
      yield* judgeAll(subject, inventory, runsFor);
      return;
    }
    const kept: KeptViews = new Map();
    pass.kept.set(subject, kept);
    const before = earlier?.kept.get(subject);
    const isUntouched = !pass.checks.some((check) => widestOf(check.on) === subject && stale.has(check));
    for (const view of subject.enumerate(inventory)) {
      const { resource } = view.anchor;
      const known = changed?.has(resource) ? undefined : before?.get(resource)?.[kept.get(resource)?.length ?? 0];
      const isKept = isUntouched && known !== undefined && staysAlone(known);
      const now = isKept ? known : judged(view, subject, runsFor(view), known);
      addToGroup(kept, resource, now);
      if (now.outcomes.length > 0) yield now.judged;
    }
  };
}

/** What reports ask of a view; the view itself would keep its whole inventory. */
function withoutInventory(view: Judged): Judged {
  const { reference, anchor, factRoot } = view;
  return { reference, anchor, ...(factRoot !== undefined && { factRoot }), owner: knownOwner(view) };
}

function isSameSet(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  return left.size === right.size && [...left].every((item) => right.has(item));
}

function isSameList<Item>(left: readonly Item[], right: readonly Item[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

/**
 * The resources that only one of two inventories holds, and those that both hold and that are linked to others now;
 * undefined if what both hold stands in another order.
 */
function changedResources(
  { inventory: before }: Pass,
  { inventory: after }: Pass,
  dependencies: Dependencies,
): Set<Resource> | undefined {
  const changed = new Set(before.resources);
  const stayed: Resource[] = [];
  for (const resource of after.resources) {
    // What is gone from the set was held before, and is now again: what is left in the end is held no more.
    if (changed.delete(resource)) stayed.push(resource);
    else changed.add(resource);
  }
  let place = 0;
  for (const resource of before.resources) {
    if (changed.has(resource)) continue;
    if (stayed[place] !== resource) return undefined;
    place += 1;
  }
  for (const resource of stayed)
    if (dependencies.linkOf(resource, before) !== dependencies.linkOf(resource, after)) changed.add(resource);
  return changed;
}

/** The words of what is missing name the files that were not read whole. */
function areAlike(left: Coverage, right: Coverage): boolean {
  return JSON.stringify([left.claims, left.gaps]) === JSON.stringify([right.claims, right.gaps]);
}
