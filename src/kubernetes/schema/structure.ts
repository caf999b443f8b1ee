import { isObject, type JsonObject, ownValue } from '../../core/json.ts';
import type { Path } from '../../core/path.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { valueText } from '../../core/value-text.ts';
import { checkLimits } from './limits.ts';
import { isEmpty } from './rules/fields.ts';
import type { ListSchema, ObjectSchema, Schema } from './schema.ts';
import type { ViolationReport } from './violation.ts';

/** Texts that the documents call required, but that the API server fills in, takes empty, or leaves to rules of their own. */
const EMPTY_ALLOWED: ReadonlySet<string> = new Set([
  'admissionregistration.v1.MutatingWebhook sideEffects',
  'admissionregistration.v1.ValidatingWebhook sideEffects',
  'apps.v1.StatefulSetSpec serviceName',
  'batch.v1.PodFailurePolicyOnPodConditionsPattern status',
  'core.v1.HTTPHeader value',
  'core.v1.Sysctl value',
  'meta.v1.GroupResource group',
  'rbac.v1.RoleRef apiGroup',
  'rbac.v1.RoleRef kind',
  'rbac.v1.Subject kind',
  'storage.v1.TokenRequest audience',
]);

/** Lists of enumerated values of which the API server names the list, not the entry. */
const NAMED_WHOLE: ReadonlySet<string> = new Set(['accessModes', 'scopes']);

/**
 * What the schema alone asks of a decoded object. Of a built-in kind: required texts and enumerated values; whether other
 * required fields may be left out is known to the rules of the kinds, since the API server does not take them from the schema.
 * Of a custom resource: all that a structural schema says but patterns, CEL rules and combinations (`anyOf` and the like).
 */
export function checkStructure(
  object: JsonObject,
  schema: ObjectSchema,
  isBuiltIn: boolean,
  report: ViolationReport,
): void {
  for (const [name, field] of schema.fields()) {
    // The server empties the status of what is created.
    if (name === 'status' && isBuiltIn) continue;
    const value = ownValue(object, name);
    if (isBuiltIn) checkBuiltIn(value, field.schema, [name], report);
    else if (name !== 'apiVersion' && name !== 'kind' && name !== 'metadata') {
      checkCustomField(value, field.schema, field.isRequired, [name], report);
    }
  }
}

function checkBuiltIn(value: unknown, schema: Schema, path: Path, report: ViolationReport): void {
  if (value instanceof UnknownValue) return;
  if (schema.is === 'string' && schema.values !== undefined && typeof value === 'string') {
    if (value !== '' && !schema.values.includes(value)) report.notSupported(namedPath(path), value, schema.values);
  } else if (schema.is === 'list' && Array.isArray(value)) {
    // An empty entry stands for one whose fields are all unset.
    for (const [index, item] of value.entries()) {
      const isUnset = item === null && schema.items.is === 'object';
      checkBuiltIn(isUnset ? {} : item, schema.items, [...path, index], report);
    }
  } else if (schema.is === 'map' && isObject(value)) {
    for (const key of Object.keys(value)) checkBuiltIn(value[key], schema.values, [...path, key], report);
  } else if (schema.is === 'object' && isObject(value)) {
    for (const [name, field] of schema.fields()) {
      const inner = ownValue(value, name);
      const isText = field.schema.is === 'string' && !EMPTY_ALLOWED.has(`${schema.name} ${name}`);
      if (field.isRequired && isText && isEmpty(inner)) report.required([...path, name]);
      else checkBuiltIn(inner, field.schema, [...path, name], report);
    }
  }
}

function namedPath(path: Path): Path {
  const list = path.at(-2);
  return typeof list === 'string' && NAMED_WHOLE.has(list) && typeof path.at(-1) === 'number'
    ? path.slice(0, -1)
    : path;
}

function checkCustomField(
  value: unknown,
  schema: Schema,
  isRequired: boolean,
  path: Path,
  report: ViolationReport,
): void {
  if (value !== undefined) checkCustom(value, schema, path, report);
  else if (isRequired) report.required(path);
}

/** Names of the types of OpenAPI, as the messages of custom resources say them. */
const OPENAPI_TYPES: ReadonlyMap<Schema['is'], string> = new Map([
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['integer', 'integer'],
  ['number', 'number'],
  ['list', 'array'],
  ['map', 'object'],
  ['object', 'object'],
  ['int-or-string', 'integer,string'],
]);

function checkCustom(value: unknown, schema: Schema, path: Path, report: ViolationReport): void {
  if (value instanceof UnknownValue) return;
  if (value === null && schema.limits?.isNullable === true) return;
  const found = openApiType(value);
  const expected = OPENAPI_TYPES.get(schema.is);
  const fits =
    expected === undefined || expected.split(',').includes(found) || (expected === 'number' && found === 'integer');
  if (!fits) {
    report.invalid(path, found, `must be of type ${expected}: ${JSON.stringify(found)}`);
    return;
  }
  if (schema.limits !== undefined) checkLimits(value, schema.limits, path, report);
  if (schema.is === 'list' && Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkCustom(item, schema.items, [...path, index], report);
    checkDuplicates(value, schema, path, report);
  } else if (schema.is === 'map' && isObject(value)) {
    for (const key of Object.keys(value)) checkCustom(value[key], schema.values, [...path, key], report);
  } else if (schema.is === 'object' && isObject(value)) {
    for (const [name, field] of schema.fields()) {
      checkCustomField(ownValue(value, name), field.schema, field.isRequired, [...path, name], report);
    }
  }
}

function openApiType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

/** Entries of a set that are equal, and entries of a map list with equal keys. */
function checkDuplicates(list: readonly unknown[], schema: ListSchema, path: Path, report: ViolationReport): void {
  if (schema.type !== 'set' && schema.type !== 'map') return;
  const seen = new Set<string>();
  for (const [index, item] of list.entries()) {
    const keyed = isObject(item) ? Object.fromEntries(schema.keys.map((key) => [key, ownValue(item, key)])) : undefined;
    const told = schema.type === 'map' ? keyed : item;
    const text = valueText(told, Number.POSITIVE_INFINITY);
    if (seen.has(text)) report.duplicate([...path, index], told);
    seen.add(text);
  }
}
