import type { Diagnostic } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import type { Location } from './location.ts';
import type { Missing } from './lookup.ts';
import type { MessageData } from './message.ts';
import type { CoverageSummary, Report, SubjectResult } from './report.ts';
import type { SubjectReference } from './subject.ts';

/** Writes every credential in a text as asterisks. */
export type Mask = (text: string) => string;

/**
 * The report with everything that comes from the inputs masked: names, parts, paths, facts, the data of messages, what is
 * missing, diagnostics. Names of files stay, as people must find them. The one way of findings into a report.
 */
export function maskReport(report: Report, mask: Mask): Report {
  const masked = createMasks(mask);
  return {
    ...report,
    subjects: report.subjects.map((subject) => maskSubject(subject, masked)),
    folded: report.folded.map(({ finding, covered }) => ({
      finding: masked.finding(finding),
      covered: covered.map(masked.finding),
    })),
    coverage: maskCoverage(report.coverage, masked.text),
    diagnostics: report.diagnostics.map((diagnostic) => maskDiagnostic(diagnostic, masked.text)),
  };
}

interface Masks {
  readonly text: Mask;
  /** The same masked finding for the same finding: outputs tell findings apart by identity. */
  finding(finding: Finding): Finding;
}

/** Remembers what it masked: most texts of a report stand there many times. */
function createMasks(mask: Mask): Masks {
  const texts = new Map<string, string>();
  const findings = new Map<Finding, Finding>();
  function text(original: string): string {
    const known = texts.get(original);
    if (known !== undefined) return known;
    const masked = mask(original);
    texts.set(original, masked);
    return masked;
  }
  return {
    text,
    finding(original) {
      const known = findings.get(original);
      if (known !== undefined) return known;
      const masked = maskFinding(original, text);
      findings.set(original, masked);
      return masked;
    },
  };
}

function maskSubject(subject: SubjectResult, masked: Masks): SubjectResult {
  return {
    ...subject,
    reference: maskReference(subject.reference, masked.text),
    location: subject.location && maskLocation(subject.location, masked.text),
    findings: subject.findings.map(masked.finding),
    unknowns: subject.unknowns.map(({ check, missing }) => ({
      check,
      missing: missing.map((what) => maskMissing(what, masked.text)),
    })),
  };
}

function maskFinding(finding: Finding, mask: Mask): Finding {
  const data = maskData(finding.data, mask);
  const { part, accepted } = finding;
  return {
    ...finding,
    subject: maskReference(finding.subject, mask),
    ...(part !== undefined && { part: mask(part) }),
    message: maskMessage(finding.message, finding.data, data, mask),
    data,
    locations: finding.locations.map((location) => maskLocation(location, mask)),
    path: mask(finding.path),
    fact: { ...finding.fact, object: mask(finding.fact.object), field: mask(finding.fact.field) },
    assuming: finding.assuming.map(mask),
    ...(accepted && { accepted: { ...accepted, reason: mask(accepted.reason) } }),
  };
}

function maskData(data: MessageData, mask: Mask): MessageData {
  const masked: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) masked[name] = typeof value === 'string' ? mask(value) : value;
  return masked;
}

/** What is a credential by itself is one in the message too, whatever stands around it there. */
function maskMessage(message: string, data: MessageData, masked: MessageData, mask: Mask): string {
  let text = message;
  for (const [name, value] of Object.entries(data)) {
    const shown = masked[name];
    if (typeof value === 'string' && shown !== value) text = text.replaceAll(value, String(shown));
  }
  return mask(text);
}

function maskReference({ kind, namespace, name }: SubjectReference, mask: Mask): SubjectReference {
  return { kind: mask(kind), namespace: namespace === undefined ? undefined : mask(namespace), name: mask(name) };
}

function maskLocation(location: Location, mask: Mask): Location {
  const { path, missing } = location;
  return { ...location, path: mask(path), ...(missing !== undefined && { missing: mask(missing) }) };
}

function maskMissing({ what, hint }: Missing, mask: Mask): Missing {
  return { what: mask(what), ...(hint !== undefined && { hint: mask(hint) }) };
}

function maskCoverage(coverage: CoverageSummary, mask: Mask): CoverageSummary {
  return {
    ...coverage,
    notJudged: new Map([...coverage.notJudged].map(([kind, count]) => [mask(kind), count])),
    gaps: coverage.gaps.map(({ file, why }) => ({ file, why: mask(why) })),
  };
}

function maskDiagnostic(diagnostic: Diagnostic, mask: Mask): Diagnostic {
  const { hint } = diagnostic;
  return { ...diagnostic, message: mask(diagnostic.message), ...(hint !== undefined && { hint: mask(hint) }) };
}
