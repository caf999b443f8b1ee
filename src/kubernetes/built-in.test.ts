import { describe, expect, it } from 'vitest';
import { createInventory } from '../core/inventory.ts';
import { builtInOf } from './built-in.ts';
import { newestVersion } from './version.ts';

const builtIn = builtInOf(newestVersion);

describe('builtInOf', () => {
  it('finds the default ServiceAccount of any namespace', () => {
    expect(builtIn.find('ServiceAccount', 'default', 'shop')).toMatchObject({
      kind: 'ServiceAccount',
      name: 'default',
      namespace: 'shop',
      content: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace: 'shop' } },
      origin: { file: '', document: 0 },
    });
    expect(builtIn.find('ServiceAccount', 'default', 'shop')?.origin.locate(['metadata'])).toEqual([]);
    expect(builtIn.find('ServiceAccount', 'other', 'shop')).toBeUndefined();
    expect(builtIn.find('ServiceAccount', 'default', undefined)).toBeUndefined();
  });

  it('finds what the API server makes', () => {
    const kind = 'rbac.authorization.k8s.io/RoleBinding';
    const found = builtIn.find(kind, 'system:controller:cloud-provider', 'kube-system');
    expect(found).toMatchObject({
      kind,
      name: 'system:controller:cloud-provider',
      namespace: 'kube-system',
      content: { kind: 'RoleBinding', metadata: { namespace: 'kube-system' } },
      origin: { file: '' },
    });
    expect(builtIn.find('Namespace', 'kube-system', undefined)?.namespace).toBeUndefined();
    expect(builtIn.find('Namespace', 'shop', undefined)).toBeUndefined();
  });

  it('goes by the version', () => {
    const kind = 'rbac.authorization.k8s.io/ClusterRole';
    const name = 'system:controller:volumeattributesclass-protection-controller';
    const found = [33, 34].map((minor) => builtInOf({ major: 1, minor }).find(kind, name, undefined)?.name);
    expect(found).toEqual([undefined, name]);
  });

  it('is seen by look-ups where nothing else is', () => {
    const coverage = { claims: [{ kinds: undefined, namespace: undefined }], gaps: [] };
    const inventory = createInventory([], { id: 'none', defaultNamespace: 'default', coverage, builtIn });
    const found = inventory.find('scheduling.k8s.io/PriorityClass', 'system-node-critical');
    expect(found).toMatchObject({ is: 'found', item: { content: { value: 2_000_001_000 } } });
    expect(inventory.find('scheduling.k8s.io/PriorityClass', 'high')).toEqual({ is: 'absent' });
    expect(inventory.resources).toEqual([]);
  });
});
