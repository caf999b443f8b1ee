import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, isObject } from '../../core/json.ts';
import { known, type Truth, unknown, yes } from '../../core/truth.ts';
import { workloadKinds } from '../pod-template.ts';
import { type Workload, workload } from '../workload.ts';
import type { KubernetesVulnerability } from './kubernetes.ts';

/** What some faults need to be of use to an attacker. */
export type Feature = NonNullable<KubernetesVulnerability['needs']>;

const API_SERVICE = 'apiregistration.k8s.io/APIService';

/** The kinds that show whether a feature is used. */
export const featureKinds: readonly string[] = [API_SERVICE, ...workloadKinds];

const answers = new WeakMap<Inventory, Map<Feature, Truth>>();

/** Whether anything of an inventory uses a feature; unknown with what must be assumed. Answered once for each inventory. */
export function featureUse(feature: Feature, inventory: Inventory): Truth {
  const given = answers.get(inventory) ?? new Map<Feature, Truth>();
  answers.set(inventory, given);
  const answer = given.get(feature) ?? lookFor(feature, inventory);
  given.set(feature, answer);
  return answer;
}

function lookFor(feature: Feature, inventory: Inventory): Truth {
  if (feature === 'aggregated-api') return aggregatedApi(inventory);
  if (feature === 'sub-path') return someWorkload(inventory, usesSubPath, 'a pod mounts with subPath');
  return someWorkload(inventory, usesGitRepo, 'a pod has a gitRepo volume');
}

function aggregatedApi(inventory: Inventory): Truth {
  const { items, missing } = inventory.select(API_SERVICE);
  if (items.some(({ content }) => isObject(asObject(content['spec'])['service']))) return yes;
  return missing === undefined ? known(false) : unknown('an aggregated API is registered');
}

function someWorkload(inventory: Inventory, uses: (view: Workload) => boolean, assumption: string): Truth {
  for (const view of workload.enumerate(inventory)) if (uses(view)) return yes;
  const isWhole = workloadKinds.every((kind) => inventory.select(kind).missing === undefined);
  return isWhole ? known(false) : unknown(assumption);
}

function usesSubPath({ containers }: Workload): boolean {
  return containers.some(({ content }) =>
    asList(content['volumeMounts']).some((mount) => Boolean(asObject(mount)['subPath'])),
  );
}

function usesGitRepo({ volumes }: Workload): boolean {
  return volumes.some(({ content }) => isObject(content['gitRepo']));
}
