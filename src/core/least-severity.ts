import type { LeftOut, SubjectResult } from './report.ts';
import { isAtLeast, type Severity } from './severity.ts';

/** Leaves out the findings that are less bad than `least`. Counts and verdicts stay: they say what was judged. */
export function leaveOutLesser(
  subjects: readonly SubjectResult[],
  least: Severity,
): { readonly subjects: SubjectResult[]; readonly leftOut: LeftOut } {
  let findings = 0;
  const kept = subjects.map((subject) => {
    const worse = subject.findings.filter((finding) => isAtLeast(finding.severity, least));
    findings += subject.findings.length - worse.length;
    return worse.length === subject.findings.length ? subject : { ...subject, findings: worse };
  });
  return { subjects: kept, leftOut: { least, findings } };
}
