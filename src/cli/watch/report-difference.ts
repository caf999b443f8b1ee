import type { Diagnostic } from '../../core/diagnostic.ts';
import type { FoldedFinding } from '../../core/fold.ts';
import type { Report } from '../../core/report.ts';

/** How a report differs from an earlier one of the same inputs. */
export interface ReportDifference {
  /** In the order of the report. Findings that only moved are none of them. */
  readonly newFindings: readonly FoldedFinding[];
  readonly goneFindings: number;
  readonly newDiagnostics: readonly Diagnostic[];
  readonly goneDiagnostics: number;
}

/** What stands in the later report and not in the earlier, and the other way round. */
export function reportDifference(before: Report, after: Report): ReportDifference {
  const findings = compare(before.folded, after.folded, ({ finding }) => finding.fingerprint);
  const diagnostics = compare(before.diagnostics, after.diagnostics, ({ code, file, message }) =>
    [code, file, message].join('\n'),
  );
  return {
    newFindings: findings.fresh,
    goneFindings: findings.gone,
    newDiagnostics: diagnostics.fresh,
    goneDiagnostics: diagnostics.gone,
  };
}

/** True if neither report has what the other has not. */
export function isEmptyDifference(difference: ReportDifference): boolean {
  const { newFindings, goneFindings, newDiagnostics, goneDiagnostics } = difference;
  return newFindings.length + goneFindings + newDiagnostics.length + goneDiagnostics === 0;
}

/** Equal ones are paired off, as many as both have. */
function compare<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): { fresh: Item[]; gone: number } {
  const left = new Map<string, number>();
  for (const item of before) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  const fresh = after.filter((item) => {
    const number = left.get(keyOf(item)) ?? 0;
    if (number > 0) left.set(keyOf(item), number - 1);
    return number === 0;
  });
  let gone = 0;
  for (const number of left.values()) gone += number;
  return { fresh, gone };
}
