import type { Origin } from '../core/resource.ts';
import type { Subject } from '../core/subject.ts';

const nowhere: Origin = { file: '', document: 0, locate: () => [] };

/** True if objects of the kind are judged as this subject. */
export function coversKind(subject: Subject, kind: string): boolean {
  return subject.covers({ kind, name: '', namespace: undefined, content: {}, origin: nowhere });
}
