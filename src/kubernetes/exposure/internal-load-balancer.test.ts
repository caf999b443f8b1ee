import { describe, expect, it } from 'vitest';
import { isInternalLoadBalancer } from './internal-load-balancer.ts';

describe('isInternalLoadBalancer', () => {
  it.each([
    ['service.beta.kubernetes.io/aws-load-balancer-internal', 'true', true],
    ['service.beta.kubernetes.io/aws-load-balancer-internal', '0.0.0.0/0', true],
    ['service.beta.kubernetes.io/aws-load-balancer-internal', 'false', false],
    ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internet-facing', false],
    ['service.beta.kubernetes.io/azure-load-balancer-internal', 'true', true],
    ['service.beta.kubernetes.io/azure-load-balancer-internal', 'True', false],
    ['networking.gke.io/load-balancer-type', 'Internal', true],
    ['cloud.google.com/load-balancer-type', 'INTERNAL', true],
    ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', 'private', true],
    ['shop.example/internal', 'true', false],
  ])('%s: %s is %s', (key, value, expected) => {
    expect(isInternalLoadBalancer(new Map([[key, value]]))).toBe(expected);
  });
});
