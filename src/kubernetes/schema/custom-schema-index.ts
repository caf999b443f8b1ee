import type { Inventory } from '../../core/inventory.ts';
import { asList, asObject, asString } from '../../core/json.ts';
import { type Resource, resourceTitle } from '../../core/resource.ts';
import { UnknownValueRead } from '../../core/unknown-value.ts';
import { customSchemas } from './custom-schemas.ts';
import type { KindSchema } from './schema.ts';

export const DEFINITION_KIND = 'apiextensions.k8s.io/CustomResourceDefinition';

/** What the CustomResourceDefinitions of an inventory say of a version of a kind. */
export type CustomSchema =
  | { readonly is: 'known'; readonly schema: KindSchema }
  /** No definition is of the kind, or none serves the version. */
  | { readonly is: 'absent' }
  | { readonly is: 'hidden'; readonly reason: string };

interface CustomSchemaIndex {
  readonly schemas: ReadonlyMap<string, CustomSchema>;
  /** Why a definition is not understood, of which the kind is not known either. */
  readonly hidden: string | undefined;
}

const indexes = new WeakMap<Inventory, CustomSchemaIndex>();

/** The schema that a definition of the inventory gives a version of a kind. */
export function customSchema(apiVersion: string, kind: string, inventory: Inventory): CustomSchema {
  let index = indexes.get(inventory);
  if (index === undefined) {
    index = buildIndex(inventory.ofKind(DEFINITION_KIND));
    indexes.set(inventory, index);
  }
  const found = index.schemas.get(`${apiVersion} ${kind}`);
  if (found !== undefined) return found;
  return index.hidden === undefined ? { is: 'absent' } : { is: 'hidden', reason: index.hidden };
}

function buildIndex(definitions: readonly Resource[]): CustomSchemaIndex {
  const schemas = new Map<string, CustomSchema>();
  let hidden: string | undefined;
  for (const definition of definitions) {
    try {
      addSchemas(definition, schemas);
    } catch (error) {
      if (!(error instanceof UnknownValueRead)) throw error;
      hidden = `${resourceTitle(definition)}: ${error.message}`;
    }
  }
  return { schemas, hidden };
}

function addSchemas(definition: Resource, schemas: Map<string, CustomSchema>): void {
  const { content } = definition;
  if (content['apiVersion'] === 'apiextensions.k8s.io/v1') {
    for (const schema of customSchemas(content)) {
      schemas.set(`${schema.apiVersion} ${schema.kind}`, { is: 'known', schema });
    }
    return;
  }
  const spec = asObject(content['spec']);
  const kind = asString(asObject(spec['names'])['kind']) ?? '';
  const reason = `schemas of the form of ${asString(content['apiVersion']) ?? ''}, as in ${resourceTitle(definition)}, are not evaluated`;
  const names = asList(spec['versions']).map((entry) => asObject(entry)['name']);
  for (const version of names.length === 0 ? [spec['version']] : names) {
    if (typeof version !== 'string') continue;
    schemas.set(`${asString(spec['group']) ?? ''}/${version} ${kind}`, { is: 'hidden', reason });
  }
}
