import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Finding } from '../../core/finding.ts';
import type { FoldedFinding } from '../../core/fold.ts';
import type { Sink } from '../../core/output.ts';
import type { CheckSummary, Report, SubjectResult, UnknownVerdict } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import { type Severity, severityRank } from '../../core/severity.ts';
import type { SubjectReference } from '../../core/subject.ts';
import { addCounts, type Counts, noCounts } from '../../core/verdict.ts';
import { createLines } from '../../text/lines.ts';

/** A report made by hand, for tests: what is not given is empty, and totals are counted from what is. */
export interface ReportParts {
  readonly subjects?: readonly SubjectResult[];
  readonly covered?: ReadonlyMap<Finding, readonly Finding[]>;
  readonly checks?: readonly CheckSummary[];
  readonly coverage?: Partial<Report['coverage']>;
  readonly diagnostics?: readonly Diagnostic[];
  readonly score?: number;
  readonly frameworks?: Report['frameworks'];
  /** The text of each file. */
  readonly files?: Readonly<Record<string, string>>;
}

export function exampleReport(parts: ReportParts): Report {
  const subjects = parts.subjects ?? [];
  const findings = subjects.flatMap((subject) => subject.findings);
  const open = findings.filter((finding) => finding.accepted === undefined);
  const followers = new Set([...(parts.covered?.values() ?? [])].flat());
  const folded = open
    .filter((finding) => !followers.has(finding))
    .map((finding): FoldedFinding => ({ finding, covered: parts.covered?.get(finding) ?? [] }));
  const texts = new Map(Object.entries(parts.files ?? {}).map(([file, text]) => [file, createLines(text)]));
  return {
    tool: { name: 'seawall', version: '0.1.0' },
    targetVersion: '1.36',
    today: '2026-01-31',
    inputs: ['shop'],
    checks: new Map((parts.checks ?? []).map((check) => [check.id, check])),
    subjects,
    folded,
    counts: subjects.reduce((sum, subject) => addCounts(sum, subject.counts), noCounts),
    severities: severitiesOf(subjects),
    score: parts.score,
    frameworks: parts.frameworks ?? [],
    coverage: {
      files: texts.size,
      objects: subjects.length,
      workloads: subjects.filter(({ type }) => type === 'workload').length,
      otherDocuments: 0,
      notJudged: new Map(),
      gaps: [],
      ...parts.coverage,
    },
    diagnostics: parts.diagnostics ?? [],
    sources: {
      line(file, line) {
        const lines = texts.get(file);
        return lines === undefined || line < 1 || line > lines.count ? undefined : lines.text(line);
      },
    },
  };
}

function severitiesOf(subjects: readonly SubjectResult[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { findings } of subjects) {
    const open = findings.filter((finding) => finding.accepted === undefined);
    const first = open.filter(({ check }, index) => open.findIndex((other) => other.check === check) === index);
    for (const { severity } of first) counts[severity] += 1;
  }
  return counts;
}

export function exampleCheck(id: string, severity: Severity, words: Partial<CheckSummary> = {}): CheckSummary {
  return {
    id,
    severity,
    title: `Title of ${id}`,
    why: 'Why.',
    advice: 'Advice.',
    fix: undefined,
    controls: [],
    ...words,
  };
}

export function exampleSubject(
  reference: SubjectReference,
  file: string,
  findings: readonly Finding[],
  rest: { passed?: number; notApplicable?: number; unknowns?: readonly UnknownVerdict[] } = {},
): SubjectResult {
  const unknowns = rest.unknowns ?? [];
  const failed = new Set(findings.filter(({ accepted }) => accepted === undefined).map(({ check }) => check));
  const accepted = new Set(findings.map(({ check }) => check).filter((check) => !failed.has(check)));
  const counts: Counts = {
    judged: 0,
    failed: failed.size,
    accepted: accepted.size,
    unknown: unknowns.length,
    passed: rest.passed ?? 0,
    notApplicable: rest.notApplicable ?? 0,
  };
  const judged = counts.failed + counts.accepted + counts.unknown + counts.passed + counts.notApplicable;
  return {
    inventory: 'files',
    type: reference.kind === 'Namespace' ? 'namespace' : 'workload',
    reference,
    location: { file, path: '', line: 1, column: 1, endLine: 1, endColumn: 2 },
    counts: { ...counts, judged },
    findings: findings.toSorted((left, right) => severityRank(left.severity) - severityRank(right.severity)),
    unknowns,
  };
}

/** A finding at `file:line:column-endColumn`. */
export function exampleFinding(
  subject: SubjectReference,
  check: string,
  severity: Severity,
  place: string,
  rest: Partial<Finding> & { missing?: string } = {},
): Finding {
  const [, file = '', line = 0, column = 0, endColumn = 0] = /^(.*):(\d+):(\d+)-(\d+)$/.exec(place) ?? [];
  const { missing, ...given } = rest;
  const span = { line: Number(line), column: Number(column), endLine: Number(line), endColumn: Number(endColumn) };
  return {
    check,
    severity,
    inventory: 'files',
    subject,
    messageId: 'message',
    message: 'is wrong',
    data: {},
    locations: [{ file, path: 'spec', ...span, ...(missing !== undefined && { missing }) }],
    path: 'spec',
    fact: { inventory: 'files', object: resourceTitle(subject), field: 'spec' },
    fingerprint: '0000000000000000',
    assuming: [],
    ...given,
  };
}

/** A sink that keeps what is written; its files lie in `/folder of`. */
export function exampleSink(given: Partial<Sink> = {}): Sink & { text(): string } {
  let written = '';
  return {
    write(text) {
      written += text;
    },
    columns: 80,
    color: false,
    links: false,
    absolutePath: (file) => `/folder of/${file}`,
    ...given,
    text: () => written,
  };
}
