import type { Version } from '../../core/check.ts';
import { asList, type JsonObject } from '../../core/json.ts';
import type { Resource } from '../../core/resource.ts';
import { bootstrapMinors } from '../bootstrap/bootstrap.generated.ts';
import { bootstrapObjects, hasBootstrapLabel, isBootstrapBinding } from '../bootstrap/built-in-objects.ts';
import { grantsAreAmongThoseOf } from '../bootstrap/grants.ts';
import type { Rule } from '../role.ts';

/**
 * True for a rule of a role as the API server makes it, of any known version: a scan is not always told which one it looks
 * at. A built-in role that was given more is judged like any other; of the aggregated ones (`admin`, `edit`, `view`) only the
 * rules that others have added. One that grants less, as older versions and other feature gates have it, is built in.
 */
export function isBuiltInRule({ resource, content }: Pick<Rule, 'resource' | 'content'>): boolean {
  if (!hasBootstrapLabel(resource)) return false;
  return isRoleGivenNoMore(resource) || isAggregatedRule(resource, content);
}

const roles = new WeakMap<Resource, boolean>();

function isRoleGivenNoMore(resource: Resource): boolean {
  let answer = roles.get(resource);
  if (answer === undefined) {
    const rules = asList(resource.content['rules']);
    answer = shippedAs(resource).some((shipped) => grantsAreAmongThoseOf(asList(shipped['rules']), rules));
    roles.set(resource, answer);
  }
  return answer;
}

const rulesOfAggregated = new WeakMap<JsonObject, boolean>();

function isAggregatedRule(resource: Resource, rule: JsonObject): boolean {
  let answer = rulesOfAggregated.get(rule);
  if (answer === undefined) {
    answer = shippedAs(resource)
      .filter(({ aggregationRule }) => aggregationRule !== undefined)
      .some(({ rules }) => grantsAreAmongThoseOf(asList(rules), [rule]));
    rulesOfAggregated.set(rule, answer);
  }
  return answer;
}

function shippedAs({ kind, name, namespace }: Resource): readonly JsonObject[] {
  return bootstrapObjects(kind, name, namespace);
}

/** True for a binding as the API server of a known version makes it. */
export function isUnalteredBinding(resource: Resource): boolean {
  return hasBootstrapLabel(resource) && knownVersions.some((version) => isBootstrapBinding(resource, version));
}

const knownVersions: readonly Version[] = Array.from(
  { length: bootstrapMinors.to - bootstrapMinors.from + 1 },
  (_, index) => ({ major: 1, minor: bootstrapMinors.to - index }),
);
