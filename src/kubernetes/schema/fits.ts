import { isObject, type JsonObject } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { isScalarOf } from './decode.ts';
import type { Field, ObjectSchema, Schema } from './schema.ts';

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
  if (value === null || value === undefined || (typeof value === 'object' && value instanceof UnknownValue))
    return true;
  switch (schema.is) {
    case 'string':
      return (
        typeof value === 'string' && (schema.values === undefined || value === '' || schema.values.includes(value))
      );
    case 'object':
      return isObject(value) && fitsObject(value, schema);
    case 'list':
      return Array.isArray(value) && fitsAll(value, schema.items);
    case 'map':
      if (!isObject(value)) return false;
      for (const key in value) if (!fits(value[key], schema.values)) return false;
      return true;
    case 'any':
      return true;
    default:
      return isScalarOf(value, schema);
  }
}

function fitsAll(list: readonly unknown[], schema: Schema): boolean {
  for (let index = 0; index < list.length; index += 1) if (!fits(list[index], schema)) return false;
  return true;
}

function fitsObject(object: JsonObject, schema: ObjectSchema): boolean {
  if (schema.name === '') return schema.keepsUnknown;
  const { fields, required } = shapeOf(schema);
  let present = 0;
  for (const key in object) {
    const field = fields.get(key);
    if (field === undefined) return false;
    const value = object[key];
    if (field.isRequired && value !== null && value !== undefined) present += 1;
    if (typeof value === 'string' && field.takesAnyText) continue;
    if (!fits(value, field.schema)) return false;
  }
  return present === required;
}

/** The fields that an object of a schema may have. */
interface Shape {
  readonly fields: ReadonlyMap<string, ShapeField>;
  /** How many of them it must have. */
  readonly required: number;
}

interface ShapeField extends Field {
  /** True if every text fits: most values of an object are texts of such fields. */
  readonly takesAnyText: boolean;
}

const shapes = new WeakMap<ObjectSchema, Shape>();

function shapeOf(schema: ObjectSchema): Shape {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const fields = new Map(
    Array.from(schema.fields(), ([name, field]) => [name, { ...field, takesAnyText: takesAnyText(field.schema) }]),
  );
  const shape = { fields, required: [...fields.values()].filter(({ isRequired }) => isRequired).length };
  shapes.set(schema, shape);
  return shape;
}

function takesAnyText(schema: Schema): boolean {
  return (
    (schema.is === 'string' && schema.values === undefined) || schema.is === 'any' || schema.is === 'int-or-string'
  );
}
