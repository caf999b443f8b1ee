import type { Version } from '../../core/check.ts';
import { newestVersion } from '../version.ts';
import type { Field, KindSchema, ObjectSchema } from './schema.ts';
import { readFields } from './schema-text.ts';
import { definitionLines, kindLines, schemaMinors } from './schemas.generated.ts';

/**
 * The schema of a kind that Kubernetes itself serves in a version, alpha and beta versions included; undefined if it
 * serves no such kind. A version older or newer than those known is taken for the nearest one.
 */
export function builtInSchema(
  apiVersion: string,
  kind: string,
  version: Version = newestVersion,
): KindSchema | undefined {
  const minor = knownMinor(version);
  for (const words of kindsByKey().get(`${apiVersion} ${kind}`) ?? []) {
    const [, , definition = '', scope, range = ''] = words;
    const [from, to] = range.split('-').map(Number);
    if (minor < (from ?? 0) || minor > (to ?? 0)) continue;
    return { apiVersion, kind, schema: definitionsOf(minor)(definition), isNamespaced: scope === 'n', isBuiltIn: true };
  }
  return undefined;
}

/** A definition by its short name (`core.v1.Container`); without fields if there is none of the name. */
export function builtInDefinition(name: string, version: Version = newestVersion): ObjectSchema {
  return definitionsOf(knownMinor(version))(name);
}

function knownMinor({ major, minor }: Version): number {
  if (major !== 1) return major > 1 ? schemaMinors.to : schemaMinors.from;
  return Math.min(Math.max(minor, schemaMinors.from), schemaMinors.to);
}

let indexedKinds: ReadonlyMap<string, readonly string[][]> | undefined;
let indexedDefinitions: ReadonlyMap<string, string> | undefined;
const definitionsByMinor = new Map<number, (name: string) => ObjectSchema>();

function kindsByKey(): ReadonlyMap<string, readonly string[][]> {
  if (indexedKinds !== undefined) return indexedKinds;
  const index = new Map<string, string[][]>();
  for (const line of kindLines.trim().split('\n')) {
    const words = line.split(' ');
    const key = `${words[0]} ${words[1]}`;
    const lines = index.get(key);
    if (lines === undefined) index.set(key, [words]);
    else lines.push(words);
  }
  indexedKinds = index;
  return index;
}

/** Lines by the name of their definition; taken apart only where one is used. */
function linesByDefinition(): ReadonlyMap<string, string> {
  if (indexedDefinitions !== undefined) return indexedDefinitions;
  const index = new Map<string, string>();
  for (const line of definitionLines.trim().split('\n')) index.set(/^[^ (]*/.exec(line)?.[0] ?? '', line);
  indexedDefinitions = index;
  return index;
}

function definitionsOf(minor: number): (name: string) => ObjectSchema {
  const existing = definitionsByMinor.get(minor);
  if (existing !== undefined) return existing;
  const read = new Map<string, ObjectSchema>();
  function find(name: string): ObjectSchema {
    const known = read.get(name);
    if (known !== undefined) return known;
    const [head = '', ...words] = (linesByDefinition().get(name) ?? '').split(' ');
    let fields: Map<string, Field> | undefined;
    const definition: ObjectSchema = {
      is: 'object',
      name,
      fields() {
        fields ??= readFields(words, minor, find);
        return fields;
      },
      keepsUnknown: false,
      replacedWhole: head.endsWith('(a)'),
    };
    read.set(name, definition);
    return definition;
  }
  definitionsByMinor.set(minor, find);
  return find;
}
