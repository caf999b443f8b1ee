import type { Finding } from '../../core/finding.ts';
import type { FoldedFinding } from '../../core/fold.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Report, SubjectResult } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import { type Severity, severities, severityRank } from '../../core/severity.ts';

/** Equal findings of one subject's parts as one entry; the first stands for all. */
export interface Entry {
  readonly subject: SubjectResult;
  readonly first: FoldedFinding;
  readonly others: readonly FoldedFinding[];
}

/** Accepted findings of one check and reason on one subject. */
export interface AcceptedEntry {
  readonly subject: SubjectResult;
  readonly check: string;
  readonly reason: string;
  readonly until: string | undefined;
  readonly owner: string | undefined;
  readonly findings: number;
}

/** What is shown of a report, in reading order and worst first in each subject, and how much is left out. */
export interface Shown {
  readonly entries: readonly Entry[];
  readonly accepted: readonly AcceptedEntry[];
  readonly hidden: Readonly<Record<Severity, number>>;
  readonly hiddenAccepted: number;
}

/** Puts the entries of a report together and keeps at most so many of each kind: of findings the worst. */
export function shownOf(report: Report, most: number): Shown {
  const entries = entriesOf(report);
  const accepted = report.subjects.flatMap(acceptedOf);
  const { kept, hidden } = keepWorst(entries, most);
  return {
    entries: kept,
    accepted: accepted.slice(0, most),
    hidden,
    hiddenAccepted: Math.max(accepted.length - most, 0),
  };
}

function entriesOf(report: Report): Entry[] {
  const homes = homesOf(report);
  const bySubject = groupBy(report.folded, ({ finding }) => homes.get(finding) ?? homes.get(subjectKey(finding)));
  return report.subjects.flatMap((subject) => {
    const joined = groupBy(bySubject.get(subject) ?? [], ({ finding }) => textKey(finding));
    return [...joined.values()]
      .flatMap(([first, ...others]) => (first === undefined ? [] : [{ subject, first, others }]))
      .toSorted((left, right) => severityRank(severityOf(left)) - severityRank(severityOf(right)));
  });
}

/** The subject of each finding, and the first of each name for findings that were copied on their way here. */
function homesOf({ subjects }: Report): ReadonlyMap<Finding | string, SubjectResult> {
  const homes = new Map<Finding | string, SubjectResult>();
  for (const subject of subjects) {
    const key = subjectKey({ inventory: subject.inventory, subject: subject.reference });
    if (!homes.has(key)) homes.set(key, subject);
    for (const finding of subject.findings) homes.set(finding, subject);
  }
  return homes;
}

function subjectKey({ inventory, subject }: Pick<Finding, 'inventory' | 'subject'>): string {
  return `${inventory}\n${subject.kind}\n${resourceTitle(subject)}`;
}

function textKey({ check, messageId, message, severity, assuming }: Finding): string {
  return [check, messageId, severity, message, ...assuming].join('\n');
}

function acceptedOf(subject: SubjectResult): AcceptedEntry[] {
  const accepted = subject.findings.filter((finding) => finding.accepted !== undefined);
  const groups = groupBy(accepted, ({ check, accepted: terms }) =>
    [check, terms?.reason, terms?.until, terms?.owner].join('\n'),
  );
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ check, accepted: terms }) => ({
      subject,
      check,
      reason: terms?.reason ?? '',
      until: terms?.until,
      owner: terms?.owner,
      findings: group.length,
    })),
  );
}

/** What is left out is never worse than what is kept. */
function keepWorst(
  entries: readonly Entry[],
  most: number,
): { kept: readonly Entry[]; hidden: Record<Severity, number> } {
  const hidden: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  const kept = new Set<Entry>();
  for (const severity of severities) {
    for (const entry of entries) {
      if (severityOf(entry) !== severity) continue;
      if (kept.size < most) kept.add(entry);
      else hidden[severity] += 1;
    }
  }
  return { kept: entries.filter((entry) => kept.has(entry)), hidden };
}

/** How bad an entry is. */
export function severityOf(entry: Entry): Severity {
  return entry.first.finding.severity;
}

/** The first of the worst; undefined without any. */
export function worstOf(entries: readonly Entry[]): Entry | undefined {
  const [first, ...rest] = entries;
  return rest.reduce(
    (worst, entry) =>
      worst === undefined || severityRank(severityOf(entry)) < severityRank(severityOf(worst)) ? entry : worst,
    first,
  );
}
