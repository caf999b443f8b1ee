import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { denies, policyBindings, validatingAdmissionPolicyBinding } from './admission-policy.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';

function binding(name: string, spec: JsonObject): JsonObject {
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name },
    spec,
  };
}

describe('policyBindings', () => {
  it('groups the bindings by their policy, once for each inventory', () => {
    const inventory = inventoryOfObjects(
      [binding('a', { policyName: 'one' }), binding('b', { policyName: 'two' }), binding('c', { policyName: 'one' })],
      true,
    );
    const { byPolicy, missing } = policyBindings(inventory, validatingAdmissionPolicyBinding);
    expect(byPolicy.get('one')?.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(byPolicy.get('two')?.map(({ name }) => name)).toEqual(['b']);
    expect(missing).toBeUndefined();
    expect(policyBindings(inventory, validatingAdmissionPolicyBinding).byPolicy).toBe(byPolicy);
  });

  it('says what is missing to know them all', () => {
    const partial = policyBindings(inventoryOfObjects([]), validatingAdmissionPolicyBinding);
    expect(partial.missing?.what).toBe('no ValidatingAdmissionPolicyBinding is among the inputs');
    const unclear = inventoryOfObjects([binding('a', { policyName: new UnknownValue('a variable') })], true);
    expect(policyBindings(unclear, validatingAdmissionPolicyBinding)).toMatchObject({
      missing: undefined,
      unclear: [{ what: 'which policy a binds: a variable' }],
    });
  });
});

describe('denies', () => {
  it.each([
    [['Deny'], true],
    [['Audit', 'Deny'], true],
    [['Audit', 'Warn'], false],
    [undefined, false],
  ])('%j: %s', (validationActions, expected) => {
    const [resource] = inventoryOfObjects([binding('a', { validationActions })]).resources;
    expect(resource && denies(resource)).toBe(expected);
  });
});
