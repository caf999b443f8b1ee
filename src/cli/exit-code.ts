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
  const { failOn } = policy;
  const failed = failOn === undefined ? 0 : failedAtLeast(report, failOn);
  if (failed > 0) reasons.push({ code: 1, reason: `${count(failed, 'verdict')} failed at ${failOn} or worse` });
  if (policy.failOnUnknown && report.counts.unknown > 0) {
    reasons.push({ code: 1, reason: `${count(report.counts.unknown, 'verdict')} unknown` });
  }
  return { code: reasons[0]?.code ?? 0, reasons: reasons.map(({ reason }) => reason) };
}

function failedAtLeast(report: Report, threshold: Severity): number {
  let failed = 0;
  for (const severity of severities) if (isAtLeast(severity, threshold)) failed += report.severities[severity];
  return failed;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
