import type { Inventory } from '../core/inventory.ts';
import { asObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import { workloadKinds } from './pod-template.ts';
import { textMap } from './resource.ts';
import { workloadsOf } from './workload.ts';

/** Kinds of objects by which credentials come from a store outside the cluster. */
export const secretStoreKinds: readonly string[] = [
  'external-secrets.io/ExternalSecret',
  'external-secrets.io/ClusterExternalSecret',
  'secrets-store.csi.x-k8s.io/SecretProviderClass',
  'secrets.hashicorp.com/VaultStaticSecret',
  'secrets.hashicorp.com/VaultDynamicSecret',
  'secrets.hashicorp.com/VaultAuth',
  'onepassword.com/OnePasswordItem',
  'secrets.infisical.com/InfisicalSecret',
];

const VAULT_INJECT = 'vault.hashicorp.com/agent-inject';

/** Whether a cluster takes credentials from an outside store, or what is missing to tell that it does not. */
export function usesSecretStore(inventory: Inventory): { readonly is: boolean; readonly missing: Missing | undefined } {
  const stores = secretStoreKinds.map((kind) => inventory.select(kind));
  const workloads = workloadKinds.map((kind) => inventory.select(kind));
  const is =
    stores.some(({ items }) => items.length > 0) ||
    workloads.some(({ items }) =>
      items.some((resource) =>
        workloadsOf(resource, inventory).some(
          ({ podMetadata }) => textMap(asObject(podMetadata)['annotations']).get(VAULT_INJECT) === 'true',
        ),
      ),
    );
  const missing = [...stores, ...workloads].map((selection) => selection.missing).find((what) => what !== undefined);
  return { is, missing };
}
