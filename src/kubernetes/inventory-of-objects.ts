import { createInventory, type Inventory } from '../core/inventory.ts';
import type { JsonObject } from '../core/json.ts';
import { builtInOf } from './built-in.ts';
import { kubernetesResource } from './resource.ts';
import { newestVersion } from './version.ts';

/** An inventory of objects that stand in no file, for tests; `complete` claims that they are all there is. */
export function inventoryOfObjects(objects: readonly JsonObject[], complete = false): Inventory {
  const origin = { file: '', document: 0, locate: () => [] };
  return createInventory(
    objects.map((object) => kubernetesResource(object, origin, 'default')),
    {
      id: 'objects',
      defaultNamespace: 'default',
      coverage: { claims: complete ? [{ kinds: undefined, namespace: undefined }] : [], gaps: [] },
      builtIn: builtInOf(newestVersion),
    },
  );
}
