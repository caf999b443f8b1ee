import { isObject, type JsonObject, ownValue } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import type { Field, ObjectSchema, Schema } from './schema.ts';
import type { ViolationReport } from './violation.ts';

/**
 * What the schema of a built-in kind asks of an object beyond types, read as OpenAPI means it: required fields are there, and
 * enumerated values are among those listed.
 */
export function checkRequiredFields(object: JsonObject, schema: ObjectSchema, report: ViolationReport): void {
  const path: (string | number)[] = [];
  for (const { name, field, isRequired } of askingFields(schema)) {
    // The server empties the status of what is created.
    if (name === 'status') continue;
    const value = ownValue(object, name);
    if (isRequired && isLeftOut(value, field)) report.required([name]);
    else checkInner(value, name, field, path, report);
  }
}

/** The server itself writes null for an empty list and for no time. */
function isLeftOut(value: unknown, schema: Schema): boolean {
  return value === undefined || (value === null && schema.is === 'object');
}

function check(value: unknown, schema: Schema, path: (string | number)[], report: ViolationReport): void {
  if (value === undefined || value === null || value instanceof UnknownValue) return;
  if (schema.is === 'string' && schema.values !== undefined && typeof value === 'string') {
    if (value !== '' && !schema.values.includes(value)) report.notSupported([...path], value, schema.values);
  } else if (schema.is === 'list' && Array.isArray(value) && asksMore(schema.items)) {
    for (const [index, item] of value.entries()) checkInner(item, index, schema.items, path, report);
  } else if (schema.is === 'map' && isObject(value) && asksMore(schema.values)) {
    for (const key of Object.keys(value)) checkInner(value[key], key, schema.values, path, report);
  } else if (schema.is === 'object' && isObject(value)) {
    for (const { name, field, isRequired } of askingFields(schema)) {
      const inner = ownValue(value, name);
      if (isRequired && (inner === undefined || inner === null)) report.required([...path, name]);
      else checkInner(inner, name, field, path, report);
    }
  }
}

function checkInner(
  value: unknown,
  key: string | number,
  schema: Schema,
  path: (string | number)[],
  report: ViolationReport,
): void {
  if (value === undefined) return;
  path.push(key);
  check(value, schema, path, report);
  path.pop();
}

/** Fields that older documents call required, and that the API server fills in where they are left out. */
const DEFAULTED: ReadonlySet<string> = new Set([
  'batch.v1.PodFailurePolicyOnPodConditionsPattern status',
  'rbac.v1.RoleRef apiGroup',
]);

interface AskingField {
  readonly name: string;
  readonly field: Schema;
  readonly isRequired: boolean;
}

const askingFieldsOf = new WeakMap<ObjectSchema, readonly AskingField[]>();

/** The fields that are required, or asked more of than a type: few of many. */
function askingFields(schema: ObjectSchema): readonly AskingField[] {
  let fields = askingFieldsOf.get(schema);
  if (fields === undefined) {
    fields = [...schema.fields()]
      .map(([name, field]) => ({ name, field: field.schema, isRequired: isAskedFor(schema, name, field) }))
      .filter(({ field, isRequired }) => isRequired || asksMore(field));
    askingFieldsOf.set(schema, fields);
  }
  return fields;
}

function isAskedFor(schema: ObjectSchema, name: string, { isRequired }: Field): boolean {
  return isRequired && !DEFAULTED.has(`${schema.name} ${name}`);
}

const asking = new WeakMap<ObjectSchema, boolean>();

/** Whether a schema asks for more than types, in itself or further down. */
function asksMore(schema: Schema): boolean {
  if (schema.is === 'string') return schema.values !== undefined;
  if (schema.is === 'list') return asksMore(schema.items);
  if (schema.is === 'map') return asksMore(schema.values);
  if (schema.is !== 'object') return false;
  const known = asking.get(schema);
  if (known !== undefined) return known;
  // A schema that holds itself is looked into.
  asking.set(schema, true);
  const asks = [...schema.fields().values()].some((field) => field.isRequired || asksMore(field.schema));
  asking.set(schema, asks);
  return asks;
}
