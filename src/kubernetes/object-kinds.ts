import { type Subject, where } from '../core/subject.ts';
import { anyObject, type KubernetesObject } from './object.ts';
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
  return where(anyObject, (resource) => kinds.has(resource.kind) || templatePathsOf(resource).length > 0);
}
