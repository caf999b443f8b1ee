/** What one check says of one subject. */
export const verdicts = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

export type Verdict = (typeof verdicts)[number];

/**
 * Folds the verdict of one more part into the subject's: `fail` if any failed, else `unknown` if any was unknown, else
 * `not-applicable` if all were, else `pass`.
 */
export function foldVerdict(folded: Verdict, part: Verdict): Verdict {
  if (folded === 'fail' || part === 'fail') return 'fail';
  if (folded === 'unknown' || part === 'unknown') return 'unknown';
  return folded === 'pass' || part === 'pass' ? 'pass' : 'not-applicable';
}

/** Folds the verdicts of parts; `not-applicable` where there is no part at all. */
export function foldVerdicts(parts: Iterable<Verdict>): Verdict {
  let folded: Verdict = 'not-applicable';
  for (const part of parts) folded = foldVerdict(folded, part);
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
