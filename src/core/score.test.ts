import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, severityWeights } from './score.ts';

describe('scoreOf', () => {
  it.each([
    [0, 0, undefined],
    [5, 0, 100],
    [0, 5, 0],
    [1, 1, 50],
    [2, 1, 66],
    [999_999, 1, 99],
    [1, 999_999, 0],
  ])('of %i passed and %i failed is %j', (passed, failed, score) => {
    expect(scoreOf({ passed, failed })).toBe(score);
  });

  it('is 100 only where nothing failed, and never rises with a failure', () => {
    const weight = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(weight, weight, fc.integer({ min: 1, max: 9 }), (passed, failed, more) => {
        const worse = scoreOf({ passed, failed: failed + more }) ?? 0;
        expect(worse).toBeLessThan(100);
        expect(worse).toBeLessThanOrEqual(scoreOf({ passed, failed }) ?? 100);
      }),
      { seed: 20_260 },
    );
  });

  it('weighs a worse severity more', () => {
    expect(severityWeights).toEqual({ critical: 9, high: 6, medium: 3, low: 1 });
  });
});
