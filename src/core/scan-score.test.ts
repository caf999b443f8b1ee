import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';
import { box, exceptionAt, failingCheck, toyCheck, toyInputs, toyResource, toySettings } from './toy-world.ts';

describe('the score', () => {
  it('counts a fact once, at the leading check', () => {
    const leader = failingCheck('leader', ['lid'], { severity: 'high', covers: ['follower'] });
    const follower = failingCheck('follower', ['lid'], { severity: 'critical' });
    const passing = toyCheck('passing', { severity: 'medium' });
    const report = scan(toyInputs([toyResource('a')]), toySettings([leader, follower, passing]));
    expect(report.score).toBe(33);
    expect(report.counts).toMatchObject({ failed: 2, passed: 1 });
  });

  it('counts a verdict once, at its worst finding that is not folded', () => {
    const messages = { wrong: 'is wrong', worse: { text: 'is worse', severity: 'high' } } as const;
    const check = toyCheck('lid', {
      messages,
      severity: 'low',
      evaluate(judged, report) {
        report.fail('wrong', judged.anchor);
        report.fail('worse', judged.anchor);
        report.fail('wrong', judged.anchor);
      },
    });
    const report = scan(toyInputs([toyResource('a')]), toySettings([check, toyCheck('passing', { severity: 'high' })]));
    expect(report.score).toBe(50);
    expect(report.severities).toEqual({ critical: 0, high: 1, medium: 0, low: 0 });
  });

  it('counts neither accepted findings nor unknown and inapplicable verdicts', () => {
    const checks = [
      failingCheck('accepted', ['lid'], { severity: 'critical' }),
      toyCheck('unknown', { evaluate: (_judged, report) => report.unknown({ what: 'the lid' }) }),
      toyCheck('inapplicable', { evaluate: (_judged, report) => report.notApplicable() }),
      toyCheck('passing', { severity: 'low' }),
      failingCheck('failing', ['lid'], { severity: 'low' }),
    ];
    const read = toyInputs([toyResource('a')], { exceptions: [exceptionAt('accepted', 1)] });
    expect(scan(read, toySettings(checks)).score).toBe(50);
  });

  it('counts an object that is defined twice twice, wherever the two stand', () => {
    const [a, b] = [toyResource('a'), toyResource('b')];
    const again = toyResource('a');
    const checks = [failingCheck('lid', ['lid']), toyCheck('passing', { severity: 'high' })];
    const [together, separate] = [
      [a, again, b],
      [a, b, again],
    ].map((resources) => scan(toyInputs(resources), toySettings(checks)).score);
    expect(together).toBe(separate);
  });

  it('counts what a box and the box that made it share once', () => {
    const made = toyResource('made', { content: { owner: 'maker' } });
    const checks = [failingCheck('lid', ['lid']), toyCheck('passing')];
    const report = scan(toyInputs([made, toyResource('maker')]), toySettings(checks));
    expect(report.score).toBe(66);
    expect(
      report.folded.map(({ finding, covered }) => [finding.subject.name, covered.map((one) => one.subject.name)]),
    ).toEqual([['maker', ['made']]]);
  });

  it('counts objects of one kind and name in different groups twice', () => {
    const twins = {
      ...box,
      enumerate: () =>
        ['toys/Box', 'other/Box'].map((kind) => {
          const resource = toyResource('a', { kind });
          return { reference: resource, anchor: { resource, path: [] } };
        }),
    };
    const checks = [failingCheck('lid', ['lid'], { on: twins }), toyCheck('passing')];
    expect(scan(toyInputs([toyResource('a')]), toySettings(checks)).score).toBe(33);
  });
});
