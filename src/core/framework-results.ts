import type { Check } from './check.ts';
import type { JudgedSubject } from './engine.ts';
import type { Finding } from './finding.ts';
import { type Control, checksOf, type Framework } from './framework.ts';
import { groupBy } from './group-by.ts';
import type { Missing } from './lookup.ts';
import type { ResultShare } from './subject-results.ts';
import type { Verdict } from './verdict.ts';

/** How a control came out; `manual` stands outside the three-valued *and*. */
export type ControlVerdict = Verdict | 'manual';

/** What one check said of all its subjects, which are given by their place in the report's list. */
export interface CheckEvidence {
  readonly check: string;
  readonly failed: readonly number[];
  /** Failed, with an exception for every finding. */
  readonly accepted: readonly number[];
  readonly unknown: readonly UnknownSubject[];
  /** Subjects that it would judge, had it not been kept from them. */
  readonly skipped: readonly number[];
  readonly passed: number;
  readonly notApplicable: number;
}

/** A subject of which the input does not show what the check asks. */
export interface UnknownSubject {
  readonly subject: number;
  readonly missing: readonly Missing[];
}

/** One control, and what it rests on. */
export interface ControlResult {
  readonly control: Control;
  readonly verdict: ControlVerdict;
  /** Of each check of the control that ran, in its order. */
  readonly evidence: readonly CheckEvidence[];
  /** What is missing besides what subjects miss: inputs of other kinds, checks, parts of the input. */
  readonly missing: readonly Missing[];
}

/** How many controls came out how. `pass`, `fail`, `unknown`, `manual` and `notApplicable` add up to `controls`. */
export interface ControlCounts {
  readonly controls: number;
  readonly pass: number;
  /** Those among `pass` that rest on accepted findings. */
  readonly passWithExceptions: number;
  readonly fail: number;
  readonly unknown: number;
  readonly manual: number;
  readonly notApplicable: number;
}

/** One framework, with its controls in their order. */
export interface FrameworkResult {
  readonly framework: Pick<Framework, 'id' | 'name' | 'title'>;
  readonly counts: ControlCounts;
  readonly controls: readonly ControlResult[];
}

/** Gathers, subject by subject, what checks said. */
export interface EvidenceBook {
  /** Takes in the subject at a place of the report's list. */
  note(judged: JudgedSubject, share: Pick<ResultShare, 'findings' | 'unknowns'>, place: number): void;
  /** Says where the subjects from a place of the report's list on stand now. */
  move(from: number, places: readonly number[]): void;
  of(check: string): CheckEvidence | undefined;
}

interface GrowingEvidence extends CheckEvidence {
  failed: number[];
  accepted: number[];
  unknown: UnknownSubject[];
  skipped: number[];
  passed: number;
  notApplicable: number;
}

/** An empty book for these checks, which are those that run. */
export function createEvidenceBook(checks: readonly Check[]): EvidenceBook {
  const pages = new Map(checks.map(({ id }) => [id, emptyPage(id)]));
  const pagesOfSubjects = groupBy(checks, ({ on }) => on);
  return {
    note(judged, share, place) {
      noteFindings(pages, share.findings, place);
      for (const { check, missing } of share.unknowns) pages.get(check)?.unknown.push({ subject: place, missing });
      for (const { id } of judged.passed) {
        const page = pages.get(id);
        if (page !== undefined) page.passed += 1;
      }
      for (const { id } of judged.notApplicable) {
        const page = pages.get(id);
        if (page !== undefined) page.notApplicable += 1;
      }
      for (const id of skippedOf(judged, pagesOfSubjects.get(judged.subject) ?? [])) pages.get(id)?.skipped.push(place);
    },
    move(from, places) {
      const moved = (place: number) => places[place - from] ?? place;
      for (const page of pages.values()) {
        for (const list of ['failed', 'accepted', 'skipped'] as const) {
          page[list] = page[list].map(moved).toSorted((left, right) => left - right);
        }
        page.unknown = page.unknown
          .map(({ subject, missing }) => ({ subject: moved(subject), missing }))
          .toSorted((left, right) => left.subject - right.subject);
      }
    },
    of: (check) => pages.get(check),
  };
}

function emptyPage(check: string): GrowingEvidence {
  return { check, failed: [], accepted: [], unknown: [], skipped: [], passed: 0, notApplicable: 0 };
}

