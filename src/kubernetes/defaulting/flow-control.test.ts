import { describe, expect, it } from 'vitest';
import { flowSchema, priorityLevelConfiguration } from './flow-control.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

describe('flowSchema', () => {
  it('is matched in the middle', () => {
    expect(flowSchema({}, target)).toEqual({ spec: { matchingPrecedence: 1000 } });
    const rules = [{ resourceRules: [{ clusterScope: false }] }];
    expect(flowSchema({ spec: { matchingPrecedence: 1, rules } }, target)).toEqual({
      spec: { matchingPrecedence: 1, rules: [{ resourceRules: [{}] }] },
    });
  });
});

describe('priorityLevelConfiguration', () => {
  it('has shares and queues', () => {
    const limited = { limitResponse: { type: 'Queue', queuing: { queues: 0 } } };
    expect(priorityLevelConfiguration({ spec: { limited } }, target)).toEqual({
      spec: {
        limited: {
          nominalConcurrencyShares: 30,
          lendablePercent: 0,
          limitResponse: { type: 'Queue', queuing: { queues: 64, handSize: 8, queueLengthLimit: 50 } },
        },
      },
    });
    expect(priorityLevelConfiguration({ spec: { exempt: {} } }, target)).toEqual({
      spec: { exempt: { nominalConcurrencyShares: 0, lendablePercent: 0 } },
    });
  });
});
