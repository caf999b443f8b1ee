import type { Check, Version } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';
import { dayOf, type JudgedSubject, type JudgeOptions, judge, type Outcome } from './engine.ts';
import { createExceptionBook, type ExceptionBook } from './exception-book.ts';
import type { Finding } from './finding.ts';
import { coveredChecks, type FoldedFinding, foldFindings } from './fold.ts';
import { checksOf, type Framework } from './framework.ts';
import { createEvidenceBook, frameworkResult } from './framework-results.ts';
import { addToGroup } from './group-by.ts';
import type { Inventory } from './inventory.ts';
import { knownOwner } from './known-owner.ts';
import { leaveOutLesser } from './least-severity.ts';
import { maskReport } from './mask-report.ts';
import type { CheckSummary, CoverageSummary, Report, SubjectResult, UnknownVerdict } from './report.ts';
import { type Resource, resourceIdentity, resourceTitle } from './resource.ts';
import { plainResults, type ResultMaker } from './result-maker.ts';
import { scoreOf, severityWeights } from './score.ts';
import { type Severity, severityRank } from './severity.ts';
import type { ReadInputs } from './source.ts';
import type { Judged, SubjectReference } from './subject.ts';
import { addCounts, type Counts, noCounts } from './verdict.ts';

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
  /** Makes the results; from memory where earlier scans are remembered. */
  readonly results?: ResultMaker;
}

/** Judges what was read and puts the report together, with the credentials of the input masked. */
export function scan(read: ReadInputs, settings: ScanSettings): Report {
  return maskReport(reportOf(read, settings), read.mask, settings.results?.masked);
}

