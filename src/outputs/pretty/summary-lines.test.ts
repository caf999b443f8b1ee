import { describe, expect, it } from 'vitest';
import type { Report } from '../../core/report.ts';
import pretty from '../pretty.ts';
import { exampleFinding, exampleReport, exampleSink, exampleSubject, type ReportParts } from './example-report.ts';

const pod = { kind: 'Pod', namespace: 'shop', name: 'api' };

function printed(parts: ReportParts | Report): string[] {
  const sink = exampleSink();
  pretty.write('tool' in parts ? parts : exampleReport(parts), sink, { groupBy: 'resource', all: false });
  return sink.text().trimEnd().split('\n');
}

describe('the end of a report', () => {
  it('says how many findings are not shown', () => {
    const report = exampleReport({ subjects: [exampleSubject(pod, 'a.yaml', [])] });
    expect(printed({ ...report, leftOut: { least: 'high', findings: 2 } })).toContain(
      'not shown: 2 findings under high',
    );
    expect(printed({ ...report, leftOut: { least: 'high', findings: 0 } })).toEqual(printed(report));
  });

  it('says plainly that nothing was found, and what was looked at', () => {
    expect(printed({ coverage: { files: 0 } })).toEqual(['No Kubernetes object found in shop.', 'Looked at 0 files.']);
    expect(
      printed({
        coverage: {
          files: 14,
          otherDocuments: 12,
          gaps: [
            { file: 'a', why: '' },
            { file: 'a', why: '' },
          ],
        },
      }),
    ).toEqual([
      'No Kubernetes object found in shop.',
      'Looked at 14 files; 1 input could not be read whole; 12 documents are no',
      'Kubernetes objects.',
    ]);
    expect(printed({ coverage: { files: 1, otherDocuments: 1 } })[1]).toBe(
      'Looked at 1 file; 1 document is no Kubernetes object.',
    );
  });

  it('names the first inputs', () => {
    const inputs = ['a', 'b', 'c', 'd', 'e'];
    expect(printed({ ...exampleReport({}), inputs })[0]).toBe('No Kubernetes object found in a, b, c and 2 more.');
  });

  it('says what went wrong before it says that nothing was found', () => {
    const diagnostics = [
      { code: 'unreadable-input', message: 'shop cannot be read: it does not exist', file: 'shop' },
    ] as const;
    expect(printed({ diagnostics, coverage: { files: 0, gaps: [{ file: 'shop', why: '' }] } })).toEqual([
      'About the input · 1 error',
      '',
      '  ERROR     shop cannot be read: it does not exist              unreadable-input',
      '',
      '─'.repeat(80),
      'No Kubernetes object found in shop.',
      'Looked at 0 files; 1 input could not be read whole.',
    ]);
  });

  it('has no command to go on with when all passed', () => {
    expect(printed({ subjects: [exampleSubject(pod, 'a', [], { passed: 1 })], score: 100 })).toEqual([
      '0 files · 1 object · 1 workload · 0 checks · Kubernetes 1.36',
      '1 verdict: 0 failed · 0 accepted · 0 unknown · 1 passed · 0 not applicable',
      'Score 100 / 100',
    ]);
  });

  it('gives no score where nothing passed or failed', () => {
    const lines = printed({ subjects: [exampleSubject(pod, 'a', [], { notApplicable: 2 })] });
    expect(lines.slice(-2)).toEqual([
      '2 verdicts: 0 failed · 0 accepted · 0 unknown · 0 passed · 2 not applicable',
      'No score: nothing passed or failed',
    ]);
  });

  it('names as many kinds that were not judged as fit on a line', () => {
    const kinds = ['apps/ReplicaSet', 'Service', 'ConfigMap', 'PersistentVolumeClaim', 'a/Ingress', 'b/Ingress'];
    const subjects = [exampleSubject(pod, 'a', [], { passed: 1 })];
    const notJudged = new Map(kinds.map((kind, index) => [kind, 10 - index]));
    expect(printed({ subjects, coverage: { notJudged } })[1]).toBe(
      'not judged: 10 ReplicaSet, 9 Service, 8 ConfigMap and 3 more',
    );
  });

  it('puts the place of the worst finding on its own line where it does not fit', () => {
    const file = `${'a'.repeat(60)}.yaml`;
    const subjects = [exampleSubject(pod, file, [exampleFinding(pod, 'check', 'high', `${file}:1:1-2`)])];
    expect(printed({ subjects }).slice(-3)).toEqual([
      'Worst: HIGH  is wrong, Pod shop/api',
      `       ${file}:1:1`,
      'Next: seawall explain check',
    ]);
  });
});
