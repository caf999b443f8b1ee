import type { Subject } from '../core/subject.ts';
import { type KubernetesObject, objectView } from './object.ts';
import { templatePathsOf } from './pod-template.ts';

const subjects = new Map<string, Subject<KubernetesObject>>();

/** Every pod-bearing object and every object of some kinds, as they are; the same subject for the same kinds. */
export function workloadObjectsAnd(...kinds: readonly string[]): Subject<KubernetesObject> {
  const key = kinds.toSorted().join(', ');
  const made = subjects.get(key) ?? subjectOf(new Set(kinds));
  subjects.set(key, made);
  return made;
}

function subjectOf(kinds: ReadonlySet<string>): Subject<KubernetesObject> {
  const subject: Subject<KubernetesObject> = {
    name: 'object',
    covers: (resource) => kinds.has(resource.kind) || templatePathsOf(resource).length > 0,
    *enumerate(inventory) {
      for (const resource of inventory.resources) if (subject.covers(resource)) yield objectView(resource, inventory);
    },
  };
  return subject;
}
