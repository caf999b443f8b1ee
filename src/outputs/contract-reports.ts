import type { Finding } from '../core/finding.ts';
import { fingerprintOf } from '../core/fingerprint.ts';
import type { Report, SubjectResult } from '../core/report.ts';
import { severities } from '../core/severity.ts';
import type { SubjectReference } from '../core/subject.ts';
import { buildFrameworkResult } from './framework-result-builder.ts';
import { buildCheck, buildFinding, buildLocation, buildReport, buildSubject, withoutPart } from './report-builder.ts';

/** The full report, with the results of a framework. */
export function assessedReport(): Report {
  return { ...fullReport(), frameworks: [buildFrameworkResult(2)] };
}

/** A report that has something of everything: folded, accepted and assumed findings, unknown verdicts, diagnostics. */
export function fullReport(): Report {
  const web: SubjectReference = { kind: 'Pod', namespace: 'shop', name: 'web' };
  const cluster: SubjectReference = {
    kind: 'rbac.authorization.k8s.io/ClusterRole',
    namespace: undefined,
    name: 'all',
  };
  const location = { file: 'a b/#1.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 };
  return buildReport({
    checks: [
      buildCheck({ id: 'runs-as-root', severity: 'low', fix: undefined, controls: [] }),
      buildCheck(),
      buildCheck({ id: 'host-pid', severity: 'critical', fix: { effect: 'safe', because: 'nothing needs it' } }),
    ],
    covers: { 'privileged-container': ['runs-as-root'] },
    inputs: ['manifests', '-'],
    score: 42,
    subjects: [
      buildSubject({
        passed: 1,
        notApplicable: 2,
        findings: [
          buildFinding({ check: 'runs-as-root', severity: 'low', data: { user: 0, image: 'web' } }),
          buildFinding({
            assuming: ['the node is shared'],
            locations: [buildLocation(), buildLocation({ file: 'values.yaml', line: 2 })],
          }),
        ],
      }),
      buildSubject({
        reference: web,
        location: undefined,
        findings: [
          withoutPart(
            buildFinding({
              check: 'host-pid',
              severity: 'critical',
              subject: web,
              accepted: { reason: 'debugging', until: '2026-12-31' },
              locations: [buildLocation({ missing: 'hostPID' })],
            }),
          ),
        ],
        unknowns: [{ check: 'runs-as-root', missing: [{ what: 'no image', hint: 'pull it' }, { what: 'no user' }] }],
      }),
      buildSubject({
        type: 'role',
        reference: cluster,
        findings: [withoutPart(buildFinding({ subject: cluster, path: '', locations: [] }))],
      }),
    ],
    coverage: {
      files: 3,
      objects: 5,
      workloads: 2,
      otherDocuments: 1,
      notJudged: new Map([
        ['Service', 2],
        ['ConfigMap', 3],
      ]),
      gaps: [{ file: 'broken.yaml', why: 'expected a key' }],
    },
    diagnostics: [
      {
        code: 'duplicate-key',
        message: 'the key "a" stands here again',
        hint: 'remove one',
        file: 'a b/#1.yaml',
        location,
        related: location,
      },
      { code: 'broken-document', message: 'expected a key', file: 'a b/#1.yaml', location },
      { code: 'not-covered', message: 'it is a chart', file: '/srv/charts/shop' },
      { code: 'exception-unmatched', message: 'an exception matches nothing' },
    ],
    sources: { 'manifests/api.yaml': `${'\n'.repeat(11)}        privileged: true # for now`, 'a b/#1.yaml': 'a\nb\nc' },
  });
}

/** A report of many findings, ten for each subject. */
export function hugeReport(findings: number): Report {
  return buildReport({
    checks: severities.map((severity) => buildCheck({ id: `check-${severity}`, severity })),
    subjects: Array.from({ length: findings / 10 }, (_, index) => hugeSubject(index)),
    sources: { 'manifests/api.yaml': 'privileged: true\n'.repeat(20) },
  });
}

function hugeSubject(index: number): SubjectResult {
  const reference: SubjectReference = { kind: 'apps/Deployment', namespace: 'shop', name: `api-${index}` };
  const findings = Array.from({ length: 10 }, (_, container): Finding => {
    const severity = severities[container % 4] ?? 'low';
    const path = `spec.template.spec.containers[${container}].securityContext.privileged`;
    const fingerprint = fingerprintOf(`${index} ${path}`);
    return buildFinding({ check: `check-${severity}`, severity, subject: reference, path, fingerprint });
  });
  return buildSubject({ reference, findings, passed: 20 });
}

/** A report in which every text that can come from outside is the given one, or ends with it. */
export function reportOf(text: string): Report {
  const reference: SubjectReference = { kind: `apps/${text}`, namespace: text, name: text };
  const location = buildLocation({
    file: text,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 9,
    path: text,
    missing: text,
  });
  const fact = { inventory: text, object: text, field: text };
  const words = { subject: reference, inventory: text, path: text, fact, locations: [location, location] };
  const finding = buildFinding({ ...words, part: text, message: text, data: { [text]: text }, assuming: [text] });
  const follower = buildFinding({ ...words, check: 'runs-as-root', part: text, message: text });
  const accepted = buildFinding({
    ...words,
    check: 'host-pid',
    part: text,
    message: text,
    accepted: { reason: text, owner: text },
  });
  const report = buildReport({
    checks: ['privileged-container', 'runs-as-root', 'host-pid'].map((id) =>
      buildCheck({
        id,
        title: text,
        why: text,
        advice: text,
        controls: [text],
        fix: { effect: 'safe', because: text },
      }),
    ),
    covers: { 'privileged-container': ['runs-as-root'] },
    inputs: [text],
    subjects: [
      buildSubject({
        inventory: text,
        reference,
        location,
        findings: [finding, follower, accepted],
        unknowns: [{ check: 'runs-as-root', missing: [{ what: text, hint: text }] }],
      }),
    ],
    coverage: { notJudged: new Map([[text, 1]]), gaps: [{ file: text, why: text }] },
    diagnostics: [
      { code: 'broken-document', message: text, hint: text, file: text, location, related: location },
      { code: 'not-covered', message: text, file: text },
    ],
    sources: { [text]: text },
  });
  return { ...report, frameworks: [buildFrameworkResult(report.subjects.length, text)] };
}
