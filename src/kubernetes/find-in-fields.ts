import { asList, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import { remembered } from '../core/remembered.ts';
import type { Credential } from '../text/credential/credential.ts';
import { findFormatCredentials, isTooShort } from '../text/credential/find-credentials.ts';
import { findInArguments } from '../text/credential/find-in-arguments.ts';
import { findInField } from '../text/credential/find-in-field.ts';
import { findInText } from '../text/credential/find-in-text.ts';
import { lastApplied } from './secret-data.ts';
import { valueName } from './value-name.ts';

/** A credential in a field. */
export interface FoundInField {
  readonly credential: Credential;
  /** The field; for a key, that of its value. */
  readonly path: Path;
  readonly isKey: boolean;
  /** What the credential stands in, where that is the field's value as it is written; undefined for keys and copies. */
  readonly text: string | undefined;
}

/** Finds the credentials of a text by what it is, and perhaps by what it is named. */
export type FieldSearch = (text: string, name: string) => readonly Credential[];

/** For fields that a schema describes: what a text is named tells nothing that the schema does not. */
export const byFormat: FieldSearch = (text) => findFormatCredentials(text);
/** For fields that no known schema describes. */
export const byNameToo: FieldSearch = findInField;
/** For addresses with a query, which names what it holds: `/health?token=…`. */
const byQuery: FieldSearch = findInText;

/** The reader of manifests allows no more levels; a copy in an annotation was read by nobody. */
const DEEPEST = 110;
const MOST_FOUND = 100;
/** No format is shorter in a key. */
const SHORTEST_KEY = 16;
/** Below these, names tell nothing: the values are encrypted. */
const ENCRYPTED = /^(?:encrypted|sops$)/i;

/** Where a search of an object is, and what it found. */
interface Walk {
  readonly found: FoundInField[];
  readonly path: (string | number)[];
  /** Tells the fields that are not looked at. */
  readonly isLeftOut: (path: Path) => boolean;
}

/**
 * The credentials in the fields and keys of an object, a hundred at most, in its order. Annotations and labels, and the
 * headers of probes and hooks, are searched by name too. `isLeftOut` tells the fields that are not looked at.
 */
export function findInFields(
  content: JsonObject,
  search: FieldSearch,
  isLeftOut: (path: Path) => boolean,
): readonly FoundInField[] {
  const walk: Walk = { found: [], path: [], isLeftOut };
  visitMapping(walk, content, '', search);
  return walk.found.length > MOST_FOUND ? walk.found.slice(0, MOST_FOUND) : walk.found;
}

function take({ found, path }: Walk, credentials: readonly Credential[], text?: string): void {
  for (const credential of credentials) found.push({ credential, path: [...path], isKey: false, text });
}

function takeKey({ found, path }: Walk, credentials: readonly Credential[]): void {
  for (const credential of credentials) found.push({ credential, path: [...path], isKey: true, text: undefined });
}

function visit(walk: Walk, value: unknown, name: string, own: FieldSearch): void {
  if (typeof value === 'string') visitText(walk, value, name, own);
  else if (typeof value !== 'object' || value === null) return;
  else if (walk.path.length >= DEEPEST || walk.found.length >= MOST_FOUND) return;
  else if (isObject(value)) visitMapping(walk, value, name, own);
  else visitList(walk, asList(value), name, own);
}

function visitText(walk: Walk, text: string, name: string, own: FieldSearch): void {
  const credentials = own(text, name);
  if (credentials.length > 0) take(walk, credentials, text);
}

function visitList(walk: Walk, list: readonly unknown[], name: string, own: FieldSearch): void {
  for (let index = 0; index < list.length; index += 1) {
    if (saysNothing(list[index], own)) continue;
    walk.path.push(index);
    visit(walk, list[index], name, own);
    walk.path.pop();
  }
}

function visitMapping(walk: Walk, mapping: JsonObject, name: string, own: FieldSearch): void {
  for (const key in mapping) {
    const value = mapping[key];
    const isPlain = isPlainKey(key);
    if (isPlain && key !== 'value' && saysNothing(value, own) && !hasQuery(key, value)) continue;
    walk.path.push(key);
    if (!isPlain) takeKey(walk, findFormatCredentials(key));
    if (!walk.isLeftOut(walk.path)) visitField(walk, mapping, key, name, own);
    walk.path.pop();
  }
}

function visitField(walk: Walk, mapping: JsonObject, key: string, above: string, own: FieldSearch): void {
  const value = mapping[key];
  if ((key === 'annotations' || key === 'labels') && walk.path.at(-2) === 'metadata')
    visit(walk, value, key, byNameToo);
  else if (key === lastApplied && typeof value === 'string') take(walk, inCopy(value));
  else if (key === 'value') visitValue(walk, mapping, above, walk.path.at(-3) === 'httpHeaders' ? byNameToo : own);
  else if (own === byFormat) visit(walk, value, key, hasQuery(key, value) ? byQuery : own);
  else if ((key === 'args' || key === 'command') && Array.isArray(value)) {
    visitWords(walk, key === 'args' ? asList(mapping['command']) : [], value);
  } else visit(walk, value, key, ENCRYPTED.test(key) ? byFormat : own);
}

/** True for a field with the address of a probe, a hook or a webhook that has a query. */
export function hasQuery(key: string, value: unknown): boolean {
  return (key === 'path' || key === 'url') && typeof value === 'string' && value.includes('?');
}

/** A field `value`, which says no more than that. */
function visitValue(walk: Walk, mapping: JsonObject, above: string, own: FieldSearch): void {
  const name = own === byFormat ? above : valueName('value', { name: above, value: mapping });
  visit(walk, mapping['value'], name, own);
}

/** The words of a list, behind those of the command that they are arguments of. */
function visitWords(walk: Walk, before: readonly unknown[], words: readonly unknown[]): void {
  const texts = [...before, ...words].map((word) => asString(word) ?? '');
  for (const credential of findInArguments(texts)) {
    if (credential.word < before.length) continue;
    walk.path.push(credential.word - before.length);
    take(walk, [credential], texts[credential.word]);
    walk.path.pop();
  }
}

/** Tells what is most of an object at little cost: numbers, and texts that are too short where only their form counts. */
function saysNothing(value: unknown, own: FieldSearch): boolean {
  if (typeof value !== 'string') return typeof value !== 'object' || value === null;
  return own === byFormat && isTooShort(value);
}

/** The credentials in a copy of an object, whatever its kind: no check looks into it for anything else. */
function inCopy(text: string): readonly Credential[] {
  const copy = parsed(text);
  if (!isObject(copy)) return findFormatCredentials(text);
  return findInFields(copy, byNameToo, () => false).map(({ credential }) => credential);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** True for a key that is no credential. */
export function isPlainKey(key: string): boolean {
  return key.length < SHORTEST_KEY || isPlainLongKey(key);
}

/** Objects have few keys, each many times. */
const isPlainLongKey = remembered((key) => findFormatCredentials(key).length === 0);
