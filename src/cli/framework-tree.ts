import type { Check } from '../core/check.ts';
import { byHandOf, type Control, checksOf, extentOf, type Framework } from '../core/framework.ts';
import { groupBy } from '../core/group-by.ts';
import type { Severity } from '../core/severity.ts';
import { checksWithImages } from '../frameworks/checks-with-images.ts';

/** A framework with all that is said of it, as plain data. */
export interface FrameworkTree {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly counts: TreeCounts;
  readonly sections: readonly SectionTree[];
}

/** How many controls are answered by whom; `whole` and `part` add up to `byChecks`. */
export interface TreeCounts {
  readonly controls: number;
  readonly byChecks: number;
  readonly whole: number;
  readonly part: number;
  readonly byNodeInventory: number;
  readonly manual: number;
}

export interface SectionTree {
  /** Null where the framework has no sections. */
  readonly title: string | null;
  readonly controls: readonly ControlTree[];
}

export interface ControlTree {
  readonly id: string;
  readonly name: string;
  readonly answeredBy: Control['answeredBy'];
  readonly answers: 'whole' | 'part' | 'manual';
  /** What the node inventory must read. */
  readonly inputs: readonly string[];
  readonly checks: readonly CheckLeaf[];
  readonly reason: string;
  readonly byHand: string | null;
}

export interface CheckLeaf {
  readonly id: string;
  /** Null, as is the title, for a check that this version does not have. */
  readonly severity: Severity | null;
  readonly title: string | null;
  readonly optIn: boolean;
  /** True if it needs the results of image scans. */
  readonly withImages: boolean;
}

/** A framework with its sections, controls and their checks. */
export function frameworkTree(framework: Framework, checks: readonly Check[]): FrameworkTree {
  const { id, name, title, controls } = framework;
  const known = new Map(checks.map((check) => [check.id, check]));
  const sections = [...groupBy(controls, ({ section }) => section)].map(([section, members]) => ({
    title: section ?? null,
    controls: members.map((control) => controlTree(control, known)),
  }));
  return { id, name, title, counts: countsOf(controls), sections };
}

function countsOf(controls: readonly Control[]): TreeCounts {
  const byChecks = controls.filter(({ answeredBy }) => answeredBy === 'checks');
  const whole = byChecks.filter((control) => extentOf(control) === 'whole').length;
  return {
    controls: controls.length,
    byChecks: byChecks.length,
    whole,
    part: byChecks.length - whole,
    byNodeInventory: controls.filter(({ answeredBy }) => answeredBy === 'node inventory').length,
    manual: controls.filter(({ answeredBy }) => answeredBy === 'manual').length,
  };
}

function controlTree(control: Control, known: ReadonlyMap<string, Check>): ControlTree {
  const { id, name, answeredBy, reason } = control;
  const inputs = control.answeredBy === 'node inventory' ? control.inputs : [];
  const checks = checksOf(control).map((check) => checkLeaf(check, known.get(check)));
  return {
    id,
    name,
    answeredBy,
    answers: extentOf(control),
    inputs,
    checks,
    reason,
    byHand: byHandOf(control) ?? null,
  };
}

function checkLeaf(id: string, check: Check | undefined): CheckLeaf {
  return {
    id,
    severity: check?.severity ?? null,
    title: check?.title ?? null,
    optIn: check?.optIn ?? false,
    withImages: checksWithImages.has(id),
  };
}
