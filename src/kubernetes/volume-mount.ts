import { asList, asObject, asString } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Place } from '../core/resource.ts';
import type { Container } from './container.ts';
import type { Workload } from './workload.ts';

/** A place in a container's file system at which a volume appears. */
export interface VolumeMount {
  /** The name of the volume. */
  readonly volume: string;
  readonly container: Container;
  readonly isReadOnly: boolean;
  at(...path: Path): Place;
}

/** Every mount of a volume, in containers of every role. */
export function mountsOf(workload: Workload, volume: string): VolumeMount[] {
  return workload.containers.flatMap(volumeMountsOf).filter((mount) => mount.volume === volume);
}

/** The mounts of a container. */
export function volumeMountsOf(container: Container): VolumeMount[] {
  return asList(container.content['volumeMounts']).map((entry, index) => {
    const content = asObject(entry);
    return {
      volume: asString(content['name']) ?? '',
      container,
      isReadOnly: content['readOnly'] === true,
      at: (...rest) => container.at('volumeMounts', index, ...rest),
    };
  });
}
