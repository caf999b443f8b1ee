import type { Check } from '../../core/check.ts';
import type { Dependencies } from '../../core/judgement-memory.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { workload } from '../../kubernetes/workload.ts';

/** Subjects whose views show their own resource and nothing else; a namespace shows its workloads, the cluster all. */
const SELF_CONTAINED = new Set(['workload', 'object', 'role', 'binding']);

/** What outcomes rest on: the kinds in `reads`, which the check tester holds every check to. */
export const checkDependencies: Dependencies = {
  reads: (check, resource) =>
    check.reads.includes(resource.kind) || (readsEveryWorkload(check) && workload.covers(resource)),
  isSelfContained: ({ name }) => SELF_CONTAINED.has(name),
};

/** Custom resources hold pods too: who reads every built-in kind of workload looks at those as well. */
function readsEveryWorkload(check: Check): boolean {
  return workloadKinds.every((kind) => check.reads.includes(kind));
}
