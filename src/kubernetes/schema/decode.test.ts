import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { recordingView, UnknownValue } from '../../core/unknown-value.ts';
import { builtInSchema } from './built-in-schemas.ts';
import { decodeStrictly } from './decode.ts';

function decode(object: JsonObject): ReturnType<typeof decodeStrictly> {
  const schema = builtInSchema(String(object['apiVersion']), String(object['kind']));
  if (schema === undefined) throw new Error('no such kind');
  return decodeStrictly(object, schema.schema);
}

function pod(spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec };
}

function limits(cpu: unknown): JsonObject {
  return pod({ containers: [{ resources: { limits: { cpu } } }] });
}

function secret(token: unknown): JsonObject {
  return { apiVersion: 'v1', kind: 'Secret', data: { token } };
}

function service(targetPort: unknown): JsonObject {
  return { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80, targetPort }] } };
}

describe('unknown fields', () => {
  it('are named by path, with what was probably meant', () => {
    expect(decode(pod({ containers: [{ name: 'a', IMAGE: 'b' }] }))).toEqual([
      {
        path: ['spec', 'containers', 0, 'IMAGE'],
        rule: 'unknown-field',
        message: 'strict decoding error: unknown field "spec.containers[0].IMAGE"; did you mean image?',
        suggestion: 'image',
      },
    ]);
  });

  it('have no suggestion where nothing is near', () => {
    expect(decode(pod({}, { bogusField: 1 }))).toEqual([
      {
        path: ['metadata', 'bogusField'],
        rule: 'unknown-field',
        message: 'strict decoding error: unknown field "metadata.bogusField"',
      },
    ]);
  });

  it('may be called like what every JavaScript object has', () => {
    expect(decode(pod({ constructor: 1, toString: 2 })).map(({ path }) => path.join('.'))).toEqual([
      'spec.constructor',
      'spec.toString',
    ]);
  });

  it('do not exist in mappings and free-form values', () => {
    expect(decode(pod({ nodeSelector: { any: 'thing' } }, { labels: { any: 'thing' } }))).toEqual([]);
    const revision = { apiVersion: 'apps/v1', kind: 'ControllerRevision', revision: 1, data: { any: ['thing'] } };
    expect(decode(revision)).toEqual([]);
  });

  it('get no suggestion after the first hundred', () => {
    const spec = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`hostIpc${index}`, 1]));
    expect(decode(pod(spec)).filter(({ suggestion }) => suggestion === 'hostIPC')).toHaveLength(100);
  });
});

describe('wrong types', () => {
  it.each([
    [
      { containers: {} },
      'spec.containers',
      'json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container',
    ],
    [
      { containers: [[]] },
      'spec.containers.0',
      'json: cannot unmarshal array into Go struct field PodSpec.spec.containers of type v1.Container',
    ],
    [
      { containers: [{ image: 7 }] },
      'spec.containers.0.image',
      'json: cannot unmarshal number into Go struct field Container.spec.containers.image of type string',
    ],
    [
      { hostPID: 'true' },
      'spec.hostPID',
      'json: cannot unmarshal string into Go struct field PodSpec.spec.hostPID of type bool',
    ],
    [
      { priority: 1.5 },
      'spec.priority',
      'json: cannot unmarshal number 1.5 into Go struct field PodSpec.spec.priority of type int32',
    ],
    [
      { priority: 2 ** 31 },
      'spec.priority',
      'json: cannot unmarshal number 2147483648 into Go struct field PodSpec.spec.priority of type int32',
    ],
    [
      { activeDeadlineSeconds: true },
      'spec.activeDeadlineSeconds',
      'json: cannot unmarshal bool into Go struct field PodSpec.spec.activeDeadlineSeconds of type int64',
    ],
    [
      { nodeSelector: { a: 1 } },
      'spec.nodeSelector.a',
      'json: cannot unmarshal number into Go struct field PodSpec.spec.nodeSelector of type string',
    ],
    [
      { nodeSelector: [] },
      'spec.nodeSelector',
      'json: cannot unmarshal array into Go struct field PodSpec.spec.nodeSelector of type map[string]string',
    ],
  ])('%j', (spec, path, message) => {
    expect(decode(pod(spec)).map((one) => [one.path.join('.'), one.rule, one.message])).toEqual([
      [path, 'wrong-type', message],
    ]);
  });

  it('of a field that takes numbers and texts', () => {
    expect([80, 'http', null].flatMap((port) => decode(service(port)))).toEqual([]);
    expect(decode(service(true))).toEqual([
      {
        path: ['spec', 'ports', 0, 'targetPort'],
        rule: 'wrong-type',
        message: 'json: cannot unmarshal bool into Go value of type int32',
        detail: 'must be a whole number or a text',
      },
    ]);
  });
});

describe('formats', () => {
  it('of quantities: texts and numbers', () => {
    expect(['1', '100m', 1, 0.5, ' 1 ', null].flatMap((cpu) => decode(limits(cpu)))).toEqual([]);
    expect(decode(limits('one')).map(({ path, rule, message }) => [path.at(-1), rule, message])).toEqual([
      ['cpu', 'format', "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
    ]);
    expect(decode(limits([])).map(({ rule }) => rule)).toEqual(['format']);
  });

  it('of times', () => {
    expect(decode(pod({}, { creationTimestamp: '2024-01-01T00:00:00Z' }))).toEqual([]);
    expect(decode(pod({}, { creationTimestamp: null }))).toEqual([]);
    expect(decode(pod({}, { creationTimestamp: 'today' })).map(({ message }) => message)).toEqual([
      'parsing time "today": it is not of the form of RFC 3339',
    ]);
  });

  it('of base64, without showing the value', () => {
    expect(decode(secret('YQ=='))).toEqual([]);
    expect(decode(secret('hunter2'))).toEqual([
      {
        path: ['data', 'token'],
        rule: 'format',
        message: 'illegal base64 data',
        detail: 'must be a text in base64',
      },
    ]);
  });
});

describe('what is not there', () => {
  it('is no value: null passes everywhere', () => {
    const spec = { containers: [null], priority: null, nodeSelector: { a: null }, securityContext: null };
    expect(decode({ apiVersion: 'v1', kind: 'Pod', metadata: null, spec })).toEqual([]);
  });

  it('may be unknown, behind a recording view too', () => {
    const object = pod({ containers: new UnknownValue('var.containers'), hostPID: new UnknownValue('var.pid') });
    expect(decode(object)).toEqual([]);
    const schema = builtInSchema('v1', 'Pod')?.schema;
    expect(schema && decodeStrictly(recordingView({ ...object, extra: 1 }), schema).map(({ path }) => path)).toEqual([
      ['extra'],
    ]);
  });
});
