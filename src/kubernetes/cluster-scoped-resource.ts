import { clusterScopedKinds } from './kind.ts';

/** Verbs that are asked for in a namespace, whatever the scope of the resource: of policies and of roles to bind. */
const ASKED_IN_NAMESPACES: ReadonlySet<string> = new Set(['use', 'bind', 'escalate']);

const resources: ReadonlySet<string> = new Set(
  [...clusterScopedKinds].map((kind) => {
    const slash = kind.indexOf('/');
    return `${kind.slice(0, Math.max(slash, 0))}/${pluralOf(kind.slice(slash + 1).toLowerCase())}`;
  }),
);

/**
 * True if a role of a namespace cannot grant the verbs on a resource of an API group, since its objects lie in no namespace.
 * A namespace is itself asked for in the namespace of its name. Resources that are not known pass.
 */
export function isBeyondNamespaces(group: string, resource: string, verbs: readonly string[]): boolean {
  const [name = ''] = resource.split('/');
  if (name === 'namespaces' || !resources.has(`${group}/${name}`)) return false;
  return !verbs.some((verb) => ASKED_IN_NAMESPACES.has(verb));
}

function pluralOf(kind: string): string {
  if (kind.endsWith('y')) return `${kind.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(kind) && !kind.endsWith('constraints') ? `${kind}es` : kind.replace(/s?$/, 's');
}
