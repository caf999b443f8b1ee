import { describe, expect, it } from 'vitest';
import { newestVersion } from '../version.ts';
import { successorWords, unchangedSuccessor } from './successor.ts';

describe('unchangedSuccessor', () => {
  it.each([
    ['batch/v1beta1', 'CronJob', 'batch/v1'],
    ['extensions/v1beta1', 'NetworkPolicy', 'networking.k8s.io/v1'],
    ['extensions/v1beta1', 'Ingress', undefined],
    ['policy/v1beta1', 'PodDisruptionBudget', undefined],
    ['apps/v1', 'Deployment', undefined],
    ['node.k8s.io/v1beta1', 'RuntimeClass', 'node.k8s.io/v1'],
    ['flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', 'flowcontrol.apiserver.k8s.io/v1'],
    ['flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', undefined],
  ])('of %s %s is %s', (apiVersion, kind, expected) => {
    expect(unchangedSuccessor(apiVersion, kind)).toBe(expected);
  });
});

describe('successorWords', () => {
  it.each([
    ['batch/v1beta1', 'CronJob', 'batch/v1 follows it'],
    ['apps/v1beta1', 'Scale', 'autoscaling/v1 follows it'],
    ['apps/v1beta1', 'ReplicaSet', 'apps/v1 follows it'],
    ['policy/v1beta1', 'PodSecurityPolicy', 'nothing follows it'],
    ['extensions/v1beta1', 'PodSecurityPolicy', 'nothing follows it'],
    ['node.k8s.io/v1beta1', 'RuntimeClass', 'node.k8s.io/v1 follows it'],
    ['resource.k8s.io/v1alpha3', 'DeviceClass', 'resource.k8s.io/v1 follows it'],
    ['certificates.k8s.io/v1alpha1', 'ClusterTrustBundle', 'certificates.k8s.io/v1beta1 follows it'],
    ['coordination.k8s.io/v1alpha1', 'LeaseCandidate', 'coordination.k8s.io/v1beta1 follows it'],
    ['scheduling.k8s.io/v1alpha2', 'PodGroup', 'nothing follows it'],
    ['shop.example/v1', 'Order', 'nothing follows it'],
  ])('of %s %s', (apiVersion, kind, expected) => {
    expect(successorWords(apiVersion, kind, newestVersion)).toBe(expected);
  });

  it.each([
    [24, 'flowcontrol.apiserver.k8s.io/v1beta3 follows it'],
    [28, 'flowcontrol.apiserver.k8s.io/v1beta3 follows it'],
    [29, 'flowcontrol.apiserver.k8s.io/v1 follows it'],
  ])('are what version 1.%i serves', (minor, expected) => {
    expect(successorWords('flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema', { major: 1, minor })).toBe(expected);
  });
});
