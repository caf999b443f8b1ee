import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../core/errors.ts';
import { scan } from '../core/scan.ts';
import type { Severity } from '../core/severity.ts';
import { toyInputs, toySettings } from '../core/toy-world.ts';
import { decideExit, type ExitPolicy } from './exit-code.ts';

interface Outcome {
  readonly severities?: Partial<Record<Severity, number>>;
  readonly unknown?: number;
  readonly score?: number;
  readonly codes?: readonly DiagnosticCode[];
}

const lenient: ExitPolicy = { failOn: undefined, failOnUnknown: false, isTolerant: false };

function decided({ severities = {}, unknown = 0, score, codes = [] }: Outcome, policy: Partial<ExitPolicy>): unknown {
  const report = scan(toyInputs([]), toySettings([]));
  const outcome = {
    ...report,
    severities: { ...report.severities, ...severities },
    counts: { ...report.counts, unknown },
    score,
    diagnostics: codes.map((code) => ({ code, message: code })),
  };
  const { code, reasons } = decideExit(outcome, { ...lenient, ...policy });
  return [code, ...reasons];
}

describe('decideExit', () => {
  it('is 0 whatever was found, until asked to fail', () => {
    expect(decided({ severities: { critical: 3 }, unknown: 2, codes: ['duplicate-key', 'not-covered'] }, {})).toEqual([
      0,
    ]);
  });

  it.each([
    ['critical', [1, '1 verdict failed at critical or worse']],
    ['high', [1, '3 verdicts failed at high or worse']],
    ['medium', [1, '3 verdicts failed at medium or worse']],
    ['low', [1, '7 verdicts failed at low or worse']],
  ] as const)('fails on what is as bad as %s', (failOn, expected) => {
    expect(decided({ severities: { critical: 1, high: 2, low: 4 } }, { failOn })).toEqual(expected);
  });

  it('is 0 where everything is less bad than what fails', () => {
    expect(decided({ severities: { medium: 9, low: 9 } }, { failOn: 'high' })).toEqual([0]);
  });

  it('fails on unknown verdicts when asked to', () => {
    expect(decided({ unknown: 1 }, { failOnUnknown: true })).toEqual([1, '1 verdict unknown']);
    expect(decided({ unknown: 2 }, { failOnUnknown: true })).toEqual([1, '2 verdicts unknown']);
    expect(decided({ unknown: 0 }, { failOnUnknown: true })).toEqual([0]);
  });

  it('is 3 where something was not judged, unless that is tolerated', () => {
    const codes = ['broken-document', 'duplicate-key', 'unreadable-input'] as const;
    const reason = 'the scan is not complete: 2 errors in the input (--tolerant lets them pass)';
    expect(decided({ codes }, {})).toEqual([3, reason]);
    expect(decided({ codes }, { isTolerant: true })).toEqual([0]);
    expect(decided({ codes: ['check-crashed'] }, {})).toEqual([3, reason.replace('2 errors', '1 error')]);
    expect(decided({ codes: ['limit-reached'] }, {})).toEqual([3, reason.replace('2 errors', '1 error')]);
  });

  it('gives every reason, the deciding one first', () => {
    const outcome: Outcome = { severities: { high: 1 }, unknown: 3, codes: ['broken-document'] };
    const policy: Partial<ExitPolicy> = { failOn: 'high', failOnUnknown: true };
    expect(decided(outcome, policy)).toEqual([
      3,
      'the scan is not complete: 1 error in the input (--tolerant lets them pass)',
      '1 verdict failed at high or worse',
      '3 verdicts unknown',
    ]);
    expect(decided(outcome, { ...policy, isTolerant: true })).toEqual([
      1,
      '1 verdict failed at high or worse',
      '3 verdicts unknown',
    ]);
  });

  it('does not count what is less bad than the least severity', () => {
    const outcome: Outcome = { severities: { high: 1, low: 4 } };
    expect(decided(outcome, { failOn: 'low', least: 'medium' })).toEqual([1, '1 verdict failed at medium or worse']);
    expect(decided({ severities: { low: 4 } }, { failOn: 'low', least: 'medium' })).toEqual([0]);
    expect(decided(outcome, { failOn: 'high', least: 'low' })).toEqual([1, '1 verdict failed at high or worse']);
    expect(decided(outcome, { maximumFailed: { low: 0 }, least: 'medium' })).toEqual([0]);
  });

  it('is 1 beyond the thresholds', () => {
    const outcome: Outcome = { severities: { critical: 1, high: 3, low: 4 } };
    expect(decided(outcome, { maximumFailed: { critical: 1, high: 3, low: 4 } })).toEqual([0]);
    expect(decided(outcome, { maximumFailed: { critical: 0, high: 2 } })).toEqual([
      1,
      '1 verdict failed at critical, over the threshold of 0',
      '3 verdicts failed at high, over the threshold of 2',
    ]);
  });

  it('is 1 under the least score, if there is one', () => {
    expect(decided({ score: 79 }, { minimumScore: 80 })).toEqual([1, 'the score 79 is under the threshold of 80']);
    expect(decided({ score: 80 }, { minimumScore: 80 })).toEqual([0]);
    expect(decided({}, { minimumScore: 80 })).toEqual([0]);
  });
});
