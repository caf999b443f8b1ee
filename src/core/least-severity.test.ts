import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';
import { failingCheck, toyInputs, toyResource, toySettings } from './toy-world.ts';

const checks = [
  failingCheck('worst', ['a'], { severity: 'critical' }),
  failingCheck('bad', ['b'], { severity: 'high' }),
  failingCheck('slight', ['a', 'c'], { severity: 'low' }),
];
const inputs = toyInputs([toyResource('bricks')]);

describe('the least severity of a scan', () => {
  it('shows everything unless it is given', () => {
    const report = scan(inputs, toySettings(checks));
    expect(report.folded).toHaveLength(3);
    expect('leftOut' in report).toBe(false);
  });

  it('leaves out what is less bad, and says how much', () => {
    const whole = scan(inputs, toySettings(checks));
    const report = scan(inputs, toySettings(checks, { severity: 'high' }));
    expect(report.leftOut).toEqual({ least: 'high', findings: 1 });
    expect(report.subjects[0]?.findings.map(({ check }) => check)).toEqual(['worst', 'bad']);
    expect(report.folded.map(({ finding }) => finding.check)).toEqual(['worst', 'bad']);
    const { counts, severities, score } = whole;
    expect(report).toMatchObject({ counts, severities, score });
  });

  it('shows a finding whose leader is left out', () => {
    const leader = failingCheck('leader', ['a'], { severity: 'low', covers: ['follower'] });
    const follower = failingCheck('follower', ['a'], { severity: 'high' });
    const whole = scan(inputs, toySettings([leader, follower]));
    expect(whole.folded.map(({ finding, covered }) => [finding.check, covered.length])).toEqual([['leader', 1]]);
    const report = scan(inputs, toySettings([leader, follower], { severity: 'high' }));
    expect(report.folded.map(({ finding, covered }) => [finding.check, covered.length])).toEqual([['follower', 0]]);
    expect(report.score).toBe(whole.score);
  });
});
