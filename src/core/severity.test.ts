import { describe, expect, it } from 'vitest';
import { isAtLeast, severities, severityRank } from './severity.ts';

describe('severities', () => {
  it('stand worst first', () => {
    expect(severities.map(severityRank)).toEqual([0, 1, 2, 3]);
    expect(severities).toEqual(['critical', 'high', 'medium', 'low']);
  });

  it('are compared with a threshold', () => {
    expect(severities.map((severity) => isAtLeast(severity, 'high'))).toEqual([true, true, false, false]);
    expect(severities.map((severity) => isAtLeast(severity, 'low'))).toEqual([true, true, true, true]);
    expect(severities.map((severity) => isAtLeast(severity, 'critical'))).toEqual([true, false, false, false]);
  });
});
