import type { Inventory } from './inventory.ts';
import type { Path } from './path.ts';
import type { Place, Resource } from './resource.ts';

/** What names a subject in reports, exceptions and fingerprints. */
export interface SubjectReference {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** What every view of a subject carries. Domains extend it with what checks ask. */
export interface Judged {
  readonly reference: SubjectReference;
  /** The resource itself, or the reference that implies the subject. */
  readonly anchor: Place;
  /** The path below which facts are named, so that a pod and its template share them. Undefined: the object's root. */
  readonly factRoot?: Path;
  /** The object that made this one, if the inventory holds it. */
  readonly owner?: SubjectReference | undefined;
}

/** What every view of a part carries. */
export interface JudgedPart {
  /** How reports name the part: `container "api"`. */
  readonly part: string;
  readonly anchor: Place;
}

/** What a check judges. The engine knows no Kubernetes: domains bring their subjects. */
export interface Subject<View extends Judged = Judged> {
  readonly name: string;
  /** True if the resource is judged as this subject; what no subject covers is counted as not judged. */
  covers(resource: Resource): boolean;
  enumerate(inventory: Inventory): Iterable<View>;
}

/** A piece of a subject that is judged by itself: a container of a workload, a rule of a role. */
export interface Part<View extends Judged = Judged, PartView extends JudgedPart = JudgedPart> {
  readonly name: string;
  enumerate(view: View): Iterable<PartView>;
}
