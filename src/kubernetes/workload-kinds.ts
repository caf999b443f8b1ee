import { ofKinds, type Subject, where } from '../core/subject.ts';
import { type Workload, workload } from './workload.ts';

const subjects = new Map<string, Subject<Workload>>();

/** The workloads of some kinds (`apps/Deployment`) and no other; the same subject for the same kinds. */
export function workloadsOnly(...kinds: readonly string[]): Subject<Workload> {
  return remembered(`only ${kinds.toSorted().join(', ')}`, () => ofKinds(workload, new Set(kinds)));
}

/** Every workload but those of some kinds, custom resources included; the same subject for the same kinds. */
export function workloadsExcept(...kinds: readonly string[]): Subject<Workload> {
  return remembered(`except ${kinds.toSorted().join(', ')}`, () =>
    where(workload, ({ kind }) => !kinds.includes(kind)),
  );
}

function remembered(key: string, make: () => Subject<Workload>): Subject<Workload> {
  const made = subjects.get(key) ?? make();
  subjects.set(key, made);
  return made;
}
