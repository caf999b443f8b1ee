import { toJSONSchema } from 'zod/mini';
import type { CheckCatalogue } from '../check-selection.ts';
import { configSchema } from './schema.ts';
import { CONFIG_SCHEMA_URL } from './schema-url.ts';

/** The JSON Schema of a configuration for these checks, for editors and other programs. */
export function configJsonSchema(catalogue: CheckCatalogue): Record<string, unknown> {
  const { $schema, ...rest } = toJSONSchema(configSchema(catalogue), { io: 'input' });
  return {
    $schema,
    $id: CONFIG_SCHEMA_URL,
    title: 'The configuration of seawall',
    description: 'seawall.yaml. What a program cannot tell from the form alone, seawall says when it reads the file.',
    ...rest,
  };
}
