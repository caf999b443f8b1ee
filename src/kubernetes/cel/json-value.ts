import { isObject, type JsonObject, ownValue } from '../../core/json.ts';
import { UnknownValueRead } from '../../core/unknown-value.ts';
import { CelUnknown } from './fault.ts';
import type { CelMap, CelValue } from './value.ts';

/** Whether a field with a value counts as absent. */
export type IsAbsent = (value: unknown, field: string) => boolean;

/** The API server keeps no field that is null. */
const isNull: IsAbsent = (value) => value === undefined || value === null;

/**
 * A value of a document as CEL sees it. Whole numbers are ints. Reading an unknown value throws CelUnknown; a field that is
 * not known is there, whatever it is.
 */
export function fromJson(value: unknown, isAbsent = isNull): CelValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string' || typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return {
      is: 'list',
      length: items.length,
      at: (index) =>
        fromJson(
          read(() => items[index]),
          isAbsent,
        ),
    };
  }
  if (isObject(value)) return jsonMap(value, isAbsent);
  throw new CelUnknown('a value that no document holds');
}

/** A mapping of a document as CEL sees it. */
export function jsonMap(object: JsonObject, isAbsent = isNull): CelMap {
  return {
    is: 'map',
    keys() {
      return Object.keys(object).filter((key) => isPresent(object, key, isAbsent));
    },
    get(key) {
      if (typeof key !== 'string') return undefined;
      const value = read(() => ownValue(object, key));
      return isAbsent(value, key) ? undefined : fromJson(value, isAbsent);
    },
  };
}

function isPresent(object: JsonObject, key: string, isAbsent: IsAbsent): boolean {
  try {
    return !isAbsent(object[key], key);
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
