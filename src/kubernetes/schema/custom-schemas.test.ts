import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { customSchemas } from './custom-schemas.ts';
import { validateObject } from './validate.ts';

function definition(spec: JsonObject, more: JsonObject = {}): JsonObject {
  const schema = { type: 'object', properties: { spec: { type: 'object', ...spec } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'stable.example.com',
      names: { kind: 'Backup' },
      scope: 'Namespaced',
      versions: [
        { name: 'v1', served: true, schema: { openAPIV3Schema: { ...schema, ...more } } },
        { name: 'v1alpha1', served: false },
      ],
    },
  };
}

/** A line for each violation of a Backup's spec. */
function judge(schema: JsonObject, spec: unknown, metadata: JsonObject = { name: 'a' }): string[] {
  const [kindSchema] = customSchemas(definition(schema));
  if (kindSchema === undefined) throw new Error('no schema');
  const object = { apiVersion: 'stable.example.com/v1', kind: 'Backup', metadata, spec };
  return validateObject(object, kindSchema).map(({ path, message }) => `${formatPath(path)}: ${message}`);
}

describe('customSchemas', () => {
  it('gives each served version', () => {
    expect(
      customSchemas(definition({})).map(({ apiVersion, kind, isNamespaced, isBuiltIn }) => [
        apiVersion,
        kind,
        isNamespaced,
        isBuiltIn,
      ]),
    ).toEqual([['stable.example.com/v1', 'Backup', true, false]]);
  });

  it('gives nothing for what is no definition', () => {
    expect(customSchemas({})).toEqual([]);
    expect(customSchemas({ spec: { group: 1, names: [], versions: {} } })).toEqual([]);
  });

  it('allows anything where a version has no schema', () => {
    const [schema] = customSchemas({
      spec: { group: 'a.b', names: { kind: 'C' }, versions: [{ name: 'v1', served: true }] },
    });
    const object = { apiVersion: 'a.b/v1', kind: 'C', metadata: { name: 'a' }, any: { thing: 1 } };
    expect(schema && validateObject(object, schema)).toEqual([]);
  });

  it('bounds the depth of schemas', () => {
    let nested: JsonObject = { type: 'string' };
    let value: unknown = 7;
    for (let depth = 0; depth < 200; depth += 1) {
      nested = { type: 'object', properties: { a: nested } };
      value = { a: value };
    }
    expect(judge(nested, value)).toEqual([]);
  });
});

