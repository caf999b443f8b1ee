import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { formatPath } from '../../core/path.ts';
import { builtInSchema } from './built-in-schemas.ts';
import { customSchemas } from './custom-schemas.ts';
import { schemaViolations } from './schema-violations.ts';

const newest = { major: 1, minor: 36 };

function order(count: unknown): JsonObject {
  return {
    apiVersion: 'shop.example/v1',
    kind: 'Order',
    metadata: { name: 'one', labels: { app: 'not a label' } },
    spec: { count },
  };
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
    const lines = (schema ? schemaViolations(service, schema, newest) : []).map(
      ({ path, rule }) => `${formatPath(path)} ${rule}`,
    );
    expect(lines).toEqual(['spec.ports[0].protocl unknown-field', 'spec.type not-supported']);
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
    const found = [5, 6, 'six'].map((count) => schema && schemaViolations(order(count), schema, newest));
    expect(found.map((violations) => violations?.map(({ path, detail }) => [formatPath(path), detail]))).toEqual([
      [],
      [['spec.count', 'should be less than or equal to 5']],
      [['spec.count', 'must be of type integer: "string"']],
    ]);
  });
});
