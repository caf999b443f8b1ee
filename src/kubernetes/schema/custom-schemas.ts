import { asList, asNumber, asObject, asString, isObject, type JsonObject } from '../../core/json.ts';
import { builtInDefinition } from './built-in-schemas.ts';
import type { Field, KindSchema, Limits, Schema } from './schema.ts';

/** Deeper schemas are taken to allow anything: none that a cluster accepts is so deep. */
const DEEPEST = 64;

/**
 * The schemas of the kinds that a CustomResourceDefinition (apiextensions.k8s.io/v1) adds, one for each version that it
 * serves. A version without a schema allows any fields. Patterns, CEL rules and combinations of schemas (`allOf`, `anyOf`,
 * `oneOf`, `not`) are left out.
 */
export function customSchemas(definition: JsonObject): KindSchema[] {
  const spec = asObject(definition['spec']);
  const group = asString(spec['group']);
  const kind = asString(asObject(spec['names'])['kind']);
  if (group === undefined || kind === undefined) return [];
  return asList(spec['versions']).flatMap((entry) => {
    const version = asObject(entry);
    const name = asString(version['name']);
    if (name === undefined || version['served'] !== true) return [];
    const schema = asObject(version['schema'])['openAPIV3Schema'];
    const isNamespaced = spec['scope'] === 'Namespaced';
    return [{ apiVersion: `${group}/${name}`, kind, schema: rootSchema(schema), isNamespaced, isBuiltIn: false }];
  });
}

function rootSchema(schema: unknown): KindSchema['schema'] {
  const read = asObject(schema);
  let fields: ReadonlyMap<string, Field> | undefined;
  return {
    is: 'object',
    name: '',
    fields() {
      fields ??= new Map([...fieldsOf(read, 0), ...typeFields()]);
      return fields;
    },
    keepsUnknown: !isObject(schema) || keepsUnknown(read),
    replacedWhole: false,
  };
}

/** The fields of every object, whatever the schema says of them. */
function typeFields(): readonly (readonly [string, Field])[] {
  return [
    ['apiVersion', { schema: { is: 'string' }, isRequired: false }],
    ['kind', { schema: { is: 'string' }, isRequired: false }],
    ['metadata', { schema: builtInDefinition('meta.v1.ObjectMeta'), isRequired: false }],
  ];
}

function fieldsOf(schema: JsonObject, depth: number): Map<string, Field> {
  const required = new Set(asList(schema['required']));
  const fields = new Map<string, Field>();
  for (const [name, value] of Object.entries(asObject(schema['properties']))) {
    const property = asObject(value);
    const hasDefault = property['default'] !== undefined;
    fields.set(name, { schema: readSchema(property, depth + 1), isRequired: required.has(name) && !hasDefault });
  }
  return fields;
}

function keepsUnknown(schema: JsonObject): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true || schema['additionalProperties'] === true;
}

function readSchema(schema: JsonObject, depth: number): Schema {
  const type = depth > DEEPEST ? { is: 'any' as const } : readType(schema, depth);
  const limits = readLimits(schema);
  return limits === undefined ? type : { ...type, limits };
}

function readType(schema: JsonObject, depth: number): Schema {
  if (schema['x-kubernetes-int-or-string'] === true) return { is: 'int-or-string' };
  switch (schema['type']) {
    case 'object':
      return objectSchema(schema, depth);
    case 'array':
      return {
        is: 'list',
        items: readSchema(asObject(schema['items']), depth + 1),
        type: listType(schema['x-kubernetes-list-type']),
        keys: asList(schema['x-kubernetes-list-map-keys']).filter((key) => typeof key === 'string'),
        mergeKey: undefined,
      };
    case 'string':
      return { is: 'string' };
    case 'boolean':
      return { is: 'boolean' };
    case 'integer':
      return { is: 'integer', bits: schema['format'] === 'int32' ? 32 : 64 };
    case 'number':
      return { is: 'number' };
    default:
      return { is: 'any' };
  }
}

function listType(value: unknown): 'atomic' | 'set' | 'map' | undefined {
  return value === 'atomic' || value === 'set' || value === 'map' ? value : undefined;
}

function objectSchema(schema: JsonObject, depth: number): Schema {
  const replacedWhole = schema['x-kubernetes-map-type'] === 'atomic';
  const values = schema['additionalProperties'];
  if (isObject(values) && !isObject(schema['properties'])) {
    return { is: 'map', values: readSchema(values, depth + 1), replacedWhole };
  }
  let fields: ReadonlyMap<string, Field> | undefined;
  return {
    is: 'object',
    name: '',
    fields() {
      const own = schema['x-kubernetes-embedded-resource'] === true ? typeFields() : [];
      fields ??= new Map([...fieldsOf(schema, depth), ...own]);
      return fields;
    },
    keepsUnknown: keepsUnknown(schema),
    replacedWhole,
  };
}

/** Undefined where the schema asks for nothing but a type. */
function readLimits(schema: JsonObject): Limits | undefined {
  const limits: { -readonly [Name in keyof Limits]: Limits[Name] } = {};
  for (const name of NUMBERS) {
    const limit = asNumber(schema[name]);
    if (limit !== undefined) limits[name] = limit;
  }
  if (schema['exclusiveMinimum'] === true) limits.isMinimumExclusive = true;
  if (schema['exclusiveMaximum'] === true) limits.isMaximumExclusive = true;
  if (Array.isArray(schema['enum'])) limits.values = schema['enum'];
  if (typeof schema['format'] === 'string') limits.format = schema['format'];
  // The server fills in the default of a field that is null.
  if (schema['nullable'] === true || schema['default'] !== undefined) limits.isNullable = true;
  return Object.keys(limits).length === 0 ? undefined : limits;
}

const NUMBERS = [
  'minimum',
  'maximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof Limits)[];