describe('objects of custom resources', () => {
  const text = { type: 'string' };

  it('are judged by their metadata too', () => {
    expect(judge({}, {}, { labels: { a: 1 }, nmae: 'a' })).toEqual([
      'metadata.labels.a: json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string',
      'metadata.nmae: strict decoding error: unknown field "metadata.nmae"; did you mean name?',
    ]);
  });

  it('have no unknown fields, unless the schema keeps them', () => {
    const spec = {
      properties: { schedule: text, free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
    };
    expect(judge(spec, { schedul: 'x', free: { any: 1 } })).toEqual([
      'spec.schedul: strict decoding error: unknown field "spec.schedul"; did you mean schedule?',
    ]);
    expect(judge({ 'x-kubernetes-preserve-unknown-fields': true }, { any: 1 })).toEqual([]);
    expect(judge({ additionalProperties: true }, { any: 1 })).toEqual([]);
  });

  it.each([
    [{ type: 'string' }, 7, 'spec.a: Invalid value: "integer": must be of type string: "integer"'],
    [{ type: 'string' }, null, 'spec.a: Invalid value: "null": must be of type string: "null"'],
    [{ type: 'integer' }, 1.5, 'spec.a: Invalid value: "number": must be of type integer: "number"'],
    [{ type: 'boolean' }, 'yes', 'spec.a: Invalid value: "string": must be of type boolean: "string"'],
    [{ type: 'array', items: text }, {}, 'spec.a: Invalid value: "object": must be of type array: "object"'],
    [
      { type: 'array', items: text },
      ['b', 1],
      'spec.a[1]: Invalid value: "integer": must be of type string: "integer"',
    ],
    [
      { type: 'object', additionalProperties: text },
      { b: [] },
      'spec.a.b: Invalid value: "array": must be of type string: "array"',
    ],
    [
      { 'x-kubernetes-int-or-string': true },
      true,
      'spec.a: Invalid value: "boolean": must be of type integer,string: "boolean"',
    ],
    [{ type: 'string', enum: ['b', 'c'] }, 'd', 'spec.a: Unsupported value: "d": supported values: "b", "c"'],
    [{ type: 'integer', enum: [1, 2] }, 3, 'spec.a: Unsupported value: 3: supported values: "1", "2"'],
    [{ type: 'integer', minimum: 1 }, 0, 'spec.a: Invalid value: 0: should be greater than or equal to 1'],
    [{ type: 'integer', minimum: 1, exclusiveMinimum: true }, 1, 'spec.a: Invalid value: 1: should be greater than 1'],
    [{ type: 'number', maximum: 1 }, 2, 'spec.a: Invalid value: 2: should be less than or equal to 1'],
    [{ type: 'number', maximum: 1, exclusiveMaximum: true }, 1, 'spec.a: Invalid value: 1: should be less than 1'],
    [{ type: 'integer', multipleOf: 5 }, 7, 'spec.a: Invalid value: 7: should be a multiple of 5'],
    [{ type: 'integer', format: 'int32' }, 2 ** 31, 'spec.a: Invalid value: 2147483648: should be a 32-bit integer'],
    [{ type: 'string', minLength: 2 }, '🙂', 'spec.a: Invalid value: "🙂": should be at least 2 chars long'],
    [{ type: 'string', maxLength: 1 }, 'bc', 'spec.a: Too long: may not be more than 1 bytes'],
    [{ type: 'string', format: 'date-time' }, 'today', 'spec.a: Invalid value: "today": must be of type date-time'],
    [{ type: 'string', format: 'byte' }, '!', 'spec.a: Invalid value: "!": must be of type byte'],
    [{ type: 'array', items: text, minItems: 1 }, [], 'spec.a: Invalid value: 0: must have at least 1 items'],
    [{ type: 'array', items: text, maxItems: 1 }, ['b', 'c'], 'spec.a: Too many: 2: must have at most 1 items'],
    [
      { type: 'object', additionalProperties: text, minProperties: 1 },
      {},
      'spec.a: Invalid value: 0: should have at least 1 properties',
    ],
    [
      { type: 'object', additionalProperties: text, maxProperties: 0 },
      { b: 'c' },
      'spec.a: Too many: 1: must have at most 0 items',
    ],
    [
      { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
      ['b', 'c', 'b'],
      'spec.a[2]: Duplicate value: "b"',
    ],
    [
      {
        type: 'array',
        items: { type: 'object', properties: { k: text, v: text } },
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['k'],
      },
      [
        { k: 'b', v: '1' },
        { k: 'b', v: '2' },
      ],
      'spec.a[1]: Duplicate value: {"k":"b"}',
    ],
  ])('schema %j refuses %j', (schema, value, line) => {
    expect(judge({ properties: { a: schema } }, { a: value })).toEqual([line]);
  });

  it('have what is required, unless it has a default', () => {
    const spec = { required: ['a', 'b'], properties: { a: text, b: { ...text, default: 'x' } } };
    expect(judge(spec, {})).toEqual(['spec.a: Required value']);
    expect(judge(spec, { a: 'y', b: null })).toEqual([]);
  });

  it('hold null where the schema says so', () => {
    expect(judge({ properties: { a: { ...text, nullable: true } } }, { a: null })).toEqual([]);
  });

  it('hold whole objects', () => {
    const embedded = {
      type: 'object',
      'x-kubernetes-embedded-resource': true,
      properties: { spec: { type: 'object' } },
    };
    const value = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: { b: 'c' } }, spec: {} };
    expect(judge({ properties: { template: embedded } }, { template: value })).toEqual([]);
    expect(judge({ properties: { template: embedded } }, { template: { ...value, status: {} } })).toEqual([
      'spec.template.status: strict decoding error: unknown field "spec.template.status"',
    ]);
  });
});
