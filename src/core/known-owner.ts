import type { Judged, SubjectReference } from './subject.ts';
import { UnknownValueRead } from './unknown-value.ts';

/** The owner of a subject; none where an unknown value stands in its way. */
export function knownOwner(view: Judged): SubjectReference | undefined {
  try {
    return view.owner;
  } catch (error) {
    if (error instanceof UnknownValueRead) return undefined;
    throw error;
  }
}
