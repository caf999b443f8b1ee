import type { BuiltIn } from '../core/inventory.ts';
import type { Origin, Resource } from '../core/resource.ts';

const nowhere: Origin = { file: '', document: 0, locate: () => [] };

/** What every cluster has: each namespace gets a ServiceAccount `default`. */
export const kubernetesBuiltIn: BuiltIn = {
  find(kind, name, namespace): Resource | undefined {
    if (kind !== 'ServiceAccount' || name !== 'default' || namespace === undefined) return undefined;
    const content = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
    return { kind, name, namespace, content, origin: nowhere };
  },
};
