import type { Severity } from './severity.ts';

/** What a verdict of each severity weighs: the product of exploitability and blast radius that the severity stands for. */
export const severityWeights: Readonly<Record<Severity, number>> = { critical: 9, high: 6, medium: 3, low: 1 };

/** Weights of the passed pairs, and of the failed ones that are neither accepted nor folded into another. */
export interface ScoreWeights {
  readonly passed: number;
  readonly failed: number;
}

/**
 * 0 to 100: the share of the weight that passed, `100 * passed / (passed + failed)`, rounded down so that 100 means no
 * failure at all. Every fact counts once, accepted findings and unknown verdicts not at all. Undefined if nothing counts.
 */
export function scoreOf(weights: ScoreWeights): number | undefined {
  const total = weights.passed + weights.failed;
  return total === 0 ? undefined : Math.floor((100 * weights.passed) / total);
}
