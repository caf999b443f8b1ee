import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { writtenVersions } from './written-version.ts';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

function versionsOf(metadata: object): string[] {
  const [resource] = inventoryOfObjects([{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata }]).resources;
  return resource === undefined
    ? []
    : writtenVersions(resource).map(({ apiVersion, path }) => `${apiVersion} ${path.at(-1)}`);
}

const history = {
  managedFields: [{ apiVersion: 'policy/v1beta1', manager: 'deployer' }, { manager: 'other' }, 'damaged'],
  annotations: { [LAST_APPLIED]: '{"apiVersion":"policy/v1alpha1"}' },
};

describe('writtenVersions', () => {
  it('is that of a manifest, whatever it holds besides', () => {
    expect(versionsOf({ name: 'web', ...history })).toEqual(['policy/v1 apiVersion']);
  });

  it('are those of the clients that wrote a stored object', () => {
    expect(versionsOf({ name: 'web', uid: '1', ...history })).toEqual([
      'policy/v1 apiVersion',
      'policy/v1beta1 apiVersion',
      `policy/v1alpha1 ${LAST_APPLIED}`,
    ]);
  });

  it.each(['{', '[]', '{"apiVersion":1}', ''])('reads nothing from %j', (text) => {
    expect(versionsOf({ uid: '1', annotations: { [LAST_APPLIED]: text } })).toEqual(['policy/v1 apiVersion']);
  });
});
