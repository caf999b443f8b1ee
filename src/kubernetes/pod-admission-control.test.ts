import { describe, expect, it } from 'vitest';
import { createInventory, type Inventory } from '../core/inventory.ts';
import { missingPodControl, podControlKinds } from './pod-admission-control.ts';

function inventoryClaiming(kinds: readonly string[] | undefined): Inventory {
  const coverage = { claims: [{ kinds, namespace: undefined }], gaps: [] };
  return createInventory([], { id: 'one', defaultNamespace: 'default', coverage });
}

describe('missingPodControl', () => {
  it('is nothing where everything is known', () => {
    expect(missingPodControl(inventoryClaiming(undefined))).toBeUndefined();
  });

  it('is the first kind that is not known whole, or else the constraints', () => {
    expect(missingPodControl(inventoryClaiming(['Namespace']))?.what).toBe(
      'no ValidatingAdmissionPolicy is among the inputs',
    );
    expect(missingPodControl(inventoryClaiming(podControlKinds))?.what).toBe(
      'perhaps not every constraint of Gatekeeper is among the inputs',
    );
  });
});
