import { diagnosticLevel } from '../core/errors.ts';
import type { Report } from '../core/report.ts';
import { isAtLeast, type Severity, severities } from '../core/severity.ts';

/** When a scan fails. */
export interface ExitPolicy {
  /** Undefined: findings never fail the scan. */
  readonly failOn: Severity | undefined;
  readonly failOnUnknown: boolean;
  /** Broken input does not fail the scan. */
  readonly isTolerant: boolean;
  /** Findings that are less bad do not count; undefined: all do. */
  readonly least?: Severity | undefined;
  /** The most verdicts that may fail, for each severity. */
  readonly maximumFailed?: Partial<Readonly<Record<Severity, number | undefined>>> | undefined;
  /** 0 to 100. A report without a score has nothing that failed. */
  readonly minimumScore?: number | undefined;
}

/** The exit code, and every reason that applies, the deciding one first. */
export interface ExitDecision {
  readonly code: 0 | 1 | 3;
  readonly reasons: readonly string[];
}

/** 3 if the scan could not be completed, else 1 if it found what the policy fails on, else 0. */
export function decideExit(report: Report, policy: ExitPolicy): ExitDecision {
  const reasons: { code: 1 | 3; reason: string }[] = [];
  const errors = report.diagnostics.filter((diagnostic) => diagnosticLevel(diagnostic.code) === 'error').length;
  if (errors > 0 && !policy.isTolerant) {
    reasons.push({
      code: 3,
      reason: `the scan is not complete: ${count(errors, 'error')} in the input (--tolerant lets them pass)`,
    });
  }
  const threshold = thresholdOf(policy);
  const failed = threshold === undefined ? 0 : failedAtLeast(report, threshold);
  if (failed > 0) reasons.push({ code: 1, reason: `${count(failed, 'verdict')} failed at ${threshold} or worse` });
  if (policy.failOnUnknown && report.counts.unknown > 0) {
    reasons.push({ code: 1, reason: `${count(report.counts.unknown, 'verdict')} unknown` });
  }
  for (const reason of thresholdReasons(report, policy)) reasons.push({ code: 1, reason });
  return { code: reasons[0]?.code ?? 0, reasons: reasons.map(({ reason }) => reason) };
}

/** What fails the scan: what is as bad as asked for, and bad enough to be shown. */
function thresholdOf({ failOn, least }: ExitPolicy): Severity | undefined {
  return failOn !== undefined && least !== undefined && isAtLeast(least, failOn) ? least : failOn;
}

function failedAtLeast(report: Report, threshold: Severity): number {
  let failed = 0;
  for (const severity of severities) if (isAtLeast(severity, threshold)) failed += report.severities[severity];
  return failed;
}

function thresholdReasons({ severities: failed, score }: Report, policy: ExitPolicy): string[] {
  const { maximumFailed = {}, minimumScore, least = 'low' } = policy;
  const reasons: string[] = [];
  for (const severity of severities) {
    const most = maximumFailed[severity];
    if (most === undefined || failed[severity] <= most || !isAtLeast(severity, least)) continue;
    reasons.push(`${count(failed[severity], 'verdict')} failed at ${severity}, over the threshold of ${most}`);
  }
  if (minimumScore !== undefined && score !== undefined && score < minimumScore) {
    reasons.push(`the score ${score} is under the threshold of ${minimumScore}`);
  }
  return reasons;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
