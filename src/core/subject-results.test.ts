import { describe, expect, it } from 'vitest';
import { scan } from './scan.ts';
import { box, failingCheck, toyCheck, toyInputs, toyResource, toySettings } from './toy-world.ts';

describe('a thing that is judged as two subjects', () => {
  it('is one in the report, under the more telling name', () => {
    const other = { ...box, name: 'object' };
    const checks = [
      failingCheck('plain', ['lid'], { on: other, severity: 'low' }),
      failingCheck('telling', ['lid'], { severity: 'high' }),
      toyCheck('unsure', { on: other, evaluate: (_judged, report) => report.unknown({ what: 'more' }) }),
    ];
    const { subjects, counts } = scan(toyInputs([toyResource('a'), toyResource('b')]), toySettings(checks));
    expect(subjects.map(({ reference, type }) => [reference.name, type])).toEqual([
      ['a', 'box'],
      ['b', 'box'],
    ]);
    const [first] = subjects;
    expect(first?.findings.map(({ check }) => check)).toEqual(['telling', 'plain']);
    expect(first?.unknowns.map(({ check }) => check)).toEqual(['unsure']);
    expect(first?.counts).toEqual({ judged: 3, failed: 2, accepted: 0, unknown: 1, passed: 0, notApplicable: 0 });
    expect(counts.judged).toBe(6);
  });

  it('is two where it is defined twice', () => {
    const checks = [failingCheck('plain', ['lid'])];
    const { subjects } = scan(toyInputs([toyResource('a'), toyResource('a', { line: 2 })]), toySettings(checks));
    expect(subjects.map(({ location }) => location?.line)).toEqual([1, 2]);
  });
});
