import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { areas, checks } from '../../checks/registry.generated.ts';
import { asObject, valueAt } from '../../core/json.ts';
import { readYaml } from '../../text/yaml/read.ts';
import { configJsonSchema } from './json-schema.ts';
import { configSchema } from './schema.ts';

const root = dirname(dirname(dirname(import.meta.dirname)));
const schema = configJsonSchema({ checks, areas });

describe('the JSON Schema of the configuration', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

  it('is the published one', () => {
    const published: unknown = JSON.parse(readFileSync(join(root, 'schema/config-1.schema.json'), 'utf8'));
    expect(published).toEqual(schema);
  });

  it('takes the example', () => {
    const example = readFileSync(join(root, 'examples/configuration/seawall.yaml'), 'utf8');
    expect([validate(readYaml(example).documents[0]?.value), validate.errors]).toEqual([true, null]);
  });

  it.each([
    { 'fail-no': 'high' },
    { 'fail-on': 'hihg' },
    { checks: { 'host-pdi': true } },
    { checks: { 'host-pid': { parameters: { a: 1 } } } },
    { checks: { 'projected-token-long-lived': { parameters: { maximum: 'a' } } } },
    { exceptions: [{ checks: 'host-pid' }] },
    { exceptions: [{ fingerprints: ['a'], reason: 'x' }] },
    { thresholds: { 'minimum-score': 101 } },
    [],
  ])('does not take %j', (value) => {
    expect(validate(value)).toBe(false);
  });

  it('lists every check with its parameters', () => {
    const listed = asObject(valueAt(schema, ['$defs', 'checks', 'properties']));
    expect(checks.map(({ id }) => id).filter((id) => !Object.hasOwn(listed, id))).toEqual([]);
    const parameters = valueAt(listed, ['projected-token-long-lived', 'anyOf', 2, 'properties', 'parameters']);
    expect(valueAt(parameters, ['properties', 'maximum'])).toMatchObject({
      type: 'integer',
      minimum: 0,
      description: 'Default: 86400. In seconds.',
    });
  });

  it('can tell checks from areas by their names', () => {
    const names = new Set(Object.values(areas));
    expect(checks.map(({ id }) => id).filter((id) => names.has(id))).toEqual([]);
  });

  it('can be made again and again', () => {
    expect(configJsonSchema({ checks, areas })).toEqual(schema);
  });
});

describe('the page of the configuration', () => {
  it('has every key', () => {
    const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8');
    const keys = Object.keys(configSchema({ checks, areas }).shape);
    expect(keys.filter((key) => !page.includes(`\n| \`${key}\` | `))).toEqual([]);
  });
});
