import type { Check, Context } from './check.ts';
import { dayOf } from './day-of.ts';
import type { JudgeOptions, Rules } from './engine.ts';
import type { Inventory } from './inventory.ts';
import { resolveParameters } from './parameter.ts';
import type { Resource } from './resource.ts';
import { type Judged, type Subject, widestOf } from './subject.ts';

/** A check with what it sees besides its subject. */
export interface Run {
  readonly check: Check;
  readonly context: Context;
}

/** The checks that judge a view, in their order. */
export type RunsFor = (view: Judged) => readonly Run[];

/**
 * Tells which checks judge a view of a subject, its parts included, each with its context; made once for all views of a kind
 * under the same rules.
 */
export function createRuns(subject: Subject, inventory: Inventory, options: JudgeOptions): RunsFor {
  const today = dayOf(options.now);
  const plans = new Map<Rules, (resource: Resource) => readonly Run[]>();
  return ({ anchor: { resource } }) => {
    const rules = options.rulesFor?.(resource.origin.file) ?? options;
    const known = plans.get(rules);
    if (known !== undefined) return known(resource);
    const settings = { ...options, ...rules };
    const plan = planRuns(
      rules.checks
        .filter(({ on }) => widestOf(on) === subject)
        .map((check) => ({ check, context: contextOf(check, inventory, settings, today) })),
    );
    plans.set(rules, plan);
    return plan(resource);
  };
}

function planRuns(runs: readonly Run[]): (resource: Resource) => readonly Run[] {
  const parts = [...new Set(runs.map(({ check }) => check.on))].filter((subject) => subject.within !== undefined);
  const open = parts.filter(({ kinds }) => kinds === undefined);
  const known = new Map<string, readonly Run[]>();
  return (resource) => {
    const key = [resource.kind, ...open.map((part) => part.covers(resource))].join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const covering = new Set<Subject>(parts.filter((part) => part.covers(resource)));
    const made = runs.filter(({ check: { on } }) => on.within === undefined || covering.has(on));
    known.set(key, made);
    return made;
  };
}

/** What a check sees besides its subject. */
export function contextOf(
  check: Check,
  inventory: Inventory,
  options: JudgeOptions,
  today = dayOf(options.now),
): Context {
  const { values } = resolveParameters(check.parameters, options.parameters?.[check.id] ?? {});
  const { targetVersion, now, provider } = options;
  return { parameters: values, targetVersion, now, today, provider, inventory };
}
