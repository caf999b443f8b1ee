import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, type Counts, foldVerdicts, noCounts, verdicts } from './verdict.ts';

describe('foldVerdicts', () => {
  it.each([
    [[], 'not-applicable'],
    [['not-applicable', 'not-applicable'], 'not-applicable'],
    [['not-applicable', 'pass'], 'pass'],
    [['pass', 'not-applicable'], 'pass'],
    [['pass', 'pass'], 'pass'],
    [['unknown', 'pass'], 'unknown'],
    [['pass', 'unknown', 'pass'], 'unknown'],
    [['not-applicable', 'unknown'], 'unknown'],
    [['unknown', 'fail'], 'fail'],
    [['fail', 'pass', 'unknown', 'not-applicable'], 'fail'],
    [['not-applicable', 'pass', 'fail'], 'fail'],
  ] as const)('folds %j into %s', (parts, folded) => {
    expect(foldVerdicts(parts)).toBe(folded);
  });

  it('does not depend on the order of the parts', () => {
    const parts = fc.array(fc.constantFrom(...verdicts));
    fc.assert(
      fc.property(parts, fc.gen(), (list, draw) => {
        const shuffled = draw(fc.shuffledSubarray<(typeof verdicts)[number]>, list, {
          minLength: list.length,
          maxLength: list.length,
        });
        expect(foldVerdicts(shuffled)).toBe(foldVerdicts(list));
      }),
      { seed: 20_260 },
    );
  });
});

describe('addCounts', () => {
  const one: Counts = { judged: 15, failed: 1, accepted: 2, unknown: 3, passed: 4, notApplicable: 5 };

  it('adds every number', () => {
    expect(addCounts(one, { ...one, judged: 16, failed: 2 })).toEqual({
      judged: 31,
      failed: 3,
      accepted: 4,
      unknown: 6,
      passed: 8,
      notApplicable: 10,
    });
  });

  it('leaves a count as it is when nothing is added', () => {
    expect(addCounts(one, noCounts)).toEqual(one);
    expect(addCounts(noCounts, one)).toEqual(one);
  });
});
