import type { Inventory } from '../core/inventory.ts';
import { asList, asObject, asString } from '../core/json.ts';
import type { Lookup } from '../core/lookup.ts';
import { type Resource, resourceTitle } from '../core/resource.ts';
import { UnknownValueRead } from '../core/unknown-value.ts';

/** The names of the Secrets that an object makes in its namespace, by its kind. */
const PRODUCERS: ReadonlyMap<string, (resource: Resource) => unknown[]> = new Map([
  ['bitnami.com/SealedSecret', ({ content, name }) => [nameIn(specOf(content, 'template')['metadata']) ?? name]],
  ['cert-manager.io/Certificate', ({ content }) => [asObject(content['spec'])['secretName']]],
  ['external-secrets.io/ExternalSecret', ({ content, name }) => [nameIn(asObject(content['spec'])['target']) ?? name]],
  [
    'secrets-store.csi.x-k8s.io/SecretProviderClass',
    ({ content }) => asList(asObject(content['spec'])['secretObjects']).map((entry) => asObject(entry)['secretName']),
  ],
]);

/** The kinds whose objects make Secrets. */
export const secretProducers: readonly string[] = [...PRODUCERS.keys()];

interface Produced {
  readonly secrets: ReadonlySet<string>;
  readonly hidden: string | undefined;
}

const indexes = new WeakMap<Inventory, Produced>();

/** A Secret of the inventory, or one that an object of it makes: of that neither type nor keys are known. */
export type SecretLookup = Lookup<Resource> | { readonly is: 'produced' };

/** Looks a Secret up. */
export function findSecret(name: string, namespace: string, inventory: Inventory): SecretLookup {
  const lookup = inventory.find('Secret', name, namespace);
  if (lookup.is === 'found') return lookup;
  let produced = indexes.get(inventory);
  if (produced === undefined) {
    produced = producedIn(inventory);
    indexes.set(inventory, produced);
  }
  if (produced.secrets.has(`${namespace}/${name}`)) return { is: 'produced' };
  return produced.hidden === undefined ? lookup : { is: 'unknown', missing: { what: produced.hidden } };
}

function producedIn(inventory: Inventory): Produced {
  const secrets = new Set<string>();
  let hidden: string | undefined;
  for (const [kind, namesOf] of PRODUCERS) {
    for (const resource of inventory.ofKind(kind)) {
      try {
        for (const name of namesOf(resource)) secrets.add(`${resource.namespace ?? ''}/${String(name)}`);
      } catch (error) {
        if (!(error instanceof UnknownValueRead)) throw error;
        hidden = `${resourceTitle(resource)}: ${error.message}`;
      }
    }
  }
  return { secrets, hidden };
}

function specOf(content: Resource['content'], field: string): Resource['content'] {
  return asObject(asObject(content['spec'])[field]);
}

function nameIn(value: unknown): string | undefined {
  return asString(asObject(value)['name']);
}
