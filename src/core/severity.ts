/** How bad a finding is, worst first: exploitability times blast radius. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

export type Severity = (typeof severities)[number];

/** 0 for critical, rising as the severity falls: sorts worst first. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** True if `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severityRank(severity) <= severityRank(threshold);
}
