import type { Inventory } from '../core/inventory.ts';
import type { Path } from '../core/path.ts';
import type { Place, Resource } from '../core/resource.ts';
import type { Judged, Subject, SubjectReference } from '../core/subject.ts';
import { controllingOwner } from './ownership.ts';
import { templatePathsOf } from './pod-template.ts';

/** An object of any kind with all its fields. Facts in a pod template are named as in the pods that are made of it. */
export interface WholeObject extends Judged {
  readonly resource: Resource;
  /** Where it keeps its pod templates; none for most kinds. */
  readonly templates: readonly Path[];
}

export const wholeObject: Subject<WholeObject> = {
  name: 'object',
  covers: () => true,
  *enumerate(inventory) {
    for (const resource of inventory.resources) yield new WholeObjectView(resource, inventory);
  },
};

/** A class, as a scan makes many: the members of a literal would be made anew for each object. */
class WholeObjectView implements WholeObject {
  readonly resource: Resource;
  readonly anchor: Place;
  readonly templates: readonly Path[];
  private readonly inventory: Inventory;

  constructor(resource: Resource, inventory: Inventory) {
    this.resource = resource;
    this.anchor = { resource, path: [] };
    this.templates = templatePathsOf(resource);
    this.inventory = inventory;
  }

  get reference(): SubjectReference {
    return this.resource;
  }

  /** Several templates would share their names. */
  get factRoot(): Path {
    return this.templates.length === 1 ? (this.templates[0] ?? []) : [];
  }

  get owner(): SubjectReference | undefined {
    return controllingOwner(this.resource, this.inventory);
  }
}
