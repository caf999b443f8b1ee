import { describe, expect, it } from 'vitest';
import { successorWords, unchangedSuccessor } from './successor.ts';

describe('unchangedSuccessor', () => {
  it.each([
    ['batch/v1beta1', 'CronJob', 'batch/v1'],
    ['extensions/v1beta1', 'NetworkPolicy', 'networking.k8s.io/v1'],
    ['extensions/v1beta1', 'Ingress', undefined],
    ['policy/v1beta1', 'PodDisruptionBudget', undefined],
    ['apps/v1', 'Deployment', undefined],
  ])('of %s %s is %s', (apiVersion, kind, expected) => {
    expect(unchangedSuccessor(apiVersion, kind)).toBe(expected);
  });
});

describe('successorWords', () => {
  it.each([
    ['batch/v1beta1', 'CronJob', 'batch/v1 follows it'],
    ['apps/v1beta1', 'Scale', 'autoscaling/v1 follows it'],
    ['policy/v1beta1', 'PodSecurityPolicy', 'nothing follows it'],
    ['shop.example/v1', 'Order', 'nothing follows it'],
  ])('of %s %s', (apiVersion, kind, expected) => {
    expect(successorWords(apiVersion, kind)).toBe(expected);
  });
});
