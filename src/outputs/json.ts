import type { Diagnostic, InputLocation } from '../core/diagnostic.ts';
import { diagnosticLevel } from '../core/errors.ts';
import { type Acceptance, type Finding, findingText } from '../core/finding.ts';
import type { Location } from '../core/location.ts';
import type { Output } from '../core/output.ts';
import type { CheckSummary, CoverageSummary, Report, SubjectResult, UnknownVerdict } from '../core/report.ts';
import type { SubjectReference } from '../core/subject.ts';
import type { Counts } from '../core/verdict.ts';
import { frameworkEntry } from './framework-entries.ts';
import type { JsonValue } from './json-text.ts';
import { createJsonWriter } from './json-writer.ts';

/**
 * Our own format, for programs: everything a report holds but source texts. `schema/report-1.schema.json` says what every
 * member means. Each member is always there, null where it has nothing to say; lists are in reading order, checks and
 * kinds sorted.
 */
const json: Output = { name: 'json', title: 'everything, for programs: seawall-report/1', write };
export default json;

/** The version in the name grows when a reader of the old form would fail: a member renamed, removed or of another type. */
const FORMAT = 'seawall-report/1';
const SCHEMA = 'https://seawall.dev/schema/report-1.json';

function write(report: Report, sink: { write(text: string): void }): void {
  const leaders = leadersOf(report);
  const writer = createJsonWriter((text) => sink.write(text));
  writer.open('{');
  writer.member('$schema', SCHEMA);
  writer.member('format', FORMAT);
  writer.member('tool', { name: report.tool.name, version: report.tool.version });
  writer.member('targetVersion', report.targetVersion);
  writer.member('date', report.today);
  writer.member('inputs', report.inputs);
  writer.member('counts', countsEntry(report.counts));
  const { critical, high, medium, low } = report.severities;
  writer.member('severities', { critical, high, medium, low });
  writer.member('score', report.score ?? null);
  writer.member('leftOut', leftOutEntry(report));
  writer.list('checks', sortedBy([...report.checks.values()], (check) => check.id).map(checkEntry));
  writer.list('subjects', mapped(report.subjects, subjectEntry));
  writer.list('findings', findingEntries(report, leaders));
  writer.list('unknowns', unknownEntries(report));
  writer.list('frameworks', mapped(report.frameworks, frameworkEntry));
  writer.member('coverage', coverageEntry(report.coverage));
  writer.list('diagnostics', mapped(report.diagnostics, diagnosticEntry));
  writer.close();
}

/** The leader of each finding that is folded into another. */
function leadersOf(report: Report): ReadonlyMap<Finding, Finding> {
  const leaders = new Map<Finding, Finding>();
  for (const { finding, covered } of report.folded) for (const follower of covered) leaders.set(follower, finding);
  return leaders;
}

function* findingEntries(report: Report, leaders: ReadonlyMap<Finding, Finding>): Iterable<JsonValue> {
  for (const { findings } of report.subjects) {
    for (const finding of findings) yield findingEntry(finding, leaders.get(finding));
  }
}

function* unknownEntries(report: Report): Iterable<JsonValue> {
  for (const subject of report.subjects) {
    for (const unknown of subject.unknowns) yield unknownEntry(subject, unknown);
  }
}

function* mapped<Item>(items: Iterable<Item>, entryOf: (item: Item) => JsonValue): Iterable<JsonValue> {
  for (const item of items) yield entryOf(item);
}

function checkEntry(check: CheckSummary): JsonValue {
  const { id, severity, title, why, advice, fix, controls } = check;
  return {
    id,
    severity,
    title,
    why,
    advice,
    fix: fix === undefined ? null : { effect: fix.effect, because: fix.because },
    controls,
  };
}

function subjectEntry(subject: SubjectResult): JsonValue {
  return {
    inventory: subject.inventory,
    type: subject.type,
    reference: referenceEntry(subject.reference),
    location: subject.location === undefined ? null : locationEntry(subject.location),
    counts: countsEntry(subject.counts),
  };
}

function findingEntry(finding: Finding, leader: Finding | undefined): JsonValue {
  const { accepted } = finding;
  return {
    fingerprint: finding.fingerprint,
    check: finding.check,
    severity: finding.severity,
    inventory: finding.inventory,
    subject: referenceEntry(finding.subject),
    part: finding.part ?? null,
    text: findingText(finding),
    messageId: finding.messageId,
    message: finding.message,
    data: Object.fromEntries(sortedBy(Object.entries(finding.data), ([name]) => name)),
    assuming: finding.assuming,
    path: finding.path,
    fact: { object: finding.fact.object, field: finding.fact.field },
    locations: finding.locations.map(locationEntry),
    accepted: accepted === undefined ? null : acceptedEntry(accepted),
    coveredBy: leader?.fingerprint ?? null,
  };
}

function acceptedEntry({ reason, until, owner, isConfigured }: Acceptance): JsonValue {
  return { reason, until: until ?? null, owner: owner ?? null, by: isConfigured ? 'configuration' : 'input' };
}

function leftOutEntry({ leftOut }: Report): JsonValue {
  return leftOut === undefined ? null : { least: leftOut.least, findings: leftOut.findings };
}

function unknownEntry(subject: SubjectResult, unknown: UnknownVerdict): JsonValue {
  return {
    check: unknown.check,
    inventory: subject.inventory,
    subject: referenceEntry(subject.reference),
    missing: unknown.missing.map(({ what, hint }) => ({ what, hint: hint ?? null })),
  };
}

function coverageEntry(coverage: CoverageSummary): JsonValue {
  return {
    files: coverage.files,
    objects: coverage.objects,
    workloads: coverage.workloads,
    otherDocuments: coverage.otherDocuments,
    notJudged: sortedBy([...coverage.notJudged], ([kind]) => kind).map(([kind, count]) => ({ kind, count })),
    gaps: coverage.gaps.map(({ file, why }) => ({ file, why })),
  };
}

function diagnosticEntry(diagnostic: Diagnostic): JsonValue {
  const { code, message, hint, file, location, related } = diagnostic;
  return {
    code,
    level: diagnosticLevel(code),
    message,
    hint: hint ?? null,
    file: file ?? null,
    location: location === undefined ? null : spanEntry(location),
    related: related === undefined ? null : spanEntry(related),
  };
}

function countsEntry(counts: Counts): JsonValue {
  const { judged, failed, accepted, unknown, passed, notApplicable } = counts;
  return { judged, failed, accepted, unknown, passed, notApplicable };
}

function referenceEntry({ kind, namespace, name }: SubjectReference): JsonValue {
  return { kind, namespace: namespace ?? null, name };
}

function locationEntry(location: Location): JsonValue {
  return { ...spanEntry(location), path: location.path, missing: location.missing ?? null };
}

function spanEntry({ file, line, column, endLine, endColumn }: InputLocation) {
  return { file, line, column, endLine, endColumn };
}

/** Sorted by code units, alike in every locale. */
function sortedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
