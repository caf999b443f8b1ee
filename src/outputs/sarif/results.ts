import { type Acceptance, type Finding, findingText } from '../../core/finding.ts';
import { fingerprintOf } from '../../core/fingerprint.ts';
import type { FoldedFinding } from '../../core/fold.ts';
import type { Location } from '../../core/location.ts';
import type { Report, SubjectResult, UnknownVerdict } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import type { SubjectReference } from '../../core/subject.ts';
import type { JsonValue } from '../json-text.ts';
import { logicalLocations, physicalLocation } from './locations.ts';
import { plainMessage } from './message.ts';
import { resultLevels } from './rules.ts';

/**
 * The result objects (SARIF 2.1.0, 3.27) of a report: findings as they are folded, then accepted ones as suppressed, then
 * unknown verdicts as `open`. Every result says whether it is suppressed: the standard wants it of all or of none.
 */
export function* resultsOf(report: Report, rules: ReadonlyMap<string, number>): Iterable<JsonValue> {
  for (const folded of report.folded) {
    yield { ...findingResult(folded, report, rules), suppressions: [] };
  }
  for (const { findings } of report.subjects) {
    for (const finding of findings) {
      if (finding.accepted === undefined) continue;
      yield {
        ...findingResult({ finding, covered: [] }, report, rules),
        suppressions: [suppressionOf(finding.accepted)],
      };
    }
  }
  for (const subject of report.subjects) {
    for (const unknown of subject.unknowns) yield openResult(subject, unknown, report, rules);
  }
}

function findingResult({ finding, covered }: FoldedFinding, report: Report, rules: ReadonlyMap<string, number>) {
  const related = relatedLocations(finding, covered, report);
  return {
    ...ruleReference(finding.check, rules),
    level: resultLevels[finding.severity],
    message: plainMessage(findingText(finding)),
    locations: [locationOf(finding.subject, finding.path, finding.locations[0], report)],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: fingerprints(finding.fingerprint),
    properties: {
      severity: finding.severity,
      inventory: finding.inventory,
      ...(covered.length > 0 && { covers: [...new Set(covered.map(({ check }) => check))] }),
    },
  };
}

/** What caused the finding, and what other checks say of the same fact; the ids keep equal ones apart. */
function relatedLocations(finding: Finding, covered: readonly Finding[], report: Report): JsonValue[] {
  const causes = finding.locations
    .slice(1)
    .map((location) => ({ physicalLocation: physicalLocation(location, report.sources) }));
  const others = covered.map((other) => {
    const message = plainMessage(`${other.check}: ${findingText(other)}`);
    return { ...locationOf(other.subject, other.path, other.locations[0], report), message };
  });
  return [...causes, ...others].map((location, index) => ({ id: index + 1, ...location }));
}

function openResult(
  subject: SubjectResult,
  { check, missing }: UnknownVerdict,
  report: Report,
  rules: ReadonlyMap<string, number>,
): JsonValue {
  const { inventory, reference, location } = subject;
  const reasons = new Set(missing.map(({ what, hint }) => (hint === undefined ? what : `${what} (${hint})`)));
  const identity = ['unknown', check, inventory, reference.kind, resourceTitle(reference)];
  return {
    ...ruleReference(check, rules),
    kind: 'open',
    level: 'none',
    message: plainMessage(`not known${reasons.size === 0 ? '' : ': '}${[...reasons].join('; ')}`),
    locations: [locationOf(reference, '', location, report)],
    partialFingerprints: fingerprints(fingerprintOf(identity.join('\n'))),
    properties: { inventory },
    suppressions: [],
  };
}

function locationOf(object: SubjectReference, path: string, location: Location | undefined, report: Report) {
  return {
    ...(location !== undefined && { physicalLocation: physicalLocation(location, report.sources) }),
    logicalLocations: logicalLocations(object, path),
  };
}

function ruleReference(check: string, rules: ReadonlyMap<string, number>): { ruleId: string; ruleIndex?: number } {
  const index = rules.get(check);
  return { ruleId: check, ...(index !== undefined && { ruleIndex: index }) };
}

function fingerprints(fingerprint: string): JsonValue {
  return { 'seawall/v1': fingerprint };
}

function suppressionOf({ reason, until, owner, isConfigured }: Acceptance): JsonValue {
  const kind = isConfigured ? 'external' : 'inSource';
  const suppression = { kind, status: 'accepted', justification: reason };
  if (until === undefined && owner === undefined) return suppression;
  return {
    ...suppression,
    properties: { ...(until !== undefined && { until }), ...(owner !== undefined && { owner }) },
  };
}
