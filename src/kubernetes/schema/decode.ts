import { isObject, type JsonObject } from '../../core/json.ts';
import { nearest } from '../../core/nearest.ts';
import { formatPath, type Path } from '../../core/path.ts';
import { UnknownValue, unrecorded } from '../../core/unknown-value.ts';
import { isInt32 } from '../int-or-string.ts';
import { quantityComplaint, quantityOf } from '../quantity.ts';
import { isBase64, isTime } from './formats.ts';
import type { ObjectSchema, Schema } from './schema.ts';
import { shown, type Violation, type ViolationRule } from './violation.ts';

/**
 * Where a value stands: its path, and as Go names it, the struct and the fields that lead to it. There is no struct in
 * custom resources, whose types are left to validation. Walked to and fro, and only copied where something is wrong.
 */
interface Trail {
  readonly path: (string | number)[];
  readonly fields: string[];
  /** The name of its schema. */
  struct: string;
}

/** The search for what was meant costs more than all else: after so many violations it ends. */
const MOST_SUGGESTIONS = 100;

/**
 * What the API server's decoder refuses under `fieldValidation=Strict`: unknown fields, values of another JSON type than the
 * field's, and texts that are no quantity, time or base64. `null` stands for an absent value, and unknown values pass. Wrong
 * types are worded as Go's decoder does, save that it also names the structs that Go embeds and its own string types.
 * Of a custom
 * resource only the metadata has types here; `checkStructure` judges the rest.
 */
export function decodeStrictly(object: JsonObject, schema: ObjectSchema): Violation[] {
  const violations: Violation[] = [];
  decode(unrecorded(object), schema, { path: [], struct: schema.name, fields: [] }, violations);
  return violations;
}

function decode(value: unknown, schema: Schema, trail: Trail, violations: Violation[]): void {
  if (value === null || value === undefined || value instanceof UnknownValue) return;
  switch (schema.is) {
    case 'any':
      return;
    case 'object':
      if (!isObject(value)) addWrongType(value, schema, trail, violations);
      else decodeFields(value, schema, trail, violations);
      return;
    case 'list':
      if (!Array.isArray(value)) addWrongType(value, schema, trail, violations);
      else
        for (let index = 0; index < value.length; index += 1)
          decodeEntry(value[index], index, schema.items, trail, violations);
      return;
    case 'map':
      if (!isObject(value)) addWrongType(value, schema, trail, violations);
      else for (const key of Object.keys(value)) decodeEntry(value[key], key, schema.values, trail, violations);
      return;
    default:
      if (trail.struct !== '') decodeScalar(value, schema, trail, violations);
  }
}

/** An entry of a list or map: Go names neither its index nor its key. */
function decodeEntry(
  value: unknown,
  key: string | number,
  schema: Schema,
  trail: Trail,
  violations: Violation[],
): void {
  trail.path.push(key);
  decode(value, schema, trail, violations);
  trail.path.pop();
}

function decodeFields(value: JsonObject, schema: ObjectSchema, trail: Trail, violations: Violation[]): void {
  const known = schema.fields();
  const outer = trail.struct;
  for (const key of Object.keys(value)) {
    const field = known.get(key);
    if (field !== undefined) {
      trail.struct = schema.name || outer;
      trail.path.push(key);
      trail.fields.push(key);
      decode(value[key], field.schema, trail, violations);
      trail.path.pop();
      trail.fields.pop();
    } else if (!schema.keepsUnknown) {
      const canSearch = violations.length < MOST_SUGGESTIONS;
      addUnknown([...trail.path, key], canSearch ? nearest(key, known.keys()) : undefined, violations);
    }
  }
  trail.struct = outer;
}

function addUnknown(path: Path, suggestion: string | undefined, violations: Violation[]): void {
  const words = `strict decoding error: unknown field ${JSON.stringify(formatPath(path))}`;
  if (suggestion === undefined) violations.push({ path, rule: 'unknown-field', message: words });
  else violations.push({ path, rule: 'unknown-field', message: `${words}; did you mean ${suggestion}?`, suggestion });
}

