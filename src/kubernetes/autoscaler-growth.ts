import type { Context } from '../core/check.ts';
import { asNumber, asObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import type { Resource } from '../core/resource.ts';
import type { Amounts } from './cluster-capacity.ts';
import { podRequest } from './pod-requests.ts';
import { replicasOf } from './replicas.ts';
import { scaledWorkload } from './scaled-workload.ts';

/** What an autoscaler may still ask for, or what is missing to tell. */
export type Growth =
  | { readonly is: 'known'; readonly amounts: Amounts }
  | { readonly is: 'unknown'; readonly missing: Missing };

/** What the pods request that a HorizontalPodAutoscaler adds on its way from the current to the most replicas. */
export function autoscalerGrowth(autoscaler: Resource, context: Pick<Context, 'inventory' | 'targetVersion'>): Growth {
  const target = scaledWorkload(autoscaler, context.inventory);
  if (target.is === 'unknown') return target;
  if (target.is === 'absent') return { is: 'unknown', missing: { what: 'what the autoscaler scales does not exist' } };
  const [cpu, memory] = [podRequest(target.item, 'cpu', context), podRequest(target.item, 'memory', context)];
  if (cpu === 0n && memory === 0n) {
    return { is: 'unknown', missing: { what: 'the pods that the autoscaler adds request nothing' } };
  }
  const pods = BigInt(
    Math.max(0, Math.trunc(mostReplicas(autoscaler) - currentReplicas(autoscaler, target.item.resource))),
  );
  return { is: 'known', amounts: { cpu: cpu * pods, memory: memory * pods } };
}

function mostReplicas({ content }: Resource): number {
  return asNumber(asObject(content['spec'])['maxReplicas']) ?? 0;
}

/** As the autoscaler counted them last, else as the target asks for them. */
function currentReplicas({ content }: Resource, target: Resource): number {
  return asNumber(asObject(content['status'])['currentReplicas']) ?? replicasOf(target) ?? 1;
}
