import { asList, asObject, isObject, type JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';

/** The names by which a quota bounds the requests of all pods together. */
const NAMES = [
  ['cpu', 'requests.cpu'],
  ['memory', 'requests.memory'],
] as const;

/** True if the ResourceQuotas together bound the CPU and the memory that pods may request. One with scopes leaves pods free. */
export function boundsCompute(quotas: readonly Resource[]): boolean {
  const hard = quotas
    .map(({ content }) => asObject(content['spec']))
    .filter(boundsEveryPod)
    .map((spec) => asObject(spec['hard']));
  return NAMES.every((names) => hard.some((amounts) => names.some((name) => (amounts[name] ?? null) !== null)));
}

function boundsEveryPod(spec: JsonObject): boolean {
  return asList(spec['scopes']).length === 0 && !isObject(spec['scopeSelector']);
}
