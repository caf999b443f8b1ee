import { isObject, type JsonObject, ownValue } from '../../core/json.ts';
import { UnknownValueRead } from '../../core/unknown-value.ts';
import { CelUnknown } from './fault.ts';
import type { CelMap, CelValue } from './value.ts';

/**
 * A value of a document as CEL sees it. Whole numbers are ints. What is null counts as absent, as the API server keeps no
 * such field. Reading an unknown value throws CelUnknown.
 */
export function fromJson(value: unknown): CelValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return { is: 'list', length: items.length, at: (index) => fromJson(read(() => items[index])) };
  }
  if (isObject(value)) return jsonMap(value);
  throw new CelUnknown('a value that no document holds');
}

/** A mapping of a document as CEL sees it. */
export function jsonMap(object: JsonObject): CelMap {
  return {
    is: 'map',
    keys() {
      return Object.keys(object).filter((key) => isPresent(() => object[key]));
    },
    get(key) {
      if (typeof key !== 'string') return undefined;
      const value = read(() => ownValue(object, key));
      return value === undefined || value === null ? undefined : fromJson(value);
    },
  };
}

/** A value that is not known is there, whatever it is. */
function isPresent(get: () => unknown): boolean {
  try {
    const value = get();
    return value !== undefined && value !== null;
  } catch (error) {
    if (error instanceof UnknownValueRead) return true;
    throw error;
  }
}

function read(get: () => unknown): unknown {
  try {
    return get();
  } catch (error) {
    if (error instanceof UnknownValueRead) throw new CelUnknown(error.message);
    throw error;
  }
}
