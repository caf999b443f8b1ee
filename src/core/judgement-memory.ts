import type { Check, Context } from './check.ts';
import type { Coverage } from './coverage.ts';
import { type JudgedSubject, judgedSubject, judgeSubject, judgeView, type Outcome, type Run } from './engine.ts';
import { addToGroup } from './group-by.ts';
import type { Inventory } from './inventory.ts';
import type { Resource } from './resource.ts';
import { createRememberingResults } from './result-maker.ts';
import type { ScanSettings } from './scan.ts';
import type { ReadInputs } from './source.ts';
import type { Judged, Subject } from './subject.ts';

/** What the outcomes of a scan rest on besides the resource that is judged. */
export interface Dependencies {
  /** True if the check may look the resource up. */
  reads(check: Check, resource: Resource): boolean;
  /** True if the views of the subject show nothing but the resource they are anchored at, and what `linkOf` tells of it. */
  isSelfContained(subject: Subject): boolean;
  /** What the views of a resource show of others: where it is another text, the resource counts as another one. */
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
  const results = createRememberingResults();
  let last = new Map<string, Pass>();

  return {
    recall(read, settings) {
      const judges = new Map<string, typeof judgeView>();
      const passes = new Map<string, Pass>();
      for (const inventory of read.inventories) {
        const pass = { inventory, now: settings.now, kept: new Map<Subject, Map<Resource, KeptView[]>>() };
        judges.set(inventory.id, rememberingJudge(pass, last.get(inventory.id), settings.checks, dependencies));
        passes.set(inventory.id, pass);
      }
      last = passes;
      results.next();
      return {
        ...settings,
        results,
        judgeView(view, subject, runs) {
          const judge = judges.get(runs[0]?.context.inventory.id ?? '') ?? judgeView;
          return judge(view, subject, runs);
        },
      };
    },
  };
}

/** What one judging of an inventory leaves for the next. */
interface Pass {
  readonly inventory: Inventory;
  readonly now: number;
  /** The views of each resource, in their order. */
  readonly kept: Map<Subject, Map<Resource, KeptView[]>>;
}

interface KeptView {
  readonly judged: JudgedSubject;
  /** Of every check that judged the view, in their order. */
  readonly outcomes: readonly Outcome[];
  /** The checks that asked for the time, by their place in that order. */
  readonly timed: readonly number[];
}

/** Judges views, taking from the last pass what must come out the same, and keeps them in this one. */
function rememberingJudge(
  pass: Pass,
  last: Pass | undefined,
  checks: readonly Check[],
  dependencies: Dependencies,
): typeof judgeView {
  const changed = last === undefined ? undefined : changedResources(last.inventory, pass.inventory, dependencies);
  const earlier = changed === undefined ? undefined : last;
  const isCoveredAlike = earlier !== undefined && areAlike(earlier.inventory.coverage, pass.inventory.coverage);
  const stale = new Set(checks.filter(isStale));
  const staleRuns = new WeakMap<readonly Run[], readonly number[]>();
  const clock = createClock();

  function isStale(check: Check): boolean {
    if (check.reads.length === 0) return false;
    return !isCoveredAlike || [...(changed ?? [])].some((resource) => dependencies.reads(check, resource));
  }

  function staleOf(runs: readonly Run[]): readonly number[] {
    const known = staleRuns.get(runs) ?? runs.flatMap(({ check }, index) => (stale.has(check) ? [index] : []));
    staleRuns.set(runs, known);
    return known;
  }

  /** The kept view, with what may come out differently judged again. */
  function renewed(view: Judged, subject: Subject, runs: readonly Run[], known: KeptView): KeptView {
    const again = new Set([...staleOf(runs), ...(earlier?.now === pass.now ? [] : known.timed)]);
    if (again.size === 0) return { ...known, judged: { ...known.judged, view } };
    const outcomes = [...known.outcomes];
    const timed = new Set(known.timed);
    for (const [index, run] of runs.entries()) {
      if (!again.has(index)) continue;
      outcomes[index] = clock.judge(run, view);
      if (clock.wasAsked()) timed.add(index);
      else timed.delete(index);
    }
    return { judged: judgedSubject(view, subject, outcomes), outcomes, timed: [...timed] };
  }

  function judged(view: Judged, subject: Subject, runs: readonly Run[]): KeptView {
    const timed: number[] = [];
    const outcomes = runs.map((run, index) => {
      const outcome = clock.judge(run, view);
      if (clock.wasAsked()) timed.push(index);
      return outcome;
    });
    return { judged: judgedSubject(view, subject, outcomes), outcomes, timed };
  }

  return (view, subject, runs) => {
    const { resource, path } = view.anchor;
    // What implies a view, as that of a namespace without an object, may be another object next time.
    if (path.length > 0 || !dependencies.isSelfContained(subject)) return judgeView(view, subject, runs);
    const kept = pass.kept.get(subject) ?? new Map<Resource, KeptView[]>();
    pass.kept.set(subject, kept);
    const before = changed?.has(resource) ? undefined : earlier?.kept.get(subject)?.get(resource);
    const known = before?.[kept.get(resource)?.length ?? 0];
    const now = isOf(known, runs) ? renewed(view, subject, runs, known) : judged(view, subject, runs);
    addToGroup(kept, resource, now);
    return now.judged;
  };
}

/** True for a view that these checks judged, and no other. */
function isOf(known: KeptView | undefined, runs: readonly Run[]): known is KeptView {
  return (
    known?.outcomes.length === runs.length && known.outcomes.every(({ check }, index) => check === runs[index]?.check)
  );
}

/**
 * The resources that only one of two inventories holds, and those that both hold and that are linked to others now;
 * undefined if what both hold stands in another order.
 */
function changedResources(before: Inventory, after: Inventory, { linkOf }: Dependencies): Set<Resource> | undefined {
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
  for (const resource of stayed) if (linkOf(resource, before) !== linkOf(resource, after)) changed.add(resource);
  return changed;
}

/** The words of what is missing name the files that were not read whole. */
function areAlike(left: Coverage, right: Coverage): boolean {
  return JSON.stringify([left.claims, left.gaps]) === JSON.stringify([right.claims, right.gaps]);
}

/** Judges, and tells whether the check asked for the time. */
interface Clock {
  judge(run: Run, view: Judged): Outcome;
  wasAsked(): boolean;
}

function createClock(): Clock {
  const contexts = new WeakMap<Context, Context>();
  let asked = false;

  function watched(context: Context): Context {
    const known = contexts.get(context) ?? {
      ...context,
      get now() {
        asked = true;
        return context.now;
      },
      get today() {
        asked = true;
        return context.today;
      },
    };
    contexts.set(context, known);
    return known;
  }

  return {
    judge({ check, context }, view) {
      asked = false;
      return judgeSubject(check, view, watched(context));
    },
    wasAsked: () => asked,
  };
}
