import { asList, asObject, type JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { isAmountSet } from './resource-amount.ts';

/** What a LimitRange gives to containers that say nothing: limits (`default`) and requests. */
export const limitRangeFields = ['default', 'defaultRequest'] as const;

/** Names of resources by the field that gives them. */
export type ContainerDefaults = Readonly<Record<(typeof limitRangeFields)[number], ReadonlySet<string>>>;

/**
 * The resources of which a LimitRange gives each container an amount. The API server makes a maximum the default limit, and a
 * default limit or a minimum the default request.
 */
export function containerDefaultsOf({ content }: Resource): ContainerDefaults {
  const names = { default: new Set<string>(), defaultRequest: new Set<string>() };
  for (const entry of asList(asObject(content['spec'])['limits'])) {
    const item = asObject(entry);
    if (item['type'] !== 'Container') continue;
    const limits = { ...asObject(item['max']), ...asObject(item['default']) };
    const requests = { ...asObject(item['min']), ...limits, ...asObject(item['defaultRequest']) };
    addNames(limits, names.default);
    addNames(requests, names.defaultRequest);
  }
  return names;
}

function addNames(amounts: JsonObject, names: Set<string>): void {
  for (const [name, amount] of Object.entries(amounts)) if (isAmountSet(amount)) names.add(name);
}

/** True if the LimitRanges together give each container a limit and a request of CPU and memory. */
export function providesContainerDefaults(limitRanges: readonly Resource[]): boolean {
  const given = limitRanges.map(containerDefaultsOf);
  return limitRangeFields.every((field) =>
    ['cpu', 'memory'].every((name) => given.some((defaults) => defaults[field].has(name))),
  );
}
