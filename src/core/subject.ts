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
  /** Kinds of other objects that the views show, so that every check of the subject reads them. */
  readonly shows?: readonly string[];
  /** Set if these are the views of another subject that it covers the resources of: who judges that one judges this one too. */
  readonly within?: Subject<View>;
  /** Set if it covers the resources of these kinds, and whether it does hangs on nothing else. */
  readonly kinds?: ReadonlySet<string>;
}

/** The part of a subject that lies in the resources of some kinds. */
export function ofKinds<View extends Judged>(subject: Subject<View>, kinds: ReadonlySet<string>): Subject<View> {
  return { ...where(subject, ({ kind }) => kinds.has(kind)), kinds };
}

/** The part of a subject that lies in the resources that a rule wants. */
export function where<View extends Judged>(
  subject: Subject<View>,
  isWanted: (resource: Resource) => boolean,
): Subject<View> {
  return {
    name: subject.name,
    covers: (resource) => isWanted(resource) && subject.covers(resource),
    *enumerate(inventory) {
      for (const view of subject.enumerate(inventory)) if (isWanted(view.anchor.resource)) yield view;
    },
    ...(subject.shows !== undefined && { shows: subject.shows }),
    within: widestOf(subject),
  };
}

/** The subject whose views are those of a subject: itself, or that which it is a part of. */
export function widestOf<View extends Judged>(subject: Subject<View>): Subject<View> {
  return subject.within ?? subject;
}

/** A piece of a subject that is judged by itself: a container of a workload, a rule of a role. */
export interface Part<View extends Judged = Judged, PartView extends JudgedPart = JudgedPart> {
  readonly name: string;
  enumerate(view: View): Iterable<PartView>;
}
