import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../core/unknown-value.ts';
import { appArmorFromAnnotations, labelKeysInSelectors } from './pod-creation.ts';
import type { Target } from './rule.ts';

function target(minor: number): Target {
  return { targetVersion: { major: 1, minor } };
}

const newest = target(36);

function annotated(value: unknown, spec: object): object {
  return { metadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/web': value } }, spec };
}

describe('appArmorFromAnnotations', () => {
  it.each([
    ['unconfined', { type: 'Unconfined' }],
    ['runtime/default', { type: 'RuntimeDefault' }],
    ['localhost/mine', { type: 'Localhost', localhostProfile: 'mine' }],
  ])('reads %s', (annotation, appArmorProfile) => {
    const containers = [{ name: 'web' }, { name: 'other' }];
    const expected = [{ name: 'web', securityContext: { appArmorProfile } }, { name: 'other' }];
    const roles = { containers, initContainers: containers, ephemeralContainers: containers };
    const result = appArmorFromAnnotations(annotated(annotation, roles), newest);
    expect(result).toEqual(
      annotated(annotation, { containers: expected, initContainers: expected, ephemeralContainers: expected }),
    );
  });

  it('keeps the rest of the security context', () => {
    const containers = [{ name: 'web', securityContext: { privileged: true, appArmorProfile: null } }];
    expect(appArmorFromAnnotations(annotated('unconfined', { containers }), newest)).toEqual(
      annotated('unconfined', {
        containers: [{ name: 'web', securityContext: { privileged: true, appArmorProfile: { type: 'Unconfined' } } }],
      }),
    );
  });

  it.each(['', 'mine', 'localhost/', 'localhost/ mine', `localhost/${'é'.repeat(2048)}`, 1, null])(
    'reads nothing from %j',
    (annotation) => {
      const pod = annotated(annotation, { containers: [{ name: 'web' }] });
      expect(appArmorFromAnnotations(pod, newest)).toBe(pod);
    },
  );

  it.each([
    ['a field that is set', { containers: [{ name: 'web', securityContext: { appArmorProfile: { type: 'Other' } } }] }],
    ['Windows', { os: { name: 'windows' }, containers: [{ name: 'web' }] }],
    [
      "the pod's own profile",
      { securityContext: { appArmorProfile: { type: 'Unconfined' } }, containers: [{ name: 'web' }] },
    ],
    ['a malformed context', { containers: [{ name: 'web', securityContext: 'strict' }, 'text', { name: 1 }] }],
    ['an unknown context', { containers: [{ name: 'web', securityContext: new UnknownValue('a variable') }] }],
  ])('leaves %s', (_what, spec) => {
    const pod = annotated('unconfined', spec);
    expect(appArmorFromAnnotations(pod, newest)).toBe(pod);
  });

  it('leaves Pods without such annotations', () => {
    for (const pod of [
      { spec: { containers: [{ name: 'web' }] } },
      { metadata: { annotations: { a: 'b' } } },
      'text',
    ]) {
      expect(appArmorFromAnnotations(pod, newest)).toBe(pod);
    }
  });
});

describe('labelKeysInSelectors', () => {
  const metadata = { labels: { app: 'web', tier: 'front' } };
  const term = { labelSelector: {}, matchLabelKeys: ['app', 'none'], mismatchLabelKeys: ['tier'] };
  const selected = {
    ...term,
    labelSelector: {
      matchExpressions: [
        { key: 'app', operator: 'In', values: ['web'] },
        { key: 'tier', operator: 'NotIn', values: ['front'] },
      ],
    },
  };

  function affinity(one: unknown): object {
    const terms = {
      requiredDuringSchedulingIgnoredDuringExecution: [one],
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: one }],
    };
    return { metadata, spec: { affinity: { podAffinity: terms, podAntiAffinity: terms } } };
  }

  it('selects the labels of the Pod in affinity terms', () => {
    expect(labelKeysInSelectors(affinity(term), newest)).toEqual(affinity(selected));
  });

  it('does so once', () => {
    const pod = affinity(selected);
    expect(labelKeysInSelectors(pod, newest)).toBe(pod);
  });

  it('keeps the requirements that are given', () => {
    const given = { key: 'a', operator: 'Exists' };
    const one = { labelSelector: { matchExpressions: [given] }, matchLabelKeys: ['app'] };
    const added = { key: 'app', operator: 'In', values: ['web'] };
    expect(labelKeysInSelectors(affinity(one), newest)).toEqual(
      affinity({ ...one, labelSelector: { matchExpressions: [given, added] } }),
    );
  });

  it.each([
    [{ matchLabelKeys: ['app'] }],
    [{ labelSelector: null, matchLabelKeys: ['app'] }],
    [{ labelSelector: {}, matchLabelKeys: 'app' }],
    [{ labelSelector: {}, matchLabelKeys: [1, 'none', 'toString'] }],
    [{ labelSelector: { matchExpressions: 'all' }, matchLabelKeys: ['app'] }],
  ])('leaves %j', (one) => {
    const pod = affinity(one);
    expect(labelKeysInSelectors(pod, newest)).toBe(pod);
  });

  it('does so in spread constraints from 1.34 on', () => {
    const one = { labelSelector: {}, matchLabelKeys: ['app'] };
    const pod = { metadata, spec: { topologySpreadConstraints: [one] } };
    expect(labelKeysInSelectors(pod, target(33))).toBe(pod);
    expect(labelKeysInSelectors(pod, target(34))).toEqual({
      metadata,
      spec: {
        topologySpreadConstraints: [
          { ...one, labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] } },
        ],
      },
    });
  });
});
