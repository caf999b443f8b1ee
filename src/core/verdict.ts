/** What one check says of one subject. */
export const verdicts = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

export type Verdict = (typeof verdicts)[number];

/**
 * Folds the verdicts of parts into the subject's: `fail` if any failed, else `unknown` if any was unknown, else
 * `not-applicable` if all were (also of no part at all), else `pass`.
 */
export function foldVerdicts(parts: Iterable<Verdict>): Verdict {
  let folded: Verdict = 'not-applicable';
  for (const part of parts) {
    if (part === 'fail') return 'fail';
    if (part === 'unknown') folded = 'unknown';
    else if (part === 'pass' && folded === 'not-applicable') folded = 'pass';
  }
  return folded;
}

/** How many (check, subject) pairs were judged, and how. The five always add up to `judged`. */
export interface Counts {
  readonly judged: number;
  readonly failed: number;
  /** Failed, with an exception for every finding. */
  readonly accepted: number;
  readonly unknown: number;
  readonly passed: number;
  readonly notApplicable: number;
}

export const noCounts: Counts = { judged: 0, failed: 0, accepted: 0, unknown: 0, passed: 0, notApplicable: 0 };

export function addCounts(left: Counts, right: Counts): Counts {
  return {
    judged: left.judged + right.judged,
    failed: left.failed + right.failed,
    accepted: left.accepted + right.accepted,
    unknown: left.unknown + right.unknown,
    passed: left.passed + right.passed,
    notApplicable: left.notApplicable + right.notApplicable,
  };
}