function noteFindings(pages: ReadonlyMap<string, GrowingEvidence>, findings: readonly Finding[], place: number): void {
  const isAccepted = new Map<string, boolean>();
  for (const { check, accepted } of findings) {
    isAccepted.set(check, (isAccepted.get(check) ?? true) && accepted !== undefined);
  }
  for (const [check, accepted] of isAccepted) {
    const page = pages.get(check);
    (accepted ? page?.accepted : page?.failed)?.push(place);
  }
}

/** The checks of such subjects that did not judge this one. */
function skippedOf({ outcomes, passed, notApplicable }: JudgedSubject, checks: readonly Check[]): string[] {
  if (outcomes.length + passed.length + notApplicable.length === checks.length) return [];
  const ran = new Set([...outcomes.map(({ check }) => check), ...passed, ...notApplicable].map(({ id }) => id));
  return checks.flatMap(({ id }) => (ran.has(id) ? [] : [id]));
}

/** What a framework is judged by, besides what its checks said. */
export interface FrameworkSetting {
  readonly evidence: EvidenceBook;
  /** Every check that exists. */
  readonly isCheck: (id: string) => boolean;
  /** The inputs that were not read whole. */
  readonly unread: readonly string[];
}

/** How the controls of a framework came out. */
export function frameworkResult(framework: Framework, setting: FrameworkSetting): FrameworkResult {
  const { id, name, title } = framework;
  const controls = framework.controls.map((control) => controlResult(control, setting));
  return { framework: { id, name, title }, counts: countsOf(controls), controls };
}

function controlResult(control: Control, setting: FrameworkSetting): ControlResult {
  if (control.answeredBy === 'manual') return { control, verdict: 'manual', evidence: [], missing: [] };
  if (control.answeredBy === 'node inventory') {
    const missing = [{ what: `not among the inputs: ${control.inputs.join(', ')}` }];
    return { control, verdict: 'unknown', evidence: [], missing };
  }
  const evidence = checksOf(control).flatMap((check) => setting.evidence.of(check) ?? []);
  const missing = [...missingChecks(control, setting), ...skippedSubjects(evidence), ...missingInputs(setting)];
  return { control, verdict: verdictOf(evidence, missing), evidence, missing };
}

function missingChecks(control: Control, { evidence, isCheck }: FrameworkSetting): Missing[] {
  const missing = checksOf(control).filter((check) => evidence.of(check) === undefined);
  const absent = missing.filter((check) => !isCheck(check));
  const idle = missing.filter(isCheck);
  return [
    ...(absent.length === 0 ? [] : [{ what: `not in this version: ${absent.join(', ')}` }]),
    ...(idle.length === 0 ? [] : [{ what: `did not run: ${idle.join(', ')}` }]),
  ];
}

function skippedSubjects(evidence: readonly CheckEvidence[]): Missing[] {
  const skipped = evidence.filter((one) => one.skipped.length > 0);
  if (skipped.length === 0) return [];
  return [{ what: `did not run everywhere: ${skipped.map(({ check }) => check).join(', ')}` }];
}

const MOST_NAMED = 3;

/** What was not read may hold subjects that fail, so a pass of the rest is no pass of the control. */
function missingInputs({ unread }: FrameworkSetting): Missing[] {
  if (unread.length === 0) return [];
  const named = unread.slice(0, MOST_NAMED).join(', ');
  const more = unread.length > MOST_NAMED ? ` and ${unread.length - MOST_NAMED} more` : '';
  return [{ what: `not read whole: ${named}${more}` }];
}

/** The three-valued *and* over all subjects of all checks; an accepted verdict is a pass. */
function verdictOf(evidence: readonly CheckEvidence[], missing: readonly Missing[]): Verdict {
  if (evidence.some(({ failed }) => failed.length > 0)) return 'fail';
  if (missing.length > 0 || evidence.some(({ unknown }) => unknown.length > 0)) return 'unknown';
  return evidence.some(({ passed, accepted }) => passed > 0 || accepted.length > 0) ? 'pass' : 'not-applicable';
}

/** True if a pass rests on accepted findings. */
export function hasExceptions({ verdict, evidence }: ControlResult): boolean {
  return verdict === 'pass' && evidence.some(({ accepted }) => accepted.length > 0);
}

function countsOf(controls: readonly ControlResult[]): ControlCounts {
  function number(verdict: ControlVerdict): number {
    return controls.filter((result) => result.verdict === verdict).length;
  }
  return {
    controls: controls.length,
    pass: number('pass'),
    passWithExceptions: controls.filter(hasExceptions).length,
    fail: number('fail'),
    unknown: number('unknown'),
    manual: number('manual'),
    notApplicable: number('not-applicable'),
  };
}
