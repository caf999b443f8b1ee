import type { Check, Version } from './check.ts';
import { dayOf } from './day-of.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type JudgeOptions, judge } from './engine.ts';
import { createExceptionBook } from './exception-book.ts';
import type { Finding } from './finding.ts';
import { coveredChecks, type FoldedFinding, foldFindings } from './fold.ts';
import { controlsByCheck, type Framework } from './framework.ts';
import { createEvidenceBook, frameworkResult } from './framework-results.ts';
import type { Inventory } from './inventory.ts';
import { knownOwner } from './known-owner.ts';
import { leaveOutLesser } from './least-severity.ts';
import { makeFindings } from './make-findings.ts';
import { maskReport } from './mask-report.ts';
import type { CheckSummary, CoverageSummary, Report, SubjectResult } from './report.ts';
import type { ReportMemory } from './report-memory.ts';
import { resourceIdentity } from './resource.ts';
import { scoreOf, severityWeights } from './score.ts';
import type { Severity } from './severity.ts';
import type { ReadInputs } from './source.ts';
import type { SubjectReference } from './subject.ts';
import { createSubjectResults } from './subject-results.ts';
import { addCounts, noCounts } from './verdict.ts';

export interface ScanSettings extends Omit<JudgeOptions, 'checks'> {
  readonly checks: readonly Check[];
  readonly frameworks: readonly Framework[];
  /** The frameworks to report on; none unless told. */
  readonly assess?: readonly Framework[];
  /** Every check that exists, to tell a wrong id in an exception from one that did not run. */
  readonly isCheck: (id: string) => boolean;
  readonly tool: Report['tool'];
  readonly inputs: readonly string[];
  /** Show only findings at this severity or worse. */
  readonly severity?: Severity | undefined;
  /** What earlier scans of the same inputs made, where they are remembered. */
  readonly memory?: ReportMemory;
}

/** Judges what was read and puts the report together, with the credentials of the input masked. */
export function scan(read: ReadInputs, settings: ScanSettings): Report {
  return maskReport(reportOf(read, settings), read.mask, settings.memory?.masked);
}

function reportOf(read: ReadInputs, settings: ScanSettings): Report {
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  const book = createExceptionBook(read.exceptions, { ...settings, today: dayOf(settings.now) });
  const subjects: SubjectResult[] = [];
  const owners = new Map<string, string>();
  const weights = { passed: 0, failed: 0 };
  const { assess = [], memory } = settings;
  const makes = memory?.makeFindings ?? makeFindings;
  const evidence = createEvidenceBook(settings.checks);
  for (const inventory of read.inventories) {
    const growing = createSubjectResults(inventory, { book, makeFindings: makes, diagnostics });
    // One by one, so that what was said of a subject is gone when the next is judged.
    for (const judged of judge(inventory, settings)) {
      const share = growing.add(judged);
      if (assess.length > 0) evidence.note(judged, share, subjects.length + share.place);
      const owner = knownOwner(judged.view);
      if (owner !== undefined) {
        owners.set(identityIn(inventory, judged.view.reference), identityIn(inventory, owner));
      }
      weights.passed += weightOfChecks(judged.passed);
    }
    const { results, places } = growing.finish();
    const from = subjects.length;
    evidence.move(
      from,
      places.map((place) => from + place),
    );
    for (const result of results) subjects.push(result);
  }
  const covers = coveredChecks(settings.checks);
  function fold(shown: readonly SubjectResult[]): FoldedFinding[] {
    return foldFindings(
      shown.flatMap((subject) => subject.findings),
      covers,
      owners,
    );
  }
  const folded = fold(subjects);
  weights.failed = weightOf(subjects, folded);
  const shown = settings.severity === undefined ? undefined : leaveOutLesser(subjects, settings.severity);
  for (const diagnostic of book.diagnostics()) diagnostics.push(diagnostic);
  const coverage = coverageOf(read, settings.checks, subjects);
  const unread = [...new Set(coverage.gaps.map(({ file }) => file))];
  return {
    tool: settings.tool,
    targetVersion: versionText(settings.targetVersion),
    today: dayOf(settings.now),
    inputs: settings.inputs,
    checks: summariesOf(settings),
    subjects: shown?.subjects ?? subjects,
    folded: shown === undefined ? folded : fold(shown.subjects),
    counts: subjects.reduce((sum, subject) => addCounts(sum, subject.counts), noCounts),
    severities: severitiesOf(subjects),
    score: scoreOf(weights),
    frameworks: assess.map((framework) => frameworkResult(framework, { evidence, isCheck: settings.isCheck, unread })),
    coverage,
    diagnostics,
    sources: read.sources,
    ...(shown !== undefined && { leftOut: shown.leftOut }),
  };
}

function identityIn(inventory: Inventory, reference: SubjectReference): string {
  return `${inventory.id}\n${resourceIdentity(reference)}`;
}

function weightOfChecks(checks: readonly Check[]): number {
  let weight = 0;
  for (const { severity } of checks) weight += severityWeights[severity];
  return weight;
}

/** The weight of each failed pair that is not folded into another, at its worst finding. */
function weightOf(subjects: readonly SubjectResult[], folded: readonly FoldedFinding[]): number {
  const leading = new Set(folded.map(({ finding }) => finding));
  let weight = 0;
  for (const { severity } of worstFindings(subjects, (finding) => leading.has(finding)))
    weight += severityWeights[severity];
  return weight;
}

function severitiesOf(subjects: readonly SubjectResult[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of worstFindings(subjects, ({ accepted }) => accepted === undefined)) counts[severity] += 1;
  return counts;
}

/** The worst finding of each pair of a subject and a check, of those that count. */
function* worstFindings(subjects: readonly SubjectResult[], counts: (finding: Finding) => boolean): Iterable<Finding> {
  for (const { findings } of subjects) {
    if (findings.length === 0) continue;
    const seen = new Set<string>();
    for (const finding of findings) {
      // Findings are sorted worst first, so the first one of a check that counts is the verdict's worst.
      if (seen.has(finding.check) || !counts(finding)) continue;
      seen.add(finding.check);
      yield finding;
    }
  }
}

function summariesOf({ checks, frameworks }: ScanSettings): ReadonlyMap<string, CheckSummary> {
  const controls = controlsByCheck(frameworks);
  return new Map(checks.map((check) => [check.id, summaryOf(check, controls.get(check.id) ?? [])]));
}

function summaryOf({ id, severity, title, why, advice, fix }: Check, controls: readonly string[]): CheckSummary {
  return { id, severity, title, why, advice, fix: fix && { effect: fix.effect, because: fix.because }, controls };
}

function coverageOf(read: ReadInputs, checks: readonly Check[], subjects: readonly SubjectResult[]): CoverageSummary {
  const judgedAs = [...new Set(checks.map((check) => check.on))];
  const notJudged = new Map<string, number>();
  let objects = 0;
  for (const { resources } of read.inventories) {
    objects += resources.length;
    for (const resource of resources) {
      if (judgedAs.some((subject) => subject.covers(resource))) continue;
      notJudged.set(resource.kind, (notJudged.get(resource.kind) ?? 0) + 1);
    }
  }
  return {
    files: read.files,
    objects,
    workloads: subjects.filter((subject) => subject.type === 'workload').length,
    otherDocuments: read.otherDocuments,
    notJudged,
    gaps: read.inventories.flatMap((inventory) => inventory.coverage.gaps),
  };
}

function versionText(version: Version): string {
  return `${version.major}.${version.minor}`;
}
