import type { Check } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import type { Dependencies } from '../../core/judgement-memory.ts';
import { type Resource, resourceIdentity } from '../../core/resource.ts';
import { UnknownValueRead } from '../../core/unknown-value.ts';
import { controllingOwner } from '../../kubernetes/ownership.ts';
import { workloadKinds } from '../../kubernetes/pod-template.ts';
import { workload } from '../../kubernetes/workload.ts';

/** Subjects whose views show their own resource and nothing else; a namespace shows its workloads, the cluster all. */
const SELF_CONTAINED = new Set(['workload', 'object', 'role', 'binding']);

/** What outcomes rest on: the kinds in `reads`, which the check tester holds every check to. */
export const checkDependencies: Dependencies = {
  reads: (check, resource) =>
    check.reads.includes(resource.kind) || (readsEveryWorkload(check) && workload.covers(resource)),
  isSelfContained: ({ name }) => SELF_CONTAINED.has(name),
  shownOfOthers: ['pods', 'references', 'findNamed', 'selectNamed'],
  linkOf: ownerText,
};

/** Custom resources hold pods too: who reads every built-in kind of workload looks at those as well. */
function readsEveryWorkload(check: Check): boolean {
  return workloadKinds.every((kind) => check.reads.includes(kind));
}

/** Views of workloads show the owner, which may be of any kind. */
function ownerText(resource: Resource, inventory: Inventory): string {
  try {
    const owner = controllingOwner(resource, inventory);
    return owner === undefined ? '' : resourceIdentity(owner);
  } catch (error) {
    // Who asks for the owner then learns nothing either way.
    if (error instanceof UnknownValueRead) return '';
    throw error;
  }
}
