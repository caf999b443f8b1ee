import { asList, asObject } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { type EvaluatedContainer, type EvaluatedPod, textOf } from './evaluated-pod.ts';

/** The containers of a pod that add capabilities of some kind. */
export interface AddedCapabilities {
  readonly containers: readonly EvaluatedContainer[];
  /** The names as they are written, repeated ones included. */
  readonly names: readonly string[];
  /** The entries of the lists. */
  readonly locations: readonly Path[];
}

/** The capabilities that a container adds or drops, as they are written. */
export function capabilitiesOf(container: EvaluatedContainer, list: 'add' | 'drop'): string[] {
  return asList(asObject(container.securityContext['capabilities'])[list]).map(textOf);
}

/** What the containers add that is of the kind asked for. */
export function addedCapabilities(pod: EvaluatedPod, isOfKind: (name: string) => boolean): AddedCapabilities {
  const containers: EvaluatedContainer[] = [];
  const names: string[] = [];
  const locations: Path[] = [];
  for (const container of pod.containers) {
    const before = names.length;
    for (const [index, name] of capabilitiesOf(container, 'add').entries()) {
      if (!isOfKind(name)) continue;
      names.push(name);
      locations.push(container.at('securityContext', 'capabilities', 'add', index));
    }
    if (names.length > before) containers.push(container);
  }
  return { containers, names, locations };
}
