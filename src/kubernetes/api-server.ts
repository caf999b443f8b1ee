import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import { parseImageReference } from './image-reference.ts';
import { parseRelease, type Release } from './release.ts';
import { textMap } from './resource.ts';

/** A release of the API server, and the field that shows it. */
export interface ApiServer {
  readonly release: Release;
  readonly field: Place;
}

/** The API servers that run as pods of kube-system, by the tags of their images. A managed control plane shows none. */
export function apiServersIn(inventory: Inventory): ApiServer[] {
  return inventory.select('Pod', 'kube-system').items.flatMap((resource) => {
    const labels = textMap(asObject(resource.content['metadata'])['labels']);
    if (labels.get('component') !== 'kube-apiserver') return [];
    const containers = asList(asObject(resource.content['spec'])['containers']);
    return containers.flatMap((entry, index) => {
      const image = asString(asObject(entry)['image']) ?? '';
      const release = parseRelease(parseImageReference(image).tag ?? '');
      return release === undefined
        ? []
        : [{ release, field: { resource, path: ['spec', 'containers', index, 'image'] } }];
    });
  });
}