function decodeScalar(value: unknown, schema: Schema, trail: Trail, violations: Violation[]): void {
  if (isScalarOf(value, schema)) return;
  const [rule, message] = scalarFault(value, schema, trail);
  violations.push({ path: [...trail.path], rule, message, detail: typeWords(schema) });
}

/** True if a value is of a schema that is neither a mapping nor a list. */
export function isScalarOf(value: unknown, schema: Schema): boolean {
  switch (schema.is) {
    case 'quantity':
      return quantityOf(value) !== undefined;
    case 'int-or-string':
      return typeof value === 'string' || isInt32(value);
    case 'integer':
      return typeof value === 'number' && isInteger(value, schema.bits);
    case 'time':
      return typeof value === 'string' && isTime(value, schema.micro);
    case 'bytes':
      return typeof value === 'string' && isBase64(value);
    default:
      return typeof value === jsTypes.get(schema.is);
  }
}

function scalarFault(value: unknown, schema: Schema, trail: Trail): [rule: ViolationRule, message: string] {
  if (schema.is === 'quantity') return ['format', quantityComplaint];
  if (schema.is === 'int-or-string') {
    return ['wrong-type', `json: cannot unmarshal ${jsonType(value)} into Go value of type int32`];
  }
  if (schema.is === 'integer' && typeof value === 'number') {
    return ['wrong-type', wrongType(`number ${value}`, schema, trail)];
  }
  if (schema.is === 'time' && typeof value === 'string') {
    return ['format', `parsing time ${shown(value)}: it is not of the form of RFC 3339`];
  }
  if (schema.is === 'bytes' && typeof value === 'string') return ['format', 'illegal base64 data'];
  return ['wrong-type', wrongType(jsonType(value), schema, trail)];
}

const jsTypes: ReadonlyMap<Schema['is'], string> = new Map([
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['number', 'number'],
]);

function isInteger(value: number, bits: 32 | 64): boolean {
  return Number.isInteger(value) && (bits === 32 ? isInt32(value) : value >= -(2 ** 63) && value <= 2 ** 63);
}

function addWrongType(value: unknown, schema: Schema, trail: Trail, violations: Violation[]): void {
  if (trail.struct === '') return;
  const message = wrongType(jsonType(value), schema, trail);
  violations.push({ path: [...trail.path], rule: 'wrong-type', message, detail: typeWords(schema) });
}

/** What a value must be, in words. */
function typeWords(schema: Schema): string {
  switch (schema.is) {
    case 'object':
    case 'map':
      return 'must be a mapping';
    case 'list':
      return 'must be a list';
    case 'boolean':
      return 'must be true or false';
    case 'integer':
      return `must be a whole number of ${schema.bits} bits`;
    case 'number':
      return 'must be a number';
    case 'int-or-string':
      return 'must be a whole number or a text';
    case 'quantity':
      return 'must be a quantity such as 250m or 1Gi';
    case 'time':
      return 'must be a time such as 2026-01-31T12:00:00Z';
    case 'bytes':
      return 'must be a text in base64';
    default:
      return 'must be a text';
  }
}

function wrongType(found: string, schema: Schema, { struct, fields }: Trail): string {
  const field = [struct.split('.').at(-1) ?? '', ...fields].filter((name) => name !== '').join('.');
  const target = fields.length === 0 ? 'Go value' : `Go struct field ${field}`;
  return `json: cannot unmarshal ${found} into ${target} of type ${goType(schema)}`;
}

/** The name of a JSON type as Go's decoder says it. */
export function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function goType(schema: Schema): string {
  switch (schema.is) {
    case 'object':
      return schema.name === '' ? 'map[string]interface {}' : schema.name.split('.').slice(-2).join('.');
    case 'list':
      return `[]${goType(schema.items)}`;
    case 'map':
      return `map[string]${goType(schema.values)}`;
    case 'integer':
      return `int${schema.bits}`;
    case 'boolean':
      return 'bool';
    case 'number':
      return 'float64';
    case 'bytes':
      return '[]uint8';
    case 'quantity':
      return 'resource.Quantity';
    default:
      return 'string';
  }
}
