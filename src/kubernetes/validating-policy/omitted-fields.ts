import { isObject } from '../../core/json.ts';
import type { IsAbsent } from '../cel/json-value.ts';

/** Fields of built-in kinds that hold a mapping of names, which is left out when it is empty. */
const MAPPINGS: ReadonlySet<string> = new Set(
  'labels annotations matchLabels nodeSelector limits requests data stringData binaryData parameters'.split(' '),
);

/**
 * Whether the API server leaves a field of a built-in kind out of what it shows to policies: what is null, an empty list or
 * an empty mapping of names. Empty objects stay.
 */
export const isOmitted: IsAbsent = (value, field) => {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return MAPPINGS.has(field) && isObject(value) && Object.keys(value).length === 0;
};