function reportOf(read: ReadInputs, settings: ScanSettings): Report {
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  const book = createExceptionBook(read.exceptions, { ...settings, today: dayOf(settings.now) });
  const subjects: SubjectResult[] = [];
  const owners = new Map<string, string>();
  const weights = { passed: 0, failed: 0 };
  const { assess = [], results = plainResults } = settings;
  const evidence = createEvidenceBook(settings.checks);
  const hasExceptions = read.exceptions.length > 0;
  for (const inventory of read.inventories) {
    const order = new Map(inventory.resources.map((resource, index) => [resource, index]));
    const from = subjects.length;
    const ranks: number[] = [];
    const placeOf = createPlaces(order);
    // One by one, so that what was said of a subject is gone when the next is judged.
    for (const subject of judge(inventory, settings)) {
      const known = hasExceptions ? undefined : results.known(subject);
      const result = known ?? results.kept(resultOf(subject, inventory, book, diagnostics, results), subject);
      const place = placeOf(subject.view, subjects.length);
      ranks[place - from] = order.get(subject.view.anchor.resource) ?? 0;
      if (assess.length > 0) evidence.note(subject, result, place);
      const before = subjects[place];
      subjects[place] = before === undefined ? result : results.merge(before, result);
      const owner = knownOwner(subject.view);
      if (owner !== undefined) {
        owners.set(identityIn(inventory, subject.view.reference), identityIn(inventory, owner));
      }
      for (const check of subject.passed) weights.passed += severityWeights[check.severity];
    }
    evidence.move(from, inReadingOrder(subjects, from, ranks));
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
  weights.failed = weightOf(folded);
  const shown = settings.severity === undefined ? undefined : leaveOutLesser(subjects, settings.severity);
  for (const diagnostic of book.diagnostics()) diagnostics.push(diagnostic);
  const coverage = coverageOf(read, settings.checks, subjects);
  const unread = [...new Set(coverage.gaps.map(({ file }) => file))];
  return {
    tool: settings.tool,
    targetVersion: versionText(settings.targetVersion),
    today: dayOf(settings.now),
    inputs: settings.inputs,
    checks: new Map(settings.checks.map((check) => [check.id, summaryOf(check, settings.frameworks)])),
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

/** Puts the subjects from a place on into the order of their ranks, and tells where each of them went. */
function inReadingOrder(subjects: SubjectResult[], from: number, ranks: readonly number[]): number[] {
  const sorted = ranks.map((rank, index) => ({ rank, index })).toSorted((left, right) => left.rank - right.rank);
  const before = subjects.slice(from);
  const places: number[] = [];
  for (const [offset, { index }] of sorted.entries()) {
    const subject = before[index];
    if (subject !== undefined) subjects[from + offset] = subject;
    places[index] = from + offset;
  }
  return places;
}

/** Tells the place of what a view shows in the list of results: that of an earlier view of the same, else the next one. */
function createPlaces(order: ReadonlyMap<Resource, number>): (view: Judged, next: number) => number {
  const known = new Map<number | undefined, { readonly reference: SubjectReference; readonly place: number }[]>();
  return ({ anchor, reference }, next) => {
    const index = order.get(anchor.resource);
    const same = known.get(index)?.find((other) => isSameReference(other.reference, reference));
    if (same === undefined) addToGroup(known, index, { reference, place: next });
    return same?.place ?? next;
  };
}

function isSameReference(left: SubjectReference, right: SubjectReference): boolean {
  return left.kind === right.kind && left.namespace === right.namespace && left.name === right.name;
}

function identityIn(inventory: Inventory, reference: SubjectReference): string {
  return `${inventory.id}\n${resourceIdentity(reference)}`;
}

function resultOf(
  judged: JudgedSubject,
  inventory: Inventory,
  book: ExceptionBook,
  diagnostics: Diagnostic[],
  { makeFindings }: ResultMaker,
): SubjectResult {
  const findings: Finding[] = [];
  const unknowns: UnknownVerdict[] = [];
  let accepted = 0;
  let failed = 0;
  for (const outcome of judged.outcomes) {
    if (outcome.crash !== undefined) diagnostics.push(crashOf(outcome, judged));
    if (outcome.verdict === 'unknown') {
      unknowns.push({ check: outcome.check.id, missing: outcome.missing });
      continue;
    }
    const made = makeFindings(outcome, judged.view, inventory).map((finding) => book.accept(finding));
    for (const finding of made) findings.push(finding);
    if (made.every((finding) => finding.accepted !== undefined)) accepted += 1;
    else failed += 1;
  }
  const { anchor, reference } = judged.view;
  return {
    inventory: inventory.id,
    type: judged.subject.name,
    reference: { kind: reference.kind, namespace: reference.namespace, name: reference.name },
    location: anchor.resource.origin.locate(anchor.path)[0],
    counts: countsOf(judged, failed, accepted, unknowns.length),
    findings: findings.toSorted((left, right) => severityRank(left.severity) - severityRank(right.severity)),
    unknowns,
  };
}

function countsOf(judged: JudgedSubject, failed: number, accepted: number, unknown: number): Counts {
  const passed = judged.passed.length;
  const notApplicable = judged.notApplicable.length;
  return { judged: judged.outcomes.length + passed + notApplicable, failed, accepted, unknown, passed, notApplicable };
}

function crashOf(outcome: Outcome, judged: JudgedSubject): Diagnostic {
  const { anchor, reference } = judged.view;
  const location = anchor.resource.origin.locate(anchor.path)[0];
  return {
    code: 'check-crashed',
    message: `${outcome.check.id} failed on ${resourceTitle(reference)}: ${outcome.crash ?? ''}`,
    hint: 'please report it with the object',
    ...(location && { file: location.file, location }),
  };
}

/** The weight of each failed pair that is not folded into another, at its worst finding. */
function weightOf(folded: readonly FoldedFinding[]): number {
  const worst = new Map<string, Severity>();
  for (const { finding } of folded) {
    const pair = `${finding.inventory}\n${finding.check}\n${resourceIdentity(finding.subject)}`;
    const known = worst.get(pair);
    if (known === undefined || severityRank(finding.severity) < severityRank(known)) worst.set(pair, finding.severity);
  }
  let weight = 0;
  for (const severity of worst.values()) weight += severityWeights[severity];
  return weight;
}

function severitiesOf(subjects: readonly SubjectResult[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { findings } of subjects) {
    const seen = new Set<string>();
    for (const finding of findings) {
      // Findings are sorted worst first, so the first open one of a check is the verdict's worst.
      if (finding.accepted !== undefined || seen.has(finding.check)) continue;
      seen.add(finding.check);
      counts[finding.severity] += 1;
    }
  }
  return counts;
}

function summaryOf(check: Check, frameworks: readonly Framework[]): CheckSummary {
  const { id, severity, title, why, advice } = check;
  const fix = check.fix && { effect: check.fix.effect, because: check.fix.because };
  return { id, severity, title, why, advice, fix, controls: controlsOf(id, frameworks) };
}

/** The controls a check answers, as people write them. */
export function controlsOf(check: string, frameworks: readonly Framework[]): string[] {
  return frameworks.flatMap((framework) => {
    const controls = framework.controls.filter((control) => checksOf(control).includes(check));
    return [...new Set(controls.map((control) => framework.label(control.id)))];
  });
}

function coverageOf(read: ReadInputs, checks: readonly Check[], subjects: readonly SubjectResult[]): CoverageSummary {
  const judgedAs = new Set(checks.map((check) => check.on));
  const notJudged = new Map<string, number>();
  let objects = 0;
  for (const { resources } of read.inventories) {
    objects += resources.length;
    for (const resource of resources) {
      if ([...judgedAs].some((subject) => subject.covers(resource))) continue;
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
