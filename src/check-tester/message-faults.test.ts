import { describe, expect, it } from 'vitest';
import type { Check } from '../core/check.ts';
import { messageFaults } from './message-faults.ts';
import { sampleFile } from './sample-check.ts';

function faults(change: Partial<Check>): string[] {
  const { check, examples } = sampleFile(change);
  return [...messageFaults(check, examples)];
}

describe('messageFaults', () => {
  it('finds a message that no fail example shows', () => {
    expect(faults({ messages: { shared: 'is shared', other: 'is other' } })).toEqual([
      'no fail example shows message other',
    ]);
  });

  it('finds a message that is not declared', () => {
    expect(faults({ messages: {} })).toEqual(['fail example 1: reports message shared, which it does not declare']);
  });

  it('finds a placeholder without data', () => {
    expect(faults({ messages: { shared: 'is {shared}' } })).toEqual([
      'fail example 1: a placeholder has no data in "is {shared}"',
    ]);
  });
});
