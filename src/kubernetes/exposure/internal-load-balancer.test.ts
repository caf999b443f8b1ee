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
    ['service.beta.kubernetes.io/aws-load-balancer-type', 'external', true],
    ['service.beta.kubernetes.io/aws-load-balancer-type', 'nlb-ip', true],
    ['service.beta.kubernetes.io/aws-load-balancer-type', 'nlb', false],
    ['shop.example/internal', 'true', false],
  ])('%s: %s is %s', (key, value, expected) => {
    expect(isInternalLoadBalancer(new Map([[key, value]]), {})).toBe(expected);
  });

  it.each([
    [['aws-load-balancer-scheme', 'internet-facing'], {}, false],
    [['aws-load-balancer-internal', 'false'], {}, false],
    [['aws-load-balancer-internal', 'true'], {}, true],
    [['aws-load-balancer-name', 'web'], { loadBalancerClass: null }, true],
    [['aws-load-balancer-name', 'web'], { loadBalancerClass: 'service.k8s.aws/nlb' }, true],
    [['aws-load-balancer-name', 'web'], { loadBalancerClass: 'shop.example/front' }, false],
  ])('of the type external with %j and the spec %j is %s', ([name = '', value = ''], spec, expected) => {
    const prefix = 'service.beta.kubernetes.io/';
    const annotations = new Map([
      [`${prefix}aws-load-balancer-type`, 'external'],
      [`${prefix}${name}`, value],
    ]);
    expect(isInternalLoadBalancer(annotations, spec)).toBe(expected);
  });

  it('goes by the class where no annotation says more', () => {
    const internet = new Map([['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internet-facing']]);
    expect(isInternalLoadBalancer(new Map(), { loadBalancerClass: 'service.k8s.aws/nlb' })).toBe(true);
    expect(isInternalLoadBalancer(internet, { loadBalancerClass: 'service.k8s.aws/nlb' })).toBe(false);
    expect(isInternalLoadBalancer(new Map(), { loadBalancerClass: 'shop.example/front' })).toBe(false);
  });
});
