import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { recordingView, UnknownValue } from '../../core/unknown-value.ts';
import { builtInSchema } from './built-in-schemas.ts';
import { customSchemas } from './custom-schemas.ts';
import { schemaViolations, unjudgedValues } from './schema-violations.ts';

const newest = { major: 1, minor: 36 };

function order(count: unknown): JsonObject {
  return {
    apiVersion: 'shop.example/v1',
    kind: 'Order',
    metadata: { name: 'one', labels: { app: 'not a label' } },
    spec: { count },
  };
}

function missing(minor: number): string[] {
  const schema = builtInSchema('apps/v1', 'StatefulSet', { major: 1, minor });
  const spec = { selector: null, template: { spec: { containers: [{ image: 'a', env: [{}] }] } } };
  const object = { apiVersion: 'apps/v1', kind: 'StatefulSet', spec, status: {} };
  return (schema ? schemaViolations(object, schema) : []).map(({ path, rule }) => `${formatPath(path)} ${rule}`);
}

describe('schemaViolations', () => {
  it('leaves rules that no schema states to others', () => {
    const schema = builtInSchema('v1', 'Service', newest);
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'Web', labels: { app: 'not a label' } },
      spec: { type: 'Cluster', ports: [{ port: 0, protocl: 'TCP' }] },
    };
    const lines = (schema ? schemaViolations(service, schema) : []).map(
      ({ path, rule }) => `${formatPath(path)} ${rule}`,
    );
    expect(lines).toEqual(['spec.ports[0].protocl unknown-field', 'spec.type not-supported']);
  });

  it('asks for the fields that the schema of the version requires', () => {
    const fields = ['spec.template.spec.containers[0].env[0].name', 'spec.template.spec.containers[0].name'];
    expect(missing(36).toSorted()).toEqual(
      ['spec.selector required', ...fields.map((one) => `${one} required`)].toSorted(),
    );
    expect(missing(31)).toContain('spec.serviceName required');
  });

  it('says once what is wrong with a field that is misspelt, and nothing of what is not known', () => {
    const schema = builtInSchema('v1', 'Pod', newest);
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { contaners: [], restartPolicy: new UnknownValue('a variable') },
    };
    expect((schema ? schemaViolations(pod, schema) : []).map(({ path }) => formatPath(path))).toEqual([
      'spec.contaners',
    ]);
  });

  it('takes all that the schema of a custom resource asks', () => {
    const [schema] = customSchemas({
      apiVersion: 'apiextensions.k8s.io/v1',
      spec: {
        group: 'shop.example',
        names: { kind: 'Order' },
        versions: [
          {
            name: 'v1',
            served: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: { spec: { type: 'object', properties: { count: { type: 'integer', maximum: 5 } } } },
              },
            },
          },
        ],
      },
    });
    const found = [5, 6, 'six'].map((count) => schema && schemaViolations(order(count), schema));
    expect(found.map((violations) => violations?.map(({ path, detail }) => [formatPath(path), detail]))).toEqual([
      [],
      [['spec.count', 'should be less than or equal to 5']],
      [['spec.count', 'must be of type integer: "string"']],
    ]);
  });
});

it('says that values are not known', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { restartPolicy: new UnknownValue('a variable') } };
  expect(unjudgedValues(recordingView(pod))).toEqual({ what: 'some of its values are not known' });
  expect(unjudgedValues({ ...pod, spec: {} })).toBeUndefined();
});
