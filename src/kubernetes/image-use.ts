import { asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import type { JudgedPart, Part } from '../core/subject.ts';
import type { Workload } from './workload.ts';

/** An image that a workload names: a container's, or an image volume's. */
export interface ImageUse extends JudgedPart {
  /** The reference as written. */
  readonly reference: string;
  readonly isEphemeral: boolean;
  /** The field that holds the reference. */
  readonly field: Place;
}

/** Every image of a workload, judged by itself. A container without an image names none. */
export const imageUse: Part<Workload, ImageUse> = {
  name: 'image',
  *enumerate(workload) {
    for (const container of workload.containers) {
      if (container.image === undefined) continue;
      const { part, anchor, image } = container;
      yield {
        part,
        anchor,
        reference: image,
        isEphemeral: container.role === 'ephemeral',
        field: container.at('image'),
      };
    }
    for (const volume of workload.volumes) {
      const reference = asString(asObject(volume.content['image'])['reference']);
      if (reference === undefined) continue;
      const part = `volume "${volume.name}"`;
      yield { part, anchor: volume.at(), reference, isEphemeral: false, field: volume.at('image', 'reference') };
    }
  },
};
