import { asList, asObject, asString, type JsonObject } from '../core/json.ts';
import { textMap } from './resource.ts';

/**
 * Whether a LabelSelector (meta/v1) selects labels. An empty selector selects everything; an absent one nothing; one with
 * an operator that does not exist is refused by the API server and selects nothing.
 */
export function labelSelectorMatches(selector: JsonObject | undefined, labels: ReadonlyMap<string, string>): boolean {
  if (selector === undefined) return false;
  for (const [key, value] of textMap(selector['matchLabels'])) if (labels.get(key) !== value) return false;
  return asList(selector['matchExpressions']).every((entry) => requirementMatches(asObject(entry), labels));
}

function requirementMatches(requirement: JsonObject, labels: ReadonlyMap<string, string>): boolean {
  const key = asString(requirement['key']) ?? '';
  const value = labels.get(key);
  const isListed = value !== undefined && asList(requirement['values']).includes(value);
  switch (requirement['operator']) {
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
