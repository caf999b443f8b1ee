import { isObject, type JsonObject } from '../core/json.ts';
import { findFormatCredentials } from '../text/credential/find-credentials.ts';
import { findInField } from '../text/credential/find-in-field.ts';
import { hasQuery, isPlainKey } from './find-in-fields.ts';
import { lastApplied } from './secret-data.ts';

/** The reader of manifests allows no more levels. */
const DEEPEST = 110;

/**
 * False if an object whose fields a schema describes certainly holds no credential that `findInFields` would find, the values
 * of its fields `leftOut` aside. True may also mean that it was not looked at closely. Nearly every object holds none, and this
 * is the quickest way to know: it keeps no account of where it is.
 */
export function mayHoldCredential(object: JsonObject, leftOut: ReadonlySet<string | number>): boolean {
  for (const key in object) {
    const value = object[key];
    if (leftOut.has(key) && isObject(value) ? !hasPlainKeys(value) : isSuspect(key, value, 1)) return true;
  }
  return false;
}

function hasPlainKeys(mapping: JsonObject): boolean {
  for (const key in mapping) if (!isPlainKey(key)) return false;
  return true;
}

function isSuspect(key: string, value: unknown, depth: number): boolean {
  if (!isPlainKey(key)) return true;
  const isText = typeof value === 'string';
  if (!isText && !isCollection(value)) return false;
  if (key === 'annotations' || key === 'labels') return !isObject(value) || holdsNamed(value);
  if (isText) return key === lastApplied || hasQuery(key, value) || findFormatCredentials(value).length > 0;
  return key === 'httpHeaders' || holdsSuspect(value, depth + 1);
}

function holdsSuspect(value: object, depth: number): boolean {
  if (depth > DEEPEST) return true;
  if (!isObject(value)) return Array.isArray(value) && listHoldsSuspect(value, depth);
  for (const key in value) if (isSuspect(key, value[key], depth)) return true;
  return false;
}

function listHoldsSuspect(list: readonly unknown[], depth: number): boolean {
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    if (
      typeof item === 'string'
        ? findFormatCredentials(item).length > 0
        : isCollection(item) && holdsSuspect(item, depth + 1)
    )
      return true;
  }
  return false;
}

/** Whether a mapping of texts, whose names tell something, holds a credential or anything but texts. */
function holdsNamed(mapping: JsonObject): boolean {
  for (const key in mapping) {
    const value = mapping[key];
    // Beside a name, `value` is of that name.
    if (!isPlainKey(key) || key === lastApplied || key === 'value' || isCollection(value)) return true;
    if (typeof value !== 'string') continue;
    if (findInField(value, key).length > 0) return true;
  }
  return false;
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
