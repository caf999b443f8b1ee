import { asList, asObject, asString, type JsonObject } from '../../core/json.ts';
import { textMap } from '../resource.ts';

/** What a label must be for a selector: one of some values, present, or absent. */
interface Demand {
  readonly values: ReadonlySet<string> | undefined;
  readonly isAbsent: boolean;
}

/** Whether some labels may satisfy both of two label selectors; true unless they contradict each other on one key. */
export function canMeet(left: JsonObject, right: JsonObject): boolean {
  const demands = [...demandsOf(left), ...demandsOf(right)];
  return demands.every(([key, one]) => demands.every(([other, two]) => key !== other || agree(one, two)));
}

function demandsOf(selector: JsonObject): [string, Demand][] {
  const demands: [string, Demand][] = [...textMap(selector['matchLabels'])].map(([key, value]) => [
    key,
    { values: new Set([value]), isAbsent: false },
  ]);
  for (const entry of asList(selector['matchExpressions']).map(asObject)) {
    const key = asString(entry['key']) ?? '';
    if (entry['operator'] === 'In')
      demands.push([key, { values: new Set(asList(entry['values']).map(String)), isAbsent: false }]);
    if (entry['operator'] === 'Exists') demands.push([key, { values: undefined, isAbsent: false }]);
    if (entry['operator'] === 'DoesNotExist') demands.push([key, { values: undefined, isAbsent: true }]);
  }
  return demands;
}

function agree(left: Demand, right: Demand): boolean {
  if (left.isAbsent !== right.isAbsent) return false;
  if (left.values === undefined || right.values === undefined) return true;
  return [...left.values].some((value) => right.values?.has(value));
}
