import type { SubjectResult } from './report.ts';
import { severityRank } from './severity.ts';
import { addCounts } from './verdict.ts';

/** The name of the subject under which any object may be judged; a more telling one goes before it. */
const PLAIN = 'object';

/**
 * What all checks said of one thing as one result. Checks see it through different subjects, a Deployment as a workload
 * and as an object; for who reads the report it is one.
 */
export function mergeResults(left: SubjectResult, right: SubjectResult): SubjectResult {
  return {
    inventory: left.inventory,
    type: left.type === PLAIN ? right.type : left.type,
    reference: left.reference,
    location: left.location ?? right.location,
    counts: addCounts(left.counts, right.counts),
    findings: [...left.findings, ...right.findings].toSorted(
      (one, other) => severityRank(one.severity) - severityRank(other.severity),
    ),
    unknowns: [...left.unknowns, ...right.unknowns],
  };
}
