import type { Version } from '../../core/check.ts';
import { asList } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { bootstrapMinors } from '../bootstrap/bootstrap.generated.ts';
import {
  bootstrapObjects,
  hasBootstrapLabel,
  isBootstrapBinding,
  isBootstrapRole,
} from '../bootstrap/built-in-objects.ts';
import { grantsAreThoseOf } from '../bootstrap/grants.ts';
import type { Rule } from '../role.ts';

/**
 * True for a rule of a role as the API server makes it, of any known version: a scan is not always told which one it looks
 * at. A built-in role that was altered is judged like any other; of the aggregated ones (`admin`, `edit`, `view`) only the
 * rules that others have added.
 */
export function isBuiltInRule({ resource, content }: Pick<Rule, 'resource' | 'content'>): boolean {
  if (!hasBootstrapLabel(resource)) return false;
  if (isUnalteredRole(resource)) return true;
  return bootstrapObjects(resource.kind, resource.name, resource.namespace)
    .filter(({ aggregationRule }) => aggregationRule !== undefined)
    .flatMap(({ rules }) => asList(rules))
    .some((rule) => grantsAreThoseOf([rule], [content]));
}

const unaltered = new WeakMap<Resource, boolean>();

/** True for a Role or ClusterRole as the API server of a known version makes it. */
export function isUnalteredRole(resource: Resource): boolean {
  let answer = unaltered.get(resource);
  if (answer === undefined) {
    answer = knownVersions.some((version) => isBootstrapRole(resource, version));
    unaltered.set(resource, answer);
  }
  return answer;
}

/** True for a binding as the API server of a known version makes it. */
export function isUnalteredBinding(resource: Resource): boolean {
  return hasBootstrapLabel(resource) && knownVersions.some((version) => isBootstrapBinding(resource, version));
}

const knownVersions: readonly Version[] = Array.from(
  { length: bootstrapMinors.to - bootstrapMinors.from + 1 },
  (_, index) => ({ major: 1, minor: bootstrapMinors.to - index }),
);
