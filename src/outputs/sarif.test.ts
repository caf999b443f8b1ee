import { describe, expect, it } from 'vitest';
import { asList, asObject, type JsonObject } from '../core/json.ts';
import type { Report } from '../core/report.ts';
import { parsedObject, sarifFaults, writtenBy } from './output-contract.ts';
import {
  buildCheck,
  buildFinding,
  buildLocation,
  buildReport,
  buildSubject,
  type ReportParts,
  withoutPart,
} from './report-builder.ts';
import sarif from './sarif.ts';

function runOf(report: Report): JsonObject {
  const log = parsedObject(writtenBy(sarif, report).text);
  expect(sarifFaults(log)).toEqual([]);
  return asObject(asList(log['runs'])[0]);
}

function resultsOf(parts: ReportParts): readonly unknown[] {
  return asList(runOf(buildReport(parts))['results']);
}

const api = {
  name: 'api',
  fullyQualifiedName: 'apps/Deployment shop/api',
  kind: 'object',
};
const privileged = {
  name: 'spec.template.spec.containers[0].securityContext.privileged',
  fullyQualifiedName: 'apps/Deployment shop/api spec.template.spec.containers[0].securityContext.privileged',
  kind: 'property',
};
const artifactLocation = { uri: 'manifests/api.yaml', uriBaseId: '%SRCROOT%' };
const region = { startLine: 12, startColumn: 21, endLine: 12, endColumn: 25 };
const manifest = `${'\n'.repeat(11)}        privileged: true # for now\n`;

describe('the SARIF output', () => {
  it('writes an empty report', () => {
    expect(writtenBy(sarif, buildReport()).text).toBe(`{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "seawall",
          "version": "0.1.0",
          "semanticVersion": "0.1.0",
          "rules": [],
          "notifications": []
        }
      },
      "columnKind": "utf16CodeUnits",
      "originalUriBaseIds": {"%SRCROOT%":{"description":{"text":"The folder that the scan was run in."}}},
      "invocations": [
        {
          "executionSuccessful": true,
          "toolExecutionNotifications": []
        }
      ],
      "results": [],
      "properties": {"date":"2026-07-01","targetVersion":"1.36","counts":{"judged":0,"failed":0,"accepted":0,"unknown":0,"passed":0,"notApplicable":0},"severities":{"critical":0,"high":0,"medium":0,"low":0}}
    }
  ]
}
`);
  });

  it('tells the score, the counts and the severities of the run', () => {
    const subjects = [buildSubject({ passed: 3, findings: [buildFinding()] })];
    expect(runOf(buildReport({ subjects, score: 72 }))['properties']).toEqual({
      date: '2026-07-01',
      targetVersion: '1.36',
      score: 72,
      counts: { judged: 4, failed: 1, accepted: 0, unknown: 0, passed: 3, notApplicable: 0 },
      severities: { critical: 0, high: 1, medium: 0, low: 0 },
    });
  });
});

describe('rules', () => {
  it('stand sorted by id, and results point at them', () => {
    const checks = [buildCheck(), buildCheck({ id: 'host-pid' })];
    const run = runOf(buildReport({ checks, subjects: [buildSubject({ findings: [buildFinding()] })] }));
    const rules = asList(asObject(asObject(run['tool'])['driver'])['rules']);
    expect(rules.map((rule) => asObject(rule)['id'])).toEqual(['host-pid', 'privileged-container']);
    expect(asList(run['results'])).toEqual([expect.objectContaining({ ruleId: 'privileged-container', ruleIndex: 1 })]);
  });
});

