import { asList, asObject, type JsonObject } from '../../core/json.ts';
import { textOf } from './evaluated-pod.ts';

/**
 * True if the API server holds an updated pod to its policy again: if the number or an image of its containers or init
 * containers changed, or if an ephemeral container is new or has another image. All else, labels included, passes.
 */
export function isSignificantUpdate(pod: JsonObject, oldPod: JsonObject): boolean {
  const spec = asObject(pod['spec']);
  const oldSpec = asObject(oldPod['spec']);
  if (hasOtherImages(spec['containers'], oldSpec['containers'])) return true;
  if (hasOtherImages(spec['initContainers'], oldSpec['initContainers'])) return true;
  const oldImages = new Map<string, string>();
  for (const container of containersIn(oldSpec['ephemeralContainers'])) {
    if (!oldImages.has(container.name)) oldImages.set(container.name, container.image);
  }
  return containersIn(spec['ephemeralContainers']).some(({ name, image }) => oldImages.get(name) !== image);
}

function hasOtherImages(containers: unknown, oldContainers: unknown): boolean {
  const now = containersIn(containers);
  const before = containersIn(oldContainers);
  return now.length !== before.length || now.some(({ image }, index) => image !== before[index]?.image);
}

function containersIn(list: unknown): { name: string; image: string }[] {
  return asList(list).map((entry) => {
    const { name, image } = asObject(entry);
    return { name: textOf(name), image: textOf(image) };
  });
}
