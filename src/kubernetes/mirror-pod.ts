import { asObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';

/** True for the image, in the API, of a static pod that a kubelet runs from a file of its node. */
export function isMirrorPod(resource: Resource): boolean {
  const annotations = asObject(asObject(resource.content['metadata'])['annotations']);
  return resource.kind === 'Pod' && (annotations['kubernetes.io/config.mirror'] ?? undefined) !== undefined;
}
