import type { Diagnostic } from '../core/diagnostic.ts';
import type { Finding } from '../core/finding.ts';
import { fingerprintOf } from '../core/fingerprint.ts';
import { coveredChecks, foldFindings } from '../core/fold.ts';
import type { Location } from '../core/location.ts';
import type { CheckSummary, CoverageSummary, Report, SubjectResult, UnknownVerdict } from '../core/report.ts';
import { resourceTitle } from '../core/resource.ts';
import { severityRank } from '../core/severity.ts';
import type { SubjectReference } from '../core/subject.ts';
import { addCounts, type Counts, noCounts } from '../core/verdict.ts';

/** What tells a built report from an empty one. */
export interface ReportParts {
  readonly checks?: readonly CheckSummary[];
  /** Who covers whom, by check. */
  readonly covers?: Readonly<Record<string, readonly string[]>>;
  readonly subjects?: readonly SubjectResult[];
  readonly diagnostics?: readonly Diagnostic[];
  readonly coverage?: Partial<CoverageSummary>;
  readonly inputs?: readonly string[];
  /** 50 unless told, where anything was judged. */
  readonly score?: number;
  readonly frameworks?: Report['frameworks'];
  /** The texts of the files, by name. */
  readonly sources?: Readonly<Record<string, string>>;
}

/** A report for tests of outputs. Folding, counts and severities follow from the parts, as in a scan. */
export function buildReport(parts: ReportParts = {}): Report {
  const subjects = parts.subjects ?? [];
  const checks = parts.checks ?? [];
  const covering = checks.map(({ id }) => ({ id, covers: parts.covers?.[id] ?? [] }));
  const folded = foldFindings(
    subjects.flatMap((subject) => subject.findings),
    coveredChecks(covering),
    new Map(),
  );
  const counts = subjects.reduce((sum, subject) => addCounts(sum, subject.counts), noCounts);
  const severities = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const subject of subjects) for (const finding of worstOfChecks(subject)) severities[finding.severity] += 1;
  const lines = new Map(Object.entries(parts.sources ?? {}).map(([file, text]) => [file, text.split(/\r\n?|\n/)]));
  return {
    tool: { name: 'seawall', version: '0.1.0' },
    targetVersion: '1.36',
    today: '2026-07-01',
    inputs: parts.inputs ?? ['.'],
    checks: new Map(checks.map((check) => [check.id, check])),
    subjects,
    folded,
    counts,
    severities,
    score: counts.judged === 0 ? undefined : (parts.score ?? 50),
    frameworks: parts.frameworks ?? [],
    coverage: {
      files: lines.size,
      objects: subjects.length,
      workloads: subjects.filter((subject) => subject.type === 'workload').length,
      otherDocuments: 0,
      notJudged: new Map(),
      gaps: [],
      ...parts.coverage,
    },
    diagnostics: parts.diagnostics ?? [],
    sources: { line: (file, line) => lines.get(file)?.[line - 1] },
  };
}

function worstOfChecks(subject: SubjectResult): Iterable<Finding> {
  const worst = new Map<string, Finding>();
  for (const finding of subject.findings) {
    if (finding.accepted === undefined && !worst.has(finding.check)) worst.set(finding.check, finding);
  }
  return worst.values();
}

/** What outputs say of a check: by default `privileged-container`, high, with a fix and two controls. */
export function buildCheck(parts: Partial<CheckSummary> = {}): CheckSummary {
  return {
    id: 'privileged-container',
    severity: 'high',
    title: 'Container runs privileged',
    why: 'Whoever takes over the process owns the node.',
    advice: 'Remove it.',
    fix: { effect: 'changes-behaviour', because: 'the process loses devices' },
    controls: ['CIS 5.2.2', 'PSS baseline'],
    ...parts,
  };
}

/** A subject with findings and unknown verdicts; its counts follow from them and from the passes. */
export function buildSubject(
  parts: Partial<Omit<SubjectResult, 'counts'>> & { readonly passed?: number; readonly notApplicable?: number } = {},
): SubjectResult {
  const { passed = 0, notApplicable = 0, ...rest } = parts;
  const findings = (rest.findings ?? []).toSorted(
    (left, right) => severityRank(left.severity) - severityRank(right.severity),
  );
  const unknowns: readonly UnknownVerdict[] = rest.unknowns ?? [];
  return {
    inventory: 'files',
    type: 'workload',
    reference: apiDeployment,
    location: buildLocation({ path: '' }),
    ...rest,
    findings,
    unknowns,
    counts: countsOf(findings, unknowns.length, passed, notApplicable),
  };
}

function countsOf(findings: readonly Finding[], unknown: number, passed: number, notApplicable: number): Counts {
  const checks = new Set(findings.map((finding) => finding.check));
  const open = findings.filter((finding) => finding.accepted === undefined);
  const failed = new Set(open.map((finding) => finding.check)).size;
  const judged = checks.size + unknown + passed + notApplicable;
  return { judged, failed, accepted: checks.size - failed, unknown, passed, notApplicable };
}

const apiDeployment: SubjectReference = { kind: 'apps/Deployment', namespace: 'shop', name: 'api' };

/** A finding: by default of `privileged-container` on container "api" of `apps/Deployment shop/api`. */
export function buildFinding(parts: Partial<Finding> = {}): Finding {
  const subject = parts.subject ?? apiDeployment;
  const path = parts.path ?? 'spec.template.spec.containers[0].securityContext.privileged';
  const check = parts.check ?? 'privileged-container';
  const object = resourceTitle(subject);
  return {
    check,
    severity: 'high',
    inventory: 'files',
    subject,
    part: 'container "api"',
    messageId: 'privileged',
    message: 'is given every capability and device of the node',
    data: {},
    locations: [buildLocation({ path })],
    path,
    fact: { inventory: 'files', object, field: 'spec.containers[api].securityContext.privileged' },
    fingerprint: fingerprintOf([check, object, path].join('\n')),
    assuming: [],
    ...parts,
  };
}

/** A finding about an object as a whole: `buildFinding` without its part. */
export function withoutPart(finding: Finding): Finding {
  const { part: _, ...rest } = finding;
  return rest;
}

/** A place: by default line 12, columns 21 to 25 of `manifests/api.yaml`. */
export function buildLocation(parts: Partial<Location> = {}): Location {
  return {
    file: 'manifests/api.yaml',
    line: 12,
    column: 21,
    endLine: 12,
    endColumn: 25,
    path: 'spec.template.spec.containers[0].securityContext.privileged',
    ...parts,
  };
}
