import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject } from '../core/json.ts';
import type { Report } from '../core/report.ts';
import { buildFrameworkResult } from './framework-result-builder.ts';
import json from './json.ts';
import { parsedObject, reportFaults, writtenBy } from './output-contract.ts';
import { buildCheck, buildFinding, buildLocation, buildReport, buildSubject, withoutPart } from './report-builder.ts';

function written(report: Report) {
  return parsedObject(writtenBy(json, report).text);
}

const root = { kind: 'Pod', namespace: 'shop', name: 'web' };

function fullReport(): Report {
  return buildReport({
    checks: [
      buildCheck({ id: 'run-as-root', fix: undefined, controls: [] }),
      buildCheck(),
      buildCheck({ id: 'host-pid', severity: 'critical' }),
    ],
    covers: { 'privileged-container': ['run-as-root'] },
    inputs: ['manifests', '-'],
    subjects: [
      buildSubject({
        passed: 1,
        notApplicable: 2,
        findings: [
          buildFinding({
            check: 'run-as-root',
            severity: 'low',
            fingerprint: '00000000000000aa',
            data: { b: 1, a: 'x' },
          }),
          buildFinding({ fingerprint: '00000000000000bb', assuming: ['the node is shared'] }),
        ],
      }),
      buildSubject({
        reference: root,
        location: undefined,
        findings: [
          withoutPart(
            buildFinding({
              check: 'host-pid',
              severity: 'critical',
              subject: root,
              accepted: { reason: 'debugging', until: '2026-12-31' },
              locations: [buildLocation({ missing: 'hostPID' })],
            }),
          ),
        ],
        unknowns: [
          { check: 'run-as-root', missing: [{ what: 'no image is known', hint: 'pull it' }, { what: 'no user' }] },
        ],
      }),
    ],
    coverage: {
      files: 3,
      objects: 5,
      workloads: 2,
      otherDocuments: 1,
      notJudged: new Map([
        ['Service', 2],
        ['apps/ControllerRevision', 1],
        ['ConfigMap', 3],
      ]),
      gaps: [{ file: 'broken.yaml', why: 'expected a key' }],
    },
    diagnostics: [
      {
        code: 'duplicate-key',
        message: 'the key "a" stands here again',
        hint: 'remove one',
        file: 'a.yaml',
        location: { file: 'a.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 },
        related: { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
      },
      { code: 'unreadable-input', message: 'b.yaml cannot be read' },
    ],
  });
}

function assessedReport(): Report {
  return { ...fullReport(), frameworks: [buildFrameworkResult(2)] };
}

describe('the JSON output', () => {
  it('writes an empty report', () => {
    expect(writtenBy(json, buildReport()).text).toBe(`{
  "$schema": "https://seawall.dev/schema/report-1.json",
  "format": "seawall-report/1",
  "tool": {"name":"seawall","version":"0.1.0"},
  "targetVersion": "1.36",
  "date": "2026-07-01",
  "inputs": ["."],
  "counts": {"judged":0,"failed":0,"accepted":0,"unknown":0,"passed":0,"notApplicable":0},
  "severities": {"critical":0,"high":0,"medium":0,"low":0},
  "score": null,
  "leftOut": null,
  "checks": [],
  "subjects": [],
  "findings": [],
  "unknowns": [],
  "frameworks": [],
  "coverage": {"files":0,"objects":0,"workloads":0,"otherDocuments":0,"notJudged":[],"gaps":[]},
  "diagnostics": []
}
`);
  });

  it('writes the checks sorted by id', () => {
    const { checks } = written(fullReport());
    expect(checks).toEqual([
      {
        id: 'host-pid',
        severity: 'critical',
        title: 'Container runs privileged',
        why: 'Whoever takes over the process owns the node.',
        advice: 'Remove it.',
        fix: { effect: 'changes-behaviour', because: 'the process loses devices' },
        controls: ['CIS 5.2.2', 'PSS baseline'],
      },
      expect.objectContaining({ id: 'privileged-container' }),
      expect.objectContaining({ id: 'run-as-root', fix: null, controls: [] }),
    ]);
  });

  it('writes subjects with their counts', () => {
    const { subjects, counts, severities } = written(fullReport());
    expect(subjects).toEqual([
      {
        inventory: 'files',
        type: 'workload',
        reference: { kind: 'apps/Deployment', namespace: 'shop', name: 'api' },
        location: {
          file: 'manifests/api.yaml',
          line: 12,
          column: 21,
          endLine: 12,
          endColumn: 25,
          path: '',
          missing: null,
        },
        counts: { judged: 5, failed: 2, accepted: 0, unknown: 0, passed: 1, notApplicable: 2 },
      },
      {
        inventory: 'files',
        type: 'workload',
        reference: { kind: 'Pod', namespace: 'shop', name: 'web' },
        location: null,
        counts: { judged: 2, failed: 0, accepted: 1, unknown: 1, passed: 0, notApplicable: 0 },
      },
    ]);
    expect(counts).toEqual({ judged: 7, failed: 2, accepted: 1, unknown: 1, passed: 1, notApplicable: 2 });
    expect(severities).toEqual({ critical: 0, high: 1, medium: 0, low: 1 });
  });

  it('writes every finding, folded and accepted ones too', () => {
    const { findings } = written(fullReport());
    expect(findings).toEqual([
      {
        fingerprint: '00000000000000bb',
        check: 'privileged-container',
        severity: 'high',
        inventory: 'files',
        subject: { kind: 'apps/Deployment', namespace: 'shop', name: 'api' },
        part: 'container "api"',
        text: 'container "api" is given every capability and device of the node (assuming the node is shared)',
        messageId: 'privileged',
        message: 'is given every capability and device of the node',
        data: {},
        assuming: ['the node is shared'],
        path: 'spec.template.spec.containers[0].securityContext.privileged',
        fact: { object: 'Deployment shop/api', field: 'spec.containers[api].securityContext.privileged' },
        locations: [
          {
            file: 'manifests/api.yaml',
            line: 12,
            column: 21,
            endLine: 12,
            endColumn: 25,
            path: 'spec.template.spec.containers[0].securityContext.privileged',
            missing: null,
          },
        ],
        accepted: null,
        coveredBy: null,
      },
      expect.objectContaining({
        fingerprint: '00000000000000aa',
        check: 'run-as-root',
        accepted: null,
        coveredBy: '00000000000000bb',
      }),
      expect.objectContaining({
        check: 'host-pid',
        part: null,
        text: 'is given every capability and device of the node',
        accepted: { reason: 'debugging', until: '2026-12-31', owner: null, by: 'input' },
        coveredBy: null,
        locations: [expect.objectContaining({ missing: 'hostPID' })],
      }),
    ]);
  });

  it('sorts the data of a message', () => {
    expect(writtenBy(json, fullReport()).text).toContain('"data":{"a":"x","b":1}');
  });

  it('writes who answers for an exception of the configuration', () => {
    const finding = buildFinding({ accepted: { reason: 'x', owner: 'platform team', isConfigured: true } });
    const report = buildReport({ subjects: [buildSubject({ findings: [finding] })] });
    const accepted = { reason: 'x', until: null, owner: 'platform team', by: 'configuration' };
    expect(written(report).findings).toEqual([expect.objectContaining({ accepted })]);
    expect(reportFaults(JSON.parse(writtenBy(json, report).text))).toEqual([]);
  });

  it('writes how much is not shown', () => {
    const report = { ...buildReport(), leftOut: { least: 'high', findings: 3 } } as const;
    const document: unknown = JSON.parse(writtenBy(json, report).text);
    expect(document).toMatchObject({ leftOut: { least: 'high', findings: 3 } });
    expect(reportFaults(document)).toEqual([]);
  });

  it('writes an acceptance without an end', () => {
    const finding = buildFinding({ accepted: { reason: 'x' } });
    const { findings } = written(buildReport({ subjects: [buildSubject({ findings: [finding] })] }));
    expect(findings).toEqual([
      expect.objectContaining({ accepted: { reason: 'x', until: null, owner: null, by: 'input' } }),
    ]);
  });

  it('writes what is not known', () => {
    const { unknowns } = written(fullReport());
    expect(unknowns).toEqual([
      {
        check: 'run-as-root',
        inventory: 'files',
        subject: { kind: 'Pod', namespace: 'shop', name: 'web' },
        missing: [
          { what: 'no image is known', hint: 'pull it' },
          { what: 'no user', hint: null },
        ],
      },
    ]);
  });

  it('writes frameworks with their evidence', () => {
    const { frameworks } = written(assessedReport());
    const nothing = { failed: [], accepted: [], unknown: [], skipped: [], passed: 0, notApplicable: 0 };
    expect(frameworks).toEqual([
      {
        id: 'house',
        name: 'House',
        title: 'Rules of the house',
        counts: { controls: 6, pass: 1, passWithExceptions: 1, fail: 1, unknown: 2, manual: 1, notApplicable: 1 },
        controls: [
          {
            id: '1.1',
            name: 'name of 1.1',
            section: '1 pods',
            answeredBy: 'checks',
            answers: 'part',
            inputs: [],
            reason: 'Some is left.',
            byHand: 'Look at it.',
            verdict: 'fail',
            withExceptions: false,
            missing: [{ what: 'not in this version: absent', hint: null }],
            checks: [{ ...nothing, check: 'privileged-container', failed: [0] }],
          },
          expect.objectContaining({
            id: '1.2',
            verdict: 'pass',
            withExceptions: true,
            checks: [{ ...nothing, check: 'host-pid', accepted: [1] }],
          }),
          expect.objectContaining({
            id: '1.3',
            verdict: 'unknown',
            missing: [],
            checks: [
              {
                ...nothing,
                check: 'user-unknown',
                unknown: [{ subject: 0, missing: [{ what: 'no image', hint: 'pull it' }] }],
                passed: 1,
              },
            ],
          }),
          expect.objectContaining({ id: '1.4', verdict: 'not-applicable', section: null }),
          expect.objectContaining({
            id: '2.1',
            answeredBy: 'node inventory',
            answers: 'whole',
            inputs: ['PKI files', 'kubelet configuration'],
            byHand: null,
            verdict: 'unknown',
            missing: [{ what: 'not among the inputs: PKI files, kubelet configuration', hint: null }],
            checks: [],
          }),
          expect.objectContaining({ id: '2.2', answeredBy: 'manual', answers: 'manual', verdict: 'manual' }),
        ],
      },
    ]);
  });

  it('writes the coverage, kinds sorted', () => {
    const { coverage } = written(fullReport());
    expect(coverage).toEqual({
      files: 3,
      objects: 5,
      workloads: 2,
      otherDocuments: 1,
      notJudged: [
        { kind: 'ConfigMap', count: 3 },
        { kind: 'Service', count: 2 },
        { kind: 'apps/ControllerRevision', count: 1 },
      ],
      gaps: [{ file: 'broken.yaml', why: 'expected a key' }],
    });
  });

  it('writes diagnostics with their level', () => {
    const { diagnostics } = written(fullReport());
    expect(diagnostics).toEqual([
      {
        code: 'duplicate-key',
        level: 'warning',
        message: 'the key "a" stands here again',
        hint: 'remove one',
        file: 'a.yaml',
        location: { file: 'a.yaml', line: 3, column: 1, endLine: 3, endColumn: 2 },
        related: { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
      },
      {
        code: 'unreadable-input',
        level: 'error',
        message: 'b.yaml cannot be read',
        hint: null,
        file: null,
        location: null,
        related: null,
      },
    ]);
  });
});

describe('the schema of reports', () => {
  it('describes a report that holds everything', () => {
    expect(reportFaults(written(assessedReport()))).toEqual([]);
  });

  it('refuses a member that it does not know, wherever it stands', () => {
    const open = changesOf(written(assessedReport()), (object) => [{ ...object, unheardOf: {} }]);
    expect(open.filter(({ changed }) => reportFaults(changed).length === 0)).toEqual([]);
    expect(open.length).toBe(58);
  });

  it('wants every member', () => {
    const lacking = changesOf(written(assessedReport()), (object) =>
      Object.keys(object).map((key) => Object.fromEntries(Object.entries(object).filter(([other]) => other !== key))),
    );
    expect(lacking.filter(({ changed }) => reportFaults(changed).length === 0)).toEqual([]);
    expect(lacking.length).toBe(346);
  });
});

/** The document again and again, each time with one of its objects changed. The data of messages is free and left out. */
function changesOf(
  document: unknown,
  change: (object: JsonObject) => JsonObject[],
  path = '',
): { path: string; changed: unknown }[] {
  if (Array.isArray(document)) {
    return document.flatMap((item: unknown, index) =>
      changesOf(item, change, `${path}/${index}`).map((inner) => ({
        path: inner.path,
        changed: document.with(index, inner.changed),
      })),
    );
  }
  if (!isObject(document) || path.endsWith('/data')) return [];
  const own = change(document).map((changed) => ({ path, changed }));
  const inside = Object.entries(document).flatMap(([key, item]) =>
    changesOf(item, change, `${path}/${key}`).map((inner) => ({
      path: inner.path,
      changed: { ...document, [key]: inner.changed },
    })),
  );
  return [...own, ...inside];
}
