import { readFileSync } from 'node:fs';
import { asList, asObject, asString, isObject, type JsonObject } from '../../src/core/json.ts';
import type { Enums } from './enums.ts';
import { apiVersionOf } from './lifecycles.ts';

/** What one version of Kubernetes knows, in the codes that `src/kubernetes/schema/schema-text.ts` reads. */
export interface VersionSchemas {
  readonly minor: number;
  /** By short name (`core.v1.Container`): the code of each field, and the flag `(a)` of one that is replaced whole. */
  readonly definitions: ReadonlyMap<string, { readonly flag: string; readonly fields: ReadonlyMap<string, string> }>;
  /** By `apps/v1 Deployment`: the short name of its definition and its scope. */
  readonly kinds: ReadonlyMap<string, { readonly definition: string; readonly isNamespaced: boolean }>;
}

/** Definitions that are no objects with named fields, and their codes. */
const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['api.resource.Quantity', 'q'],
  ['meta.v1.Time', 't'],
  ['meta.v1.MicroTime', 'm'],
  ['util.intstr.IntOrString', 'x'],
  ['pkg.runtime.RawExtension', '*'],
  ['meta.v1.FieldsV1', '*'],
  ['meta.v1.Patch', '*'],
  ['apiextensions.v1.JSON', '*'],
  ['apiextensions.v1.JSONSchemaPropsOrArray', '*'],
  ['apiextensions.v1.JSONSchemaPropsOrBool', '*'],
  ['apiextensions.v1.JSONSchemaPropsOrStringArray', '*'],
]);

/** Reads an OpenAPI 2 document. Throws an Error if a type in it is not understood. */
export function readOpenApi(file: string, minor: number, enums: Enums): VersionSchemas {
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const all = asObject(asObject(document)['definitions']);
  const kinds = readKinds(asObject(asObject(document)['paths']), all);
  const definitions = new Map<string, { flag: string; fields: Map<string, string> }>();
  const open = [...kinds.values()].map(({ definition }) => definition);
  const byShortName = new Map(Object.entries(all).map(([name, one]) => [shortName(name), asObject(one)]));
  if (byShortName.size !== Object.keys(all).length) throw new Error(`short names of ${file} are not unique`);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (definitions.has(name)) continue;
    const definition = byShortName.get(name) ?? {};
    const required = new Set(asList(definition['required']));
    const fields = new Map<string, string>();
    for (const [field, schema] of Object.entries(asObject(definition['properties']))) {
      const code = codeOf(asObject(schema), enums.get(`${name} ${field}`));
      fields.set(field, `${required.has(field) ? '!' : ''}=${code}`);
      for (const [, next = ''] of code.matchAll(/#(\S+)/g)) open.push(next);
    }
    definitions.set(name, { flag: definition['x-kubernetes-map-type'] === 'atomic' ? '(a)' : '', fields });
  }
  return { minor, definitions, kinds };
}

/** `core.v1.Container` of `io.k8s.api.core.v1.Container`. */
function shortName(name: string): string {
  return name.split('.').slice(-3).join('.');
}

/** The code of a type: see `schema-text.ts`. */
export function codeOf(schema: JsonObject, values: readonly string[] | undefined): string {
  const reference = asString(schema['$ref']);
  if (reference !== undefined) {
    const name = shortName(reference.slice('#/definitions/'.length));
    return SPECIAL.get(name) ?? `#${name}`;
  }
  const { type, format } = schema;
  if (type === 'array') return `[${listFlags(schema)}${codeOf(asObject(schema['items']), values)}`;
  if (type === 'object') {
    const element = schema['additionalProperties'];
    const flag = schema['x-kubernetes-map-type'] === 'atomic' ? '(a)' : '';
    return isObject(element) ? `{${flag}${codeOf(element, values)}` : 'o';
  }
  if (type === 'string' && format === 'byte') return 'y';
  if (type === 'string' && format === undefined) return values === undefined ? 's' : enumCode(values);
  if (type === 'boolean') return 'b';
  if (type === 'integer') return format === 'int64' ? 'l' : 'i';
  if (type === 'number') return 'd';
  throw new Error(`the type ${JSON.stringify(schema)} is not understood`);
}

/** Blanks part the fields of a line, and are written as `~`. */
function enumCode(values: readonly string[]): string {
  const text = values.join('|');
  if (/[~()]/.test(text) || values.some((value) => value.includes('|'))) throw new Error(`${text} needs escaping`);
  return `e(${text.replaceAll(' ', '~')})`;
}

function listFlags(schema: JsonObject): string {
  const flags: string[] = [];
  const listType = schema['x-kubernetes-list-type'];
  const keys = asList(schema['x-kubernetes-list-map-keys']).join(',');
  if (listType === 'atomic') flags.push('a');
  if (listType === 'set') flags.push('s');
  if (listType === 'map') flags.push(`m:${keys}`);
  const strategy = asString(schema['x-kubernetes-patch-strategy']) ?? '';
  if (strategy.includes('merge')) flags.push(`p:${asString(schema['x-kubernetes-patch-merge-key']) ?? ''}`);
  return flags.length === 0 ? '' : `(${flags.join(';')})`;
}

function readKinds(paths: JsonObject, definitions: JsonObject): VersionSchemas['kinds'] {
  const byKind = new Map<string, string>();
  for (const [name, definition] of Object.entries(definitions)) {
    for (const one of asList(asObject(definition)['x-kubernetes-group-version-kind'])) {
      byKind.set(kindKey(asObject(one)), shortName(name));
    }
  }
  const kinds = new Map<string, { definition: string; isNamespaced: boolean }>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const operation of Object.values(asObject(operations))) {
      const served = asObject(operation)['x-kubernetes-group-version-kind'];
      const key = isObject(served) ? kindKey(served) : '';
      const definition = byKind.get(key);
      if (definition === undefined || /\bDeleteOptions$/.test(key)) continue;
      const isNamespaced = path.includes('/namespaces/{namespace}/') || (kinds.get(key)?.isNamespaced ?? false);
      kinds.set(key, { definition, isNamespaced });
    }
  }
  return kinds;
}

function kindKey(groupVersionKind: JsonObject): string {
  const { group, version, kind } = groupVersionKind;
  return `${apiVersionOf(asString(group) ?? '', asString(version) ?? '')} ${asString(kind) ?? ''}`;
}
