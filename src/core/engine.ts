import type { Check, Context, FailureDetails, Reporter, Version } from './check.ts';
import type { Inventory } from './inventory.ts';
import type { Missing } from './lookup.ts';
import type { MessageData } from './message.ts';
import type { Place } from './resource.ts';
import { createRuns, type Run, type RunsFor } from './runs.ts';
import { type Judged, type JudgedPart, type Part, type Subject, widestOf } from './subject.ts';
import { UnknownValueRead } from './unknown-value.ts';
import { foldVerdict, type Verdict } from './verdict.ts';

/** Which checks judge, and how. */
export interface Rules {
  readonly checks: readonly Check[];
  /** What the user set, by check; the declared defaults stand for the rest. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** `checks` are all that judge any subject; their own rules tell which of them judge the subjects of a file. */
export interface JudgeOptions extends Rules {
  /** The rules for the subjects of a file, as the report shows it, always the same object for equal ones. */
  readonly rulesFor?: (file: string) => Rules;
  readonly targetVersion: Version;
  /** The time of the scan, in milliseconds since 1970. */
  readonly now: number;
  readonly provider?: string | undefined;
  /** Judges all views of a subject; from memory where earlier scans are remembered. */
  readonly judgeAll?: typeof judgeAll;
}

/** What a check reported as wrong, before it becomes a finding. */
export interface Failure {
  readonly message: string;
  readonly data: MessageData;
  readonly at: Place;
  /** What is wrong, if that is not the field at `at`. */
  fact: Place;
  readonly part: string | undefined;
  readonly assuming: readonly string[];
}

/** What one check said of one subject. */
export interface Outcome {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly failures: readonly Failure[];
  readonly missing: readonly Missing[];
  /** Set if the check itself failed. */
  readonly crash: string | undefined;
}

/** One subject with every check that judges its kind. */
export interface JudgedSubject {
  readonly view: Judged;
  readonly subject: Subject;
  /** Every outcome but passes and not-applicables, which are only counted. */
  readonly outcomes: readonly Outcome[];
  readonly passed: readonly Check[];
  readonly notApplicable: readonly Check[];
}

/** Judges every subject of an inventory by every check, each pair once. */
export function* judge(inventory: Inventory, options: JudgeOptions): Iterable<JudgedSubject> {
  for (const subject of new Set(options.checks.map(({ on }) => widestOf(on)))) {
    yield* (options.judgeAll ?? judgeAll)(subject, inventory, createRuns(subject, inventory, options));
  }
}

/** Judges every view of a subject that some check judges. */
export function* judgeAll(subject: Subject, inventory: Inventory, runsFor: RunsFor): Iterable<JudgedSubject> {
  for (const view of subject.enumerate(inventory)) {
    const runs = runsFor(view);
    if (runs.length > 0) yield judgeView(view, subject, runs);
  }
}

/** A function of its own, as a generator is optimized late. */
function judgeView(view: Judged, subject: Subject, runs: readonly Run[]): JudgedSubject {
  const judged = unjudged(view, subject);
  for (const { check, context } of runs) addOutcome(judged, judgeSubject(check, view, context));
  return judged;
}

/** A subject with what every check said of it. */
export function judgedSubject(view: Judged, subject: Subject, all: readonly Outcome[]): JudgedSubject {
  const judged = unjudged(view, subject);
  for (const outcome of all) addOutcome(judged, outcome);
  return judged;
}

interface GrowingJudged extends JudgedSubject {
  readonly outcomes: Outcome[];
  readonly passed: Check[];
  readonly notApplicable: Check[];
}

function unjudged(view: Judged, subject: Subject): GrowingJudged {
  return { view, subject, outcomes: [], passed: [], notApplicable: [] };
}

function addOutcome({ outcomes, passed, notApplicable }: GrowingJudged, outcome: Outcome): void {
  if (outcome.verdict === 'pass') passed.push(outcome.check);
  else if (outcome.verdict === 'not-applicable') notApplicable.push(outcome.check);
  else outcomes.push(outcome);
}

/**
 * Judges one subject by one check, part by part if the check says so, and folds the parts. All share one sheet to write on
 * and, as nearly every pair passes without a word, one outcome for each check that said none.
 */
export function judgeSubject(check: Check, view: Judged, context: Context): Outcome {
  const sheet = blankSheet ?? createSheet();
  blankSheet = undefined;
  const { each } = check;
  const verdict =
    each === undefined
      ? judgeOne(check, view, undefined, context, sheet)
      : judgeParts(check, each, view, context, sheet);
  if (sheet.failures.length === 0 && sheet.missing.length === 0) {
    blankSheet = sheet;
    return silentOutcome(check, verdict);
  }
  // Copies take no more room than they need, where lists that grew do.
  const outcome = {
    check,
    verdict,
    failures: sheet.failures.slice(),
    missing: sheet.missing.slice(),
    crash: sheet.crash,
  };
  sheet.failures.length = 0;
  sheet.missing.length = 0;
  sheet.crash = undefined;
  blankSheet = sheet;
  return outcome;
}

function judgeParts(check: Check, each: Part, view: Judged, context: Context, sheet: Sheet): Verdict {
  let folded: Verdict = 'not-applicable';
  try {
    for (const part of each.enumerate(view)) {
      folded = foldVerdict(folded, judgeOne(check, part, part.part, context, sheet));
    }
    return folded;
  } catch (error) {
    noteError(error, sheet);
    return foldVerdict(folded, 'unknown');
  }
}

const silent = { pass: new WeakMap<Check, Outcome>(), 'not-applicable': new WeakMap<Check, Outcome>() };

/** The outcome of a check that had nothing to say. */
function silentOutcome(check: Check, verdict: Verdict): Outcome {
  const outcomes = silent[verdict === 'pass' ? 'pass' : 'not-applicable'];
  const known = outcomes.get(check);
  if (known !== undefined) return known;
  const outcome = { check, verdict, failures: [], missing: [], crash: undefined };
  outcomes.set(check, outcome);
  return outcome;
}

/** What is written down while one subject is judged by one check, and the reporter that writes it. */
interface Sheet {
  readonly failures: Failure[];
  readonly missing: Missing[];
  crash: string | undefined;
  /** The part that is being judged. */
  part: string | undefined;
  isNotApplicable: boolean;
  readonly reporter: Reporter;
}

let blankSheet: Sheet | undefined;

function createSheet(): Sheet {
  const failures: Failure[] = [];
  const missing: Missing[] = [];

  function reporterWith(assuming: readonly string[]): Reporter {
    return {
      fail(message: string, at: Place, ...data: MessageData[]): FailureDetails {
        const failure: Failure = { message, data: data[0] ?? {}, at, fact: at, part: sheet.part, assuming };
        failures.push(failure);
        return {
          about(fact) {
            failure.fact = fact;
          },
        };
      },
      unknown(what) {
        missing.push(what);
      },
      notApplicable() {
        sheet.isNotApplicable = true;
      },
      assuming: (what) => reporterWith([...assuming, what]),
    };
  }

  const sheet: Sheet = {
    failures,
    missing,
    crash: undefined,
    part: undefined,
    isNotApplicable: false,
    reporter: reporterWith([]),
  };
  return sheet;
}

function judgeOne(
  check: Check,
  judged: Judged | JudgedPart,
  part: string | undefined,
  context: Context,
  sheet: Sheet,
): Verdict {
  const failed = sheet.failures.length;
  const unknown = sheet.missing.length;
  sheet.part = part;
  sheet.isNotApplicable = false;
  try {
    check.evaluate(judged, sheet.reporter, context);
  } catch (error) {
    noteError(error, sheet);
  }
  if (sheet.failures.length > failed) return 'fail';
  if (sheet.missing.length > unknown) return 'unknown';
  return sheet.isNotApplicable ? 'not-applicable' : 'pass';
}

/** Writes down why a check's code ended early: it read an unknown value, or crashed. */
function noteError(error: unknown, sheet: Sheet): void {
  if (error instanceof UnknownValueRead) sheet.missing.push({ what: error.message });
  else {
    sheet.crash = crashText(error);
    sheet.missing.push({ what: `the check failed: ${sheet.crash}` });
  }
}

/** What an error says, unless it quotes a text that could not be parsed. */
function crashText(error: unknown): string {
  if (error instanceof SyntaxError) return 'a text could not be parsed';
  return error instanceof Error ? error.message : String(error);
}
