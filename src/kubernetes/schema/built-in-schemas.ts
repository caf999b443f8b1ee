import type { Version } from '../../core/check.ts';
import { addToGroup } from '../../core/group-by.ts';
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
  const served = kindsByName()
    .get(kind)
    ?.find((each) => each.apiVersion === apiVersion && minor >= each.from && minor <= each.to);
  if (served === undefined) return undefined;
  const { definition, isNamespaced } = served;
  return { apiVersion, kind, schema: definitionsOf(minor)(definition), isNamespaced, isBuiltIn: true };
}

/** True for the name of a kind that some known version of Kubernetes serves, whatever its group. */
export function isBuiltInKind(kind: string): boolean {
  return kindsByName().has(kind);
}

/** A definition by its short name (`core.v1.Container`); without fields if there is none of the name. */
export function builtInDefinition(name: string, version: Version = newestVersion): ObjectSchema {
  return definitionsOf(knownMinor(version))(name);
}

function knownMinor({ major, minor }: Version): number {
  if (major !== 1) return major > 1 ? schemaMinors.to : schemaMinors.from;
  return Math.min(Math.max(minor, schemaMinors.from), schemaMinors.to);
}

/** A kind in one of its versions, and the minor versions of Kubernetes that serve it. */
interface ServedKind {
  readonly apiVersion: string;
  readonly definition: string;
  readonly isNamespaced: boolean;
  readonly from: number;
  readonly to: number;
}

let indexedKinds: ReadonlyMap<string, readonly ServedKind[]> | undefined;
let indexedDefinitions: ReadonlyMap<string, string> | undefined;
const definitionsByMinor = new Map<number, (name: string) => ObjectSchema>();

function kindsByName(): ReadonlyMap<string, readonly ServedKind[]> {
  if (indexedKinds !== undefined) return indexedKinds;
  const index = new Map<string, ServedKind[]>();
  for (const line of kindLines.trim().split('\n')) {
    const [apiVersion = '', kind = '', definition = '', scope, range = ''] = line.split(' ');
    const [from = 0, to = 0] = range.split('-').map(Number);
    addToGroup(index, kind, { apiVersion, definition, isNamespaced: scope === 'n', from, to });
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
