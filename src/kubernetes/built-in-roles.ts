import { asList, asObject, asString } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { bootstrapObjects, hasBootstrapLabel } from './bootstrap/built-in-objects.ts';

const known = new WeakMap<Resource, boolean>();

/**
 * True for a role that every cluster has, unless it was given a wildcard that no known version gives it. Other differences
 * do not matter: clusters older than the known versions, and those with other feature gates, have them too.
 */
export function isBuiltInRole(resource: Resource): boolean {
  let answer = known.get(resource);
  if (answer === undefined) {
    // Asked again by every rule.
    answer = hasBootstrapLabel(resource) && hasOnlyShippedWildcards(resource);
    known.set(resource, answer);
  }
  return answer;
}

function hasOnlyShippedWildcards(resource: Resource): boolean {
  const wildcards = asList(resource.content['rules'])
    .map(ruleKey)
    .filter((key) => key.includes('*'));
  if (wildcards.length === 0) return true;
  const { kind, name, namespace } = resource;
  const shipped = bootstrapObjects(kind, name, namespace).flatMap((content) => asList(content['rules']));
  const keys = new Set(shipped.map(ruleKey));
  return wildcards.every((key) => keys.has(key));
}

function ruleKey(value: unknown): string {
  const rule = asObject(value);
  return ['verbs', 'apiGroups', 'resources', 'nonResourceURLs']
    .map((field) =>
      asList(rule[field])
        .map((entry) => asString(entry) ?? '')
        .toSorted()
        .join(','),
    )
    .join('|');
}
