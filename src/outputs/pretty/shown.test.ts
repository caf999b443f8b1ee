import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/finding.ts';
import type { Severity } from '../../core/severity.ts';
import { exampleFinding, exampleReport, exampleSubject } from './example-report.ts';
import { type Entry, severityOf, shownOf, worstOf } from './shown.ts';

const api = { kind: 'Pod', namespace: 'shop', name: 'api' };

function found(check: string, severity: Severity, rest: Partial<Finding> = {}): Finding {
  return exampleFinding(api, check, severity, 'a.yaml:1:1-2', rest);
}

function told(entries: readonly Entry[]): string[] {
  return entries.map((entry) => {
    const findings = [entry.first, ...entry.others].map(({ finding }) => finding.part ?? finding.message);
    return `${severityOf(entry)} ${entry.first.finding.check}: ${findings.join(', ')}`;
  });
}

function entriesOf(findings: readonly Finding[], most = 50): readonly Entry[] {
  return shownOf(exampleReport({ subjects: [exampleSubject(api, 'a.yaml', findings)] }), most).entries;
}

describe('shownOf', () => {
  it('joins findings that say the same of several parts', () => {
    const findings = [
      found('a', 'low', { part: 'one' }),
      found('b', 'low', { part: 'one' }),
      found('a', 'low', { part: 'two' }),
    ];
    expect(told(entriesOf(findings))).toEqual(['low a: one, two', 'low b: one']);
  });

  it.each<[string, Partial<Finding>]>([
    ['message', { message: 'is odd' }],
    ['name of the message', { messageId: 'other' }],
    ['assumption', { assuming: ['so'] }],
    ['severity', { severity: 'medium' }],
  ])('keeps findings apart that differ in their %s', (_, rest) => {
    expect(entriesOf([found('a', 'low'), found('a', 'low', rest)])).toHaveLength(2);
  });

  it('sorts worst first and keeps the order of equals', () => {
    const findings = [found('a', 'low'), found('b', 'high'), found('c', 'critical'), found('d', 'high')];
    expect(told(entriesOf(findings))).toEqual([
      'critical c: is wrong',
      'high b: is wrong',
      'high d: is wrong',
      'low a: is wrong',
    ]);
  });

  it('keeps the worst and counts what is left out', () => {
    const findings = [found('a', 'low'), found('b', 'high'), found('c', 'critical'), found('d', 'high')];
    const report = exampleReport({ subjects: [exampleSubject(api, 'a.yaml', findings)] });
    const { entries, hidden } = shownOf(report, 2);
    expect(told(entries)).toEqual(['critical c: is wrong', 'high b: is wrong']);
    expect(hidden).toEqual({ critical: 0, high: 1, medium: 0, low: 1 });
  });

  it('leaves each of two objects of one name its own findings', () => {
    const first = exampleSubject(api, 'a.yaml', [found('a', 'low')]);
    const second = exampleSubject(api, 'b.yaml', [found('a', 'low'), found('b', 'high')]);
    const { entries } = shownOf(exampleReport({ subjects: [first, second] }), 50);
    expect(told(entries)).toEqual(['low a: is wrong', 'high b: is wrong', 'low a: is wrong']);
    expect(entries.map(({ subject }) => subject.location?.file)).toEqual(['a.yaml', 'b.yaml', 'b.yaml']);
  });

  it('finds the subject of a finding that was copied on its way', () => {
    const report = exampleReport({ subjects: [exampleSubject(api, 'a.yaml', [found('a', 'low')])] });
    const folded = report.folded.map(({ finding, covered }) => ({ finding: { ...finding }, covered }));
    expect(told(shownOf({ ...report, folded }, 50).entries)).toEqual(['low a: is wrong']);
  });

  it('joins accepted findings of one check and reason', () => {
    const accepted = { reason: 'known', until: '2099-12-31' };
    const findings = [
      found('a', 'low', { accepted }),
      found('a', 'low', { accepted, message: 'is odd' }),
      found('a', 'low', { accepted: { reason: 'other' } }),
    ];
    const report = exampleReport({ subjects: [exampleSubject(api, 'a.yaml', findings)] });
    expect(shownOf(report, 50).accepted).toEqual([
      { subject: report.subjects[0], check: 'a', reason: 'known', until: '2099-12-31', findings: 2 },
      { subject: report.subjects[0], check: 'a', reason: 'other', until: undefined, findings: 1 },
    ]);
    expect(shownOf(report, 1)).toMatchObject({ entries: [], hiddenAccepted: 1 });
  });
});

describe('worstOf', () => {
  it('is the first of the worst', () => {
    const entries = entriesOf([found('a', 'low'), found('b', 'high'), found('c', 'high')]);
    expect(worstOf(entries)?.first.finding.check).toBe('b');
    expect(worstOf([])).toBeUndefined();
  });
});
