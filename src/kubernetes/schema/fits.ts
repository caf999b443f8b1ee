import { isObject, type JsonObject } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { isScalarOf } from './decode.ts';
import type { ObjectSchema, Schema } from './schema.ts';

/**
 * True if an object of a built-in kind certainly fits its schema: neither `decodeStrictly` nor `checkRequiredFields` would
 * find anything. False may also mean that it was not looked at closely. Nearly every object fits, and this is the quickest
 * way to know: it keeps no account of where it is.
 */
export function fitsSchema(object: JsonObject, schema: ObjectSchema): boolean {
  // What the server does with a status is none of these rules.
  return object['status'] === undefined && fitsObject(object, schema);
}

function fits(value: unknown, schema: Schema): boolean {
  if (value === null || value === undefined || value instanceof UnknownValue) return true;
  switch (schema.is) {
    case 'any':
      return true;
    case 'object':
      return isObject(value) && fitsObject(value, schema);
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(item, schema.items));
    case 'map':
      if (!isObject(value)) return false;
      for (const key in value) if (!fits(value[key], schema.values)) return false;
      return true;
    case 'string':
      return (
        typeof value === 'string' && (schema.values === undefined || value === '' || schema.values.includes(value))
      );
    default:
      return isScalarOf(value, schema);
  }
}

function fitsObject(object: JsonObject, schema: ObjectSchema): boolean {
  if (schema.name === '') return schema.keepsUnknown;
  const known = schema.fields();
  for (const key in object) {
    const field = known.get(key);
    if (field === undefined || !fits(object[key], field.schema)) return false;
  }
  for (const name of requiredOf(schema)) if ((object[name] ?? null) === null) return false;
  return true;
}

const required = new WeakMap<ObjectSchema, readonly string[]>();

/** The names of the fields that must be there. */
function requiredOf(schema: ObjectSchema): readonly string[] {
  const names =
    required.get(schema) ?? [...schema.fields()].flatMap(([name, field]) => (field.isRequired ? [name] : []));
  required.set(schema, names);
  return names;
}
