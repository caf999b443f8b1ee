import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { constraintsIn, enginePolicy, isEnforced, leniencyOf } from './policy-engine.ts';

function policy(apiVersion: string, kind: string, spec: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'guard' }, spec };
}

function judged(object: JsonObject): readonly [readonly string[], boolean] {
  const [resource] = inventoryOfObjects([object]).resources;
  if (resource === undefined) throw new Error('there is no resource');
  return [leniencyOf(resource).map(({ field }) => formatPath(field)), isEnforced(resource)];
}

describe('leniencyOf and isEnforced', () => {
  it.each([
    [{ rules: [{ validate: {} }] }, ['spec.rules[0].validate.failureAction'], false],
    [{ rules: [{ mutate: {} }, { validate: null }] }, [], false],
    [{ validationFailureAction: 'enforce', rules: [{ validate: {} }] }, [], true],
    [
      { validationFailureAction: 'Audit', rules: [{ validate: {} }, { validate: {} }] },
      ['spec.validationFailureAction'],
      false,
    ],
    [
      { rules: [{ validate: { failureAction: 'Enforce' } }, { validate: { failureAction: 'audit' } }] },
      ['spec.rules[1].validate.failureAction'],
      true,
    ],
    [{ rules: [{ verifyImages: [{}] }] }, [], false],
    [{ validationFailureAction: 'audit', rules: [{ verifyImages: [{}] }] }, ['spec.validationFailureAction'], false],
    [{ validationFailureAction: 'Enforce', rules: [{ verifyImages: [{}] }] }, [], true],
    [{ validationFailureAction: 'Audit', rules: [{ verifyImages: [{ failureAction: 'Enforce' }] }] }, [], true],
    [
      { rules: [{ verifyImages: [{}, { failureAction: 'Audit' }] }] },
      ['spec.rules[0].verifyImages[1].failureAction'],
      false,
    ],
  ])('of Kyverno: %j', (spec, fields, enforced) => {
    expect(judged(policy('kyverno.io/v1', 'ClusterPolicy', spec))).toEqual([fields, enforced]);
    expect(judged(policy('kyverno.io/v2beta1', 'Policy', spec))).toEqual([fields, enforced]);
  });

  it.each([
    ['policies.kyverno.io/v1', 'ValidatingPolicy', {}, []],
    ['policies.kyverno.io/v1', 'ValidatingPolicy', { validationActions: ['Warn'] }, ['spec.validationActions']],
    ['policies.kyverno.io/v1', 'ValidatingPolicy', { validationActions: ['Warn', 'Deny'] }, []],
    ['policies.kubewarden.io/v1', 'AdmissionPolicy', {}, []],
    ['policies.kubewarden.io/v1', 'AdmissionPolicy', { mode: 'monitor' }, ['spec.mode']],
    ['constraints.gatekeeper.sh/v1beta1', 'K8sAny', {}, []],
    ['constraints.gatekeeper.sh/v1beta1', 'K8sAny', { enforcementAction: 'warn' }, ['spec.enforcementAction']],
    ['constraints.gatekeeper.sh/v1beta1', 'K8sAny', { enforcementAction: 'scoped' }, ['spec.enforcementAction']],
    [
      'constraints.gatekeeper.sh/v1beta1',
      'K8sAny',
      { enforcementAction: 'scoped', scopedEnforcementActions: [{ action: 'warn' }, { action: 'deny' }] },
      [],
    ],
  ])('of %s %s: %j', (apiVersion, kind, spec, fields) => {
    expect(judged(policy(apiVersion, kind, spec))).toEqual([fields, fields.length === 0]);
  });
});

describe('enginePolicy', () => {
  it('is every policy of an engine, constraints of any kind included', () => {
    const inventory = inventoryOfObjects([
      policy('kyverno.io/v1', 'ClusterPolicy', {}),
      policy('constraints.gatekeeper.sh/v1beta1', 'K8sAny', {}),
      policy('v1', 'Policy', {}),
    ]);
    expect([...enginePolicy.enumerate(inventory)].map(({ kind, namespace }) => [kind, namespace])).toEqual([
      ['kyverno.io/ClusterPolicy', undefined],
      ['constraints.gatekeeper.sh/K8sAny', undefined],
    ]);
    expect(constraintsIn(inventory).map(({ kind }) => kind)).toEqual(['constraints.gatekeeper.sh/K8sAny']);
  });
});
