import { describe, expect, it } from 'vitest';
import { builtInDefinition, builtInSchema } from './built-in-schemas.ts';
import type { Field, ObjectSchema, Schema } from './schema.ts';
import { definitionLines, kindLines, schemaMinors } from './schemas.generated.ts';

function collect(schema: Schema, found: Set<ObjectSchema>): void {
  if (schema.is === 'list') collect(schema.items, found);
  else if (schema.is === 'map') collect(schema.values, found);
  else if (schema.is === 'object' && !found.has(schema)) {
    found.add(schema);
    for (const field of schema.fields().values()) collect(field.schema, found);
  }
}

function specAt(major: number, minor: number): Schema | undefined {
  return builtInSchema('v1', 'Pod', { major, minor })?.schema.fields().get('spec')?.schema;
}

function containerAt(minor: number): ReadonlyMap<string, Field> {
  return builtInDefinition('core.v1.Container', { major: 1, minor }).fields();
}

const minors = Array.from({ length: schemaMinors.to - schemaMinors.from + 1 }, (_, index) => schemaMinors.from + index);

describe('the generated schemas', () => {
  it('are of 1.31 to 1.36', () => {
    expect(schemaMinors).toEqual({ from: 31, to: 36 });
  });

  it.each(minors)('can all be read for 1.%i, and name no definition that is not there', (minor) => {
    const names = new Set(
      definitionLines
        .trim()
        .split('\n')
        .map((line) => /^[^ (]*/.exec(line)?.[0]),
    );
    const found = new Set<ObjectSchema>();
    for (const line of kindLines.trim().split('\n')) {
      const [apiVersion = '', kind = ''] = line.split(' ');
      const schema = builtInSchema(apiVersion, kind, { major: 1, minor });
      if (schema !== undefined) collect(schema.schema, found);
    }
    expect(found.size).toBeGreaterThan(500);
    expect([...found].filter(({ name }) => name !== '' && !names.has(name))).toEqual([]);
  });
});

describe('builtInSchema', () => {
  it('tells the scope of a kind', () => {
    expect(builtInSchema('apps/v1', 'Deployment')?.isNamespaced).toBe(true);
    expect(builtInSchema('v1', 'Namespace')?.isNamespaced).toBe(false);
    expect(builtInSchema('v1', 'Node')?.isNamespaced).toBe(false);
  });

  it('knows which versions serve a kind', () => {
    expect(builtInSchema('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', { major: 1, minor: 31 })).toBeDefined();
    expect(
      builtInSchema('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', { major: 1, minor: 32 }),
    ).toBeUndefined();
    expect(builtInSchema('extensions/v1beta1', 'Ingress')).toBeUndefined();
    expect(builtInSchema('apps/v1', 'deployment')).toBeUndefined();
  });

  it('takes other versions for the nearest known one', () => {
    expect(specAt(1, 20)).toBe(specAt(1, 31));
    expect(specAt(1, 99)).toBe(specAt(1, 36));
    expect(specAt(2, 0)).toBe(specAt(1, 36));
  });

  it('has the fields of the version', () => {
    expect(containerAt(33).has('restartPolicyRules')).toBe(false);
    expect(containerAt(34).has('restartPolicyRules')).toBe(true);
    expect(containerAt(36).get('name')).toEqual({ schema: { is: 'string' }, isRequired: true });
    expect(containerAt(36).get('imagePullPolicy')?.schema).toEqual({
      is: 'string',
      values: ['Always', 'IfNotPresent', 'Never'],
    });
    expect(containerAt(36).get('ports')?.schema).toMatchObject({
      is: 'list',
      type: 'map',
      keys: ['containerPort', 'protocol'],
      mergeKey: 'containerPort',
    });
  });

  it('knows what is replaced whole', () => {
    expect(builtInDefinition('core.v1.SecretKeySelector').replacedWhole).toBe(true);
    expect(builtInDefinition('core.v1.Container').replacedWhole).toBe(false);
    expect([...builtInDefinition('core.v1.NoSuchThing').fields()]).toEqual([]);
  });
});
