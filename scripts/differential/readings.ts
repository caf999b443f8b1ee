import {
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  loadAll,
  realMapTag,
  Schema,
  seqTag,
  YAML11_SCHEMA,
} from 'js-yaml';
import { parseAllDocuments, type Tags } from 'yaml';
import { isObject } from '../../src/core/json.ts';
import { readYaml } from '../../src/text/yaml/read.ts';

/** What a reader makes of a text: the values of its documents, or why it takes none of them. */
export type Reading =
  | { readonly is: 'read'; readonly values: readonly unknown[]; readonly notes: readonly string[] }
  | { readonly is: 'refused'; readonly message: string };

/** The readers that ours is compared with, each set as near to Kubernetes as it can be. */
export const peers = { 'js-yaml': readWithJsYaml, yaml: readWithYaml } as const;
export type PeerName = keyof typeof peers;

/** Reads a text with our reader; a document that is lost makes it a refusal. */
export function readWithOurs(text: string): Reading {
  const { documents, problems } = readYaml(text);
  const lost = problems.find((problem) => problem.lost !== undefined);
  if (lost !== undefined) return { is: 'refused', message: lost.message };
  return { is: 'read', values: documents.map(({ value }) => value), notes: problems.map(({ kind }) => kind) };
}

/** Collections that Kubernetes reads as the lists and mappings they are. */
const COLLECTION_TAGS = ['omap', 'pairs', 'set'].map((name) => `tag:yaml.org,2002:${name}`);

/** Tags that nobody knows leave the value as it is, as Kubernetes does. */
const schema = new Schema(YAML11_SCHEMA.tags.filter(({ tagName }) => !COLLECTION_TAGS.includes(tagName))).withTags(
  realMapTag,
  ['!', 'tag:'].flatMap((prefix) => [
    defineScalarTag(prefix, { matchByTagPrefix: true, resolve: (source) => source, identify: () => false }),
    defineSequenceTag(prefix, { ...seqTag, matchByTagPrefix: true, identify: () => false }),
    defineMappingTag(prefix, { ...realMapTag, matchByTagPrefix: true, identify: () => false }),
  ]),
);

function readWithJsYaml(text: string): Reading {
  try {
    return { is: 'read', values: loadAll(text, { schema, json: true, maxTotalMergeKeys: -1 }), notes: [] };
  } catch (error) {
    return { is: 'refused', message: messageOf(error) };
  }
}

const yamlOptions = {
  version: '1.1',
  merge: true,
  uniqueKeys: false,
  logLevel: 'silent',
  customTags: (tags: Tags): Tags => tags.filter((tag) => typeof tag === 'string' || !COLLECTION_TAGS.includes(tag.tag)),
} as const;

/** It counts a byte order mark as a column and does not break lines at a lone CR, so it gets neither. */
function readWithYaml(text: string): Reading {
  try {
    const documents = parseAllDocuments(text.replace(/^\uFEFF/, '').replaceAll(/\r(?!\n)/g, '\n'), yamlOptions);
    if ('empty' in documents) return { is: 'read', values: [], notes: [] };
    const [error] = documents.flatMap(({ errors }) => errors);
    if (error !== undefined) return { is: 'refused', message: messageOf(error) };
    return { is: 'read', values: documents.map((document) => document.toJS({ mapAsMap: true }) as unknown), notes: [] };
  } catch (error) {
    return { is: 'refused', message: messageOf(error) };
  }
}

/** The first line of a message, without the place. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n')[0] ?? '').replace(/ (?:\(\d+:\d+\)|at line \d+, column \d+:?)$/, '');
}

/** All values of a reading, those inside of others too. */
export function valuesOf(reading: Reading): readonly unknown[] {
  const seen = new Set<unknown>(reading.is === 'read' ? reading.values : []);
  for (const value of seen) {
    const inner = value instanceof Map ? value.values() : isPlain(value) ? Object.values(value) : [];
    for (const one of inner) seen.add(one);
  }
  return [...seen];
}

function isPlain(value: unknown): value is object {
  return Array.isArray(value) || (isObject(value) && Object.getPrototypeOf(value) === Object.prototype);
}
