import type { Inventory } from '../core/inventory.ts';
import type { ProjectedToken } from './volume.ts';
import { mountsOf } from './volume-mount.ts';
import type { Workload } from './workload.ts';

/** The audiences of a token that the API server takes for its own, unless it was told others. */
export const defaultApiAudiences: readonly string[] = [
  'https://kubernetes.default.svc',
  'https://kubernetes.default.svc.cluster.local',
  'https://kubernetes.default',
  'kubernetes.default.svc',
];

/**
 * True if the API server mounts the token of the account into the pods: as the pod says, else as the ServiceAccount of the
 * inventory says, else by default. An account that the inventory does not hold says nothing.
 */
export function isTokenMounted(judged: Workload, inventory: Inventory): boolean {
  const own = judged.pod['automountServiceAccountToken'];
  if (typeof own === 'boolean') return own;
  const account = inventory.find('ServiceAccount', judged.serviceAccountName, judged.namespace);
  return account.is !== 'found' || account.item.content['automountServiceAccountToken'] !== false;
}

/** The tokens for the API server that a volume of the pods projects into some container, the injected one included. */
export function mountedApiTokens(judged: Workload, audiences: readonly string[]): ProjectedToken[] {
  return judged.projectedTokens.filter(
    (token) => (!token.audience || audiences.includes(token.audience)) && mountsOf(judged, token.volume).length > 0,
  );
}

/** True if code in the pods can read a token for the API server, also one that was injected before the account opted out. */
export function holdsApiToken(judged: Workload, inventory: Inventory): boolean {
  return isTokenMounted(judged, inventory) || mountedApiTokens(judged, defaultApiAudiences).length > 0;
}
