import type { Version } from '../core/check.ts';
import type { BuiltIn } from '../core/inventory.ts';
import type { Origin, Resource } from '../core/resource.ts';
import { bootstrapObject } from './bootstrap/built-in-objects.ts';

const nowhere: Origin = { file: '', document: 0, locate: () => [] };

/**
 * What every cluster of a version has: its namespaces, priority classes, roles and bindings as they are on its first day,
 * and a ServiceAccount `default` in every namespace, whichever it is.
 */
export function builtInOf(version: Version): BuiltIn {
  return {
    find(kind, name, namespace): Resource | undefined {
      const content =
        kind === 'ServiceAccount' && name === 'default' && namespace !== undefined
          ? { apiVersion: 'v1', kind, metadata: { name, namespace } }
          : bootstrapObject(kind, name, namespace, version);
      return content && { kind, name, namespace, content, origin: nowhere };
    },
  };
}
