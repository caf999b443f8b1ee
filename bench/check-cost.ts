import type { Check } from '../src/core/check.ts';
import type { JudgeOptions } from '../src/core/engine.ts';
import { judge, judgeSubject } from '../src/core/engine.ts';
import type { Inventory } from '../src/core/inventory.ts';
import { contextOf } from '../src/core/runs.ts';
import type { Judged, Subject } from '../src/core/subject.ts';
import { median } from './statistics.ts';

/** What one check costs over a whole inventory. */
export interface CheckCost {
  readonly check: Check;
  /** How many subjects it judged. */
  readonly subjects: number;
  /** Median time to judge all of them by this check alone, once everything is warm. */
  readonly milliseconds: number;
}

/** The costs of all checks, and of the judging as a whole. */
export interface JudgingCost {
  /** Costliest first; checks that cost the same in the order they were given. */
  readonly checks: readonly CheckCost[];
  /** Median time of `judge` with all checks, which also finds the subjects. */
  readonly milliseconds: number;
}

const warmUpRounds = 2;

/**
 * Times each check over all its subjects, and `judge` as a whole, in turn for some rounds. Checks see the same views in
 * each round, so what a view works out once and keeps is not counted to a check, but is part of the whole.
 */
export function measureJudging(
  inventory: Inventory,
  options: JudgeOptions,
  rounds: number,
  now: () => number = () => performance.now(),
): JudgingCost {
  const views = viewsBySubject(inventory, options.checks);
  const runs = options.checks.map((check) => ({
    check,
    views: views.get(check.on) ?? [],
    context: contextOf(check, inventory, options),
    samples: [] as number[],
  }));
  const wholeSamples: number[] = [];
  for (let round = -warmUpRounds; round < rounds; round++) {
    const whole = time(now, () => {
      for (const judged of judge(inventory, options)) void judged;
    });
    if (round >= 0) wholeSamples.push(whole);
    for (const { check, views: judged, context, samples } of runs) {
      const alone = time(now, () => {
        for (const view of judged) judgeSubject(check, view, context);
      });
      if (round >= 0) samples.push(alone);
    }
  }
  const costs = runs.map(({ check, views: judged, samples }) => ({
    check,
    subjects: judged.length,
    milliseconds: median(samples),
  }));
  return {
    checks: costs.toSorted((left, right) => right.milliseconds - left.milliseconds),
    milliseconds: median(wholeSamples),
  };
}

function viewsBySubject(inventory: Inventory, checks: readonly Check[]): ReadonlyMap<Subject, readonly Judged[]> {
  const subjects = new Set(checks.map((check) => check.on));
  return new Map(Array.from(subjects, (subject) => [subject, Array.from(subject.enumerate(inventory))] as const));
}

function time(now: () => number, run: () => void): number {
  const start = now();
  run();
  return now() - start;
}
