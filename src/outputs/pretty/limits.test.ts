import { describe, expect, it } from 'vitest';
import type { Report } from '../../core/report.ts';
import type { Severity } from '../../core/severity.ts';
import pretty, { MOST_ENTRIES } from '../pretty.ts';
import { exampleCheck, exampleFinding, exampleReport, exampleSink, exampleSubject } from './example-report.ts';

function printed(report: Report, all = false, groupBy: 'resource' | 'check' = 'resource'): string[] {
  const sink = exampleSink();
  pretty.write(report, sink, { groupBy, all });
  return sink.text().split('\n');
}

function pod(name: string) {
  return { kind: 'Pod', namespace: 'shop', name };
}

/** A pod for each severity, with one finding each. */
function reportOf(severities: readonly Severity[]): Report {
  return exampleReport({
    checks: [exampleCheck('a', 'low')],
    subjects: severities.map((severity, index) => {
      const subject = pod(`p${index + 1}`);
      const finding = exampleFinding(subject, 'a', severity, `a.yaml:${index + 1}:1-2`);
      return exampleSubject(subject, 'a.yaml', [finding]);
    }),
  });
}

function repeated(severity: Severity, times: number): Severity[] {
  return Array.from({ length: times }, () => severity);
}

function subjectsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^ {2}Pod shop\/(\S+)/.exec(line)?.[1] ?? []);
}

describe('a long report', () => {
  it('is shown whole up to the limit', () => {
    const lines = printed(reportOf(repeated('low', MOST_ENTRIES)));
    expect(MOST_ENTRIES).toBe(50);
    expect(subjectsIn(lines)).toHaveLength(50);
    expect(lines.filter((line) => line.includes('--all'))).toEqual([]);
  });

  it('keeps the worst, in reading order, and counts the rest', () => {
    const report = reportOf([...repeated('low', 40), ...repeated('medium', 20), ...repeated('high', 5)]);
    const lines = printed(report);
    const shown = subjectsIn(lines);
    expect(shown).toHaveLength(50);
    expect(shown.slice(23, 27)).toEqual(['p24', 'p25', 'p41', 'p42']);
    expect(shown.at(-1)).toBe('p65');
    expect(lines).toContain('15 more: --all · 15 low');
    expect(lines).toContain('65 failed: 5 high · 20 medium · 40 low');
    expect(lines).toContain('65 verdicts: 65 failed · 0 accepted · 0 unknown · 0 passed · 0 not applicable');
    expect(lines.slice(-3)).toEqual([
      'Worst: HIGH  Title of a, Pod shop/p61, a.yaml:61:1',
      'Next: seawall explain a',
      '',
    ]);
  });

  it('is shown whole when asked for', () => {
    const lines = printed(reportOf(repeated('low', 120)), true);
    expect(subjectsIn(lines)).toHaveLength(120);
    expect(lines.filter((line) => line.includes('--all'))).toEqual([]);
  });

  it('is cut by check too', () => {
    const lines = printed(reportOf([...repeated('low', 60), 'high', 'medium']), false, 'check');
    expect(lines.filter((line) => /^ {2}.{10}Pod shop/.test(line))).toHaveLength(50);
    expect(lines).toContain('12 more: --all · 12 low');
  });

  it('cuts accepted findings, unknown verdicts and diagnostics as well', () => {
    const subjects = Array.from({ length: 53 }, (_, index) => {
      const subject = pod(`p${index + 1}`);
      const accepted = { reason: 'known' };
      return exampleSubject(subject, 'a.yaml', [exampleFinding(subject, 'a', 'low', 'a.yaml:1:1-2', { accepted })], {
        unknowns: [{ check: 'b', missing: [{ what: `no ${index} is among the inputs` }] }],
      });
    });
    const diagnostics = subjects.map((_, index) => ({ code: 'duplicate-key', message: `key ${index}` }) as const);
    const report = exampleReport({ subjects, diagnostics });
    const lines = printed(report);
    expect(lines.filter((line) => line.includes('accepted  a: known'))).toHaveLength(50);
    expect(lines).toContain('3 more accepted: --all');
    expect(lines.filter((line) => line.startsWith('  UNKNOWN   b: no '))).toHaveLength(50);
    expect(lines).toContain('            3 more unknown: --all');
    expect(lines.filter((line) => line.startsWith('  WARNING   key '))).toHaveLength(50);
    expect(lines).toContain('            3 more: --all');
    expect(lines).toContain('106 verdicts: 0 failed · 53 accepted · 53 unknown · 0 passed · 0 not applicable');
    expect(printed(report, true).filter((line) => line.includes('--all'))).toEqual([]);
  });
});
