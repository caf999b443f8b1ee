import type { Inventory } from '../core/inventory.ts';
import { asObject, asString } from '../core/json.ts';
import { clusterScopedKinds } from './kind.ts';
import { DEFINITION_KIND } from './schema/custom-schema-index.ts';

/** Verbs that are asked for in a namespace, whatever the scope of the resource: of policies and of roles to bind. */
const ASKED_IN_NAMESPACES: ReadonlySet<string> = new Set(['use', 'bind', 'escalate']);

const resources: ReadonlySet<string> = new Set(
  [...clusterScopedKinds].map((kind) => {
    const slash = kind.indexOf('/');
    return `${kind.slice(0, Math.max(slash, 0))}/${pluralOf(kind.slice(slash + 1).toLowerCase())}`;
  }),
);

/** The names of those of Kubernetes itself, which a rule for every group means too. */
const ownNames: ReadonlySet<string> = new Set(
  [...resources].map((key) => key.split('/')).flatMap(([group = '', name = '']) => (isOwnGroup(group) ? [name] : [])),
);

/** Verbs on namespaces that name none of them: all others are asked for in the namespace of that name. */
const OF_ALL_NAMESPACES: readonly string[] = ['create', 'deletecollection', 'list', 'watch'];

/**
 * True if a role of a namespace cannot grant the verbs on a resource of an API group, or not all of them, since its objects
 * lie in no namespace. A namespace is itself asked for in the namespace of its name. Resources that are not known pass.
 */
export function isBeyondNamespaces(
  group: string,
  resource: string,
  verbs: readonly string[],
  inventory: Inventory,
): boolean {
  const [name = ''] = resource.split('/');
  const key = `${group}/${name}`;
  const isClusterScoped = group === '*' ? ownNames.has(name) : resources.has(key) || definedIn(inventory).has(key);
  if (!isClusterScoped) return false;
  if (name === 'namespaces') return verbsOfAllNamespaces(verbs).length > 0;
  return !verbs.some((verb) => ASKED_IN_NAMESPACES.has(verb));
}

/** Of the verbs of a rule those that a role of a namespace cannot grant on namespaces, each once. */
export function verbsOfAllNamespaces(verbs: readonly string[]): readonly string[] {
  return verbs.includes('*') ? OF_ALL_NAMESPACES : OF_ALL_NAMESPACES.filter((verb) => verbs.includes(verb));
}

const definitions = new WeakMap<Inventory, ReadonlySet<string>>();

/** The cluster-scoped resources that CustomResourceDefinitions of an inventory define. */
function definedIn(inventory: Inventory): ReadonlySet<string> {
  const known = definitions.get(inventory) ?? readDefinitions(inventory);
  definitions.set(inventory, known);
  return known;
}

function readDefinitions(inventory: Inventory): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { content } of inventory.select(DEFINITION_KIND).items) {
    const { scope, group, names } = asObject(content['spec']);
    const plural = asString(asObject(names)['plural']) ?? '';
    if (scope === 'Cluster') found.add(`${asString(group) ?? ''}/${plural}`);
  }
  return found;
}

function isOwnGroup(group: string): boolean {
  return group === '' || group.endsWith('.k8s.io');
}

function pluralOf(kind: string): string {
  if (kind.endsWith('y')) return `${kind.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(kind) && !kind.endsWith('constraints') ? `${kind}es` : kind.replace(/s?$/, 's');
}
