import { describe, expect, it } from 'vitest';
import type { Measurement } from './measure.ts';
import {
  byteCount,
  comparisonRow,
  formatSection,
  judgeGoal,
  judgeLowerGoal,
  milliseconds,
  ratioText,
} from './table.ts';

function measurement(wallSamples: readonly number[], more: Partial<Measurement> = {}): Measurement {
  const base = { name: 'any', wallMilliseconds: 50, cpuMilliseconds: 40, peakBytes: 60_000_000, exitCodes: [0] };
  return { ...base, wallSamples, ...more };
}

describe('formatSection', () => {
  it('aligns columns and leaves no trailing spaces', () => {
    const rows = [
      ['ratio', 'input', ''],
      ['2.31', 'a folder', 'remark'],
      ['10.00', 'a', ''],
    ];
    expect(formatSection({ title: 'Throughput', about: 'Scan against parser.', rows })).toBe(
      'Throughput\nScan against parser.\n\nratio  input\n2.31   a folder  remark\n10.00  a\n\n',
    );
  });
});

describe('comparisonRow', () => {
  it('puts the median of the ratios of each round first', () => {
    const scan = measurement([20, 30, 100], { exitCodes: [0, 3] });
    const baseline = measurement([10, 10, 40], { wallMilliseconds: 123.4, cpuMilliseconds: undefined });
    expect(comparisonRow('one file', 2_460_000, scan, baseline, 2.5)).toEqual([
      '2.50 (2.25–2.75)',
      '≤ 2.5 ok',
      'one file',
      '2.46 MB',
      '50.0 ms',
      '123 ms',
      '40.0 ms',
      '–',
      '60 MB',
      '60 MB',
      'scan incomplete (exit code 3)',
    ]);
  });
});

describe('judgeGoal', () => {
  it('holds at the goal itself and not above', () => {
    expect(judgeGoal(3.75, 3.75)).toBe('≤ 3.75 ok');
    expect(judgeGoal(3.76, 3.75)).toBe('≤ 3.75 over');
    expect(judgeGoal(299, 300, ' MB')).toBe('≤ 300 MB ok');
  });

  it('may want more instead of less', () => {
    expect(judgeLowerGoal(2, 2)).toBe('≥ 2 ok');
    expect(judgeLowerGoal(1.99, 2)).toBe('≥ 2 under');
  });

  it('says nothing without a goal', () => {
    expect(judgeGoal(1, undefined)).toBe('');
  });
});

describe('figures', () => {
  it('have units, and more decimals when they are small', () => {
    expect([milliseconds(12.345), milliseconds(1234.5), milliseconds(undefined)]).toEqual(['12.3 ms', '1235 ms', '–']);
    expect([4_810, 1_234_567, 212_400_000, undefined].map(byteCount)).toEqual(['4.8 kB', '1.23 MB', '212 MB', '–']);
  });

  it('leave out the spread of fewer than three rounds', () => {
    expect(ratioText([2, 3])).toBe('2.50');
    expect(ratioText([1, 2, 3])).toBe('2.00 (1.50–2.50)');
  });
});
