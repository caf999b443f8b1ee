import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check } from './check.ts';
import type { Path } from './path.ts';
import type { Report } from './report.ts';
import { scan } from './scan.ts';
import { severities, severityRank } from './severity.ts';
import { exceptionAt, toyCheck, toyInputs, toyResource, toySettings } from './toy-world.ts';
import { addCounts, noCounts } from './verdict.ts';

describe('the totals of any report', () => {
  const sayings = ['pass', 'fail', 'fail-twice', 'unknown', 'inapplicable', 'crash', 'fail-and-crash'] as const;
  type Saying = (typeof sayings)[number];

  interface World {
    readonly said: readonly (readonly Saying[])[];
    readonly severities: readonly number[];
    readonly covers: readonly (readonly number[])[];
    readonly exceptions: readonly (readonly [check: number, line: number])[];
  }

  const world: fc.Arbitrary<World> = fc
    .record({ checks: fc.integer({ min: 0, max: 5 }), boxes: fc.integer({ min: 0, max: 5 }) })
    .chain(({ checks, boxes }) => {
      const check = fc.nat({ max: Math.max(checks - 1, 0) });
      return fc.record({
        said: fc.array(fc.array(fc.constantFrom(...sayings), { minLength: boxes, maxLength: boxes }), {
          minLength: checks,
          maxLength: checks,
        }),
        severities: fc.array(fc.nat({ max: 3 }), { minLength: checks, maxLength: checks }),
        covers: fc.array(fc.array(check, { maxLength: 2 }), { minLength: checks, maxLength: checks }),
        exceptions: fc.array(fc.tuple(check, fc.nat({ max: boxes }))),
      });
    });

  function say(saying: Saying, ...[judged, report]: Parameters<Check['evaluate']>): void {
    function at(path: Path): void {
      report.fail('wrong', { resource: judged.anchor.resource, path });
    }
    if (saying === 'unknown') report.unknown({ what: 'the lid' });
    if (saying === 'inapplicable') report.notApplicable();
    if (saying.startsWith('fail')) at(['lid']);
    if (saying === 'fail-twice') at(['lid', 'lock']);
    if (saying.endsWith('crash')) throw new Error('boom');
  }

  function reportOf({ said, severities: ranks, covers, exceptions }: World): Report {
    const boxes = (said[0] ?? []).map((_saying, index) => toyResource(`box-${index}`, { line: index }));
    const checks = said.map((row, number) =>
      toyCheck(`check-${number}`, {
        severity: severities[ranks[number] ?? 0] ?? 'low',
        covers: (covers[number] ?? []).map((other) => `check-${other}`),
        evaluate: (judged, report, context) =>
          say(row[boxes.indexOf(judged.anchor.resource)] ?? 'pass', judged, report, context),
      }),
    );
    const written = exceptions.map(([check, line]) => exceptionAt(`check-${check}`, line));
    return scan(toyInputs(boxes, { exceptions: written }), toySettings(checks));
  }

  it('add up', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { subjects, counts, severities: bySeverity, folded, score } = reportOf(given);
        for (const { judged, failed, accepted, unknown, passed, notApplicable } of [
          counts,
          ...subjects.map((subject) => subject.counts),
        ]) {
          expect(failed + accepted + unknown + passed + notApplicable).toBe(judged);
        }
        expect(subjects.reduce((sum, subject) => addCounts(sum, subject.counts), noCounts)).toEqual(counts);
        expect(counts.judged).toBe(given.said.flat().length);
        const { critical, high, medium, low } = bySeverity;
        expect(critical + high + medium + low).toBe(counts.failed);
        const shown = folded.flatMap(({ finding, covered }) => [finding, ...covered]);
        const open = subjects.flatMap(({ findings }) => findings).filter(({ accepted }) => accepted === undefined);
        expect(new Set(shown)).toEqual(new Set(open));
        expect(shown).toHaveLength(open.length);
        expect(score === 100).toBe(counts.failed === 0 && counts.passed > 0);
        expect(score === undefined).toBe(counts.failed === 0 && counts.passed === 0);
      }),
      { seed: 20_260, numRuns: 500 },
    );
  });

  it('say what each check said', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { counts, subjects, diagnostics } = reportOf(given);
        const said = given.said.flat();
        const failed = said.filter((saying) => saying.startsWith('fail')).length;
        expect(counts.failed + counts.accepted).toBe(failed);
        expect(counts.unknown).toBe(said.filter((saying) => saying === 'unknown' || saying === 'crash').length);
        expect(counts.notApplicable).toBe(said.filter((saying) => saying === 'inapplicable').length);
        expect(subjects.flatMap(({ unknowns }) => unknowns)).toHaveLength(counts.unknown);
        const crashes = diagnostics.filter(({ code }) => code === 'check-crashed');
        expect(crashes).toHaveLength(said.filter((saying) => saying.endsWith('crash')).length);
        for (const { findings } of subjects) {
          const ranks = findings.map(({ severity }) => severityRank(severity));
          expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
        }
      }),
      { seed: 20_261, numRuns: 500 },
    );
  });
});