describe('results', () => {
  it('say what is wrong, where, quoting the line', () => {
    const finding = buildFinding({ fingerprint: '0123456789abcdef', assuming: ['the node is shared'] });
    const subjects = [buildSubject({ findings: [finding] })];
    const sources = { 'manifests/api.yaml': manifest };
    expect(resultsOf({ checks: [buildCheck({ id: 'host-pid' }), buildCheck()], subjects, sources })).toEqual([
      {
        ruleId: 'privileged-container',
        ruleIndex: 1,
        level: 'error',
        message: {
          text: 'container "api" is given every capability and device of the node (assuming the node is shared)',
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: { ...region, snippet: { text: 'true' } },
              contextRegion: {
                startLine: 12,
                endLine: 12,
                snippet: { text: '        privileged: true # for now' },
              },
            },
            logicalLocations: [api, privileged],
          },
        ],
        partialFingerprints: { 'seawall/v1': '0123456789abcdef' },
        properties: { severity: 'high', inventory: 'files' },
        suppressions: [],
      },
    ]);
  });

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'note'],
  ] as const)('of severity %s have the level %s', (severity, level) => {
    const subjects = [buildSubject({ findings: [buildFinding({ severity })] })];
    expect(resultsOf({ subjects })).toEqual([expect.objectContaining({ level })]);
  });

  it('name no rule that is not among the checks', () => {
    const [result] = resultsOf({ subjects: [buildSubject({ findings: [buildFinding()] })] });
    expect(result).not.toHaveProperty('ruleIndex');
  });

  it('have a logical location alone where there is no file to open', () => {
    const finding = withoutPart(buildFinding({ locations: [], path: '' }));
    const subject = { kind: 'Namespace', namespace: undefined, name: 'shop' };
    expect(resultsOf({ subjects: [buildSubject({ findings: [{ ...finding, subject }] })] })).toEqual([
      expect.objectContaining({
        message: { text: 'is given every capability and device of the node' },
        locations: [{ logicalLocations: [{ name: 'shop', fullyQualifiedName: 'Namespace shop', kind: 'object' }] }],
      }),
    ]);
  });

  it('relate what caused the finding, and what it covers', () => {
    const values = buildLocation({ file: 'values.yaml', line: 3, column: 1, endLine: 3, endColumn: 5 });
    const finding = buildFinding({ locations: [buildLocation(), values] });
    const follower = withoutPart(
      buildFinding({ check: 'runs-as-root', severity: 'low', message: 'runs as root', path: '', locations: [] }),
    );
    const subjects = [buildSubject({ findings: [finding, follower, { ...follower }] })];
    const checks = [buildCheck(), buildCheck({ id: 'runs-as-root' })];
    expect(resultsOf({ checks, covers: { 'privileged-container': ['runs-as-root'] }, subjects })).toEqual([
      expect.objectContaining({
        ruleId: 'privileged-container',
        relatedLocations: [
          {
            id: 1,
            physicalLocation: {
              artifactLocation: { uri: 'values.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 5 },
            },
          },
          { id: 2, logicalLocations: [api], message: { text: 'runs-as-root: runs as root' } },
          { id: 3, logicalLocations: [api], message: { text: 'runs-as-root: runs as root' } },
        ],
        properties: { severity: 'high', inventory: 'files', covers: ['runs-as-root'] },
      }),
    ]);
  });

  it('are suppressed where accepted, behind the open ones', () => {
    const accepted = buildFinding({ accepted: { reason: 'until the driver is out', until: '2026-12-31' } });
    const forGood = buildFinding({ check: 'host-pid', accepted: { reason: 'it is a debugger' } });
    const open = buildFinding({ check: 'host-ipc', severity: 'low' });
    expect(resultsOf({ subjects: [buildSubject({ findings: [accepted, forGood, open] })] })).toEqual([
      expect.objectContaining({ ruleId: 'host-ipc', suppressions: [] }),
      expect.objectContaining({
        ruleId: 'privileged-container',
        suppressions: [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: 'until the driver is out',
            properties: { until: '2026-12-31' },
          },
        ],
      }),
      expect.objectContaining({
        ruleId: 'host-pid',
        suppressions: [{ kind: 'inSource', status: 'accepted', justification: 'it is a debugger' }],
      }),
    ]);
  });

  it('are suppressed from outside where the configuration accepts them, with who answers for it', () => {
    const accepted = { reason: 'it is a debugger', owner: 'platform team', isConfigured: true } as const;
    const suppression = { kind: 'external', status: 'accepted', justification: 'it is a debugger' };
    expect(resultsOf({ subjects: [buildSubject({ findings: [buildFinding({ accepted })] })] })).toEqual([
      expect.objectContaining({ suppressions: [{ ...suppression, properties: { owner: 'platform team' } }] }),
    ]);
  });

  it('are open where the input does not settle the verdict', () => {
    const missing = [
      { what: 'no ServiceAccount', hint: 'scan its folder too' },
      { what: 'no Role' },
      { what: 'no Role' },
    ];
    const subjects = [buildSubject({ unknowns: [{ check: 'privileged-container', missing }] })];
    expect(resultsOf({ checks: [buildCheck()], subjects })).toEqual([
      {
        ruleId: 'privileged-container',
        ruleIndex: 0,
        kind: 'open',
        level: 'none',
        message: { text: 'not known: no ServiceAccount (scan its folder too); no Role' },
        locations: [{ physicalLocation: { artifactLocation, region }, logicalLocations: [api] }],
        partialFingerprints: { 'seawall/v1': 'd0587e5541f0149b' },
        properties: { inventory: 'files' },
        suppressions: [],
      },
    ]);
    const silent = [buildSubject({ location: undefined, unknowns: [{ check: 'host-pid', missing: [] }] })];
    expect(resultsOf({ subjects: silent })).toEqual([
      expect.objectContaining({ message: { text: 'not known' }, locations: [{ logicalLocations: [api] }] }),
    ]);
  });

  it('hold no placeholder and no link of someone else in their messages', () => {
    const finding = withoutPart(buildFinding({ message: 'mounts "{0}" of [here](https://elsewhere.example)' }));
    expect(resultsOf({ subjects: [buildSubject({ findings: [finding] })] })).toEqual([
      expect.objectContaining({ message: { text: 'mounts "{{0}}" of [here] (https://elsewhere.example)' } }),
    ]);
  });
});

describe('the invocation', () => {
  it('notifies of diagnostics, whose codes the tool describes', () => {
    const run = runOf(
      buildReport({
        diagnostics: [
          { code: 'duplicate-key', message: 'the key stands here again' },
          { code: 'broken-document', message: 'expected a key' },
          { code: 'duplicate-key', message: 'and again' },
        ],
      }),
    );
    const { notifications } = asObject(asObject(run['tool'])['driver']);
    expect(asList(notifications).map((rule) => asObject(rule)['id'])).toEqual(['broken-document', 'duplicate-key']);
    expect(run['invocations']).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            descriptor: { id: 'duplicate-key', index: 1 },
            level: 'warning',
            message: { text: 'the key stands here again' },
          },
          { descriptor: { id: 'broken-document', index: 0 }, level: 'error', message: { text: 'expected a key' } },
          { descriptor: { id: 'duplicate-key', index: 1 }, level: 'warning', message: { text: 'and again' } },
        ],
      },
    ]);
  });

  it('was successful if every document was judged', () => {
    const diagnostics = [{ code: 'duplicate-key', message: 'twice' }] as const;
    expect(runOf(buildReport({ diagnostics }))['invocations']).toEqual([
      expect.objectContaining({ executionSuccessful: true }),
    ]);
  });
});
