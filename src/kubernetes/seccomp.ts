import type { JsonObject } from '../core/json.ts';

const FILTERING_TYPES: readonly unknown[] = ['RuntimeDefault', 'Localhost'];

/** True if the profile filters system calls: the type is `RuntimeDefault` or `Localhost`. */
export function isFilteringProfile(profile: JsonObject): boolean {
  return FILTERING_TYPES.includes(profile['type']);
}
