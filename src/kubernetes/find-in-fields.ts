import { asList, asString, isObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { Credential } from '../text/credential/credential.ts';
import { findFormatCredentials, isTooShort } from '../text/credential/find-credentials.ts';
import { findInArguments } from '../text/credential/find-in-arguments.ts';
import { findInField } from '../text/credential/find-in-field.ts';
import { lastApplied } from './secret-data.ts';
import { valueName } from './value-name.ts';

/** A credential in a field. */
export interface FoundInField {
  readonly credential: Credential;
  /** The field; for a key, that of its value. */
  readonly path: Path;
  readonly isKey: boolean;
}

/** Finds the credentials of a text by what it is, and perhaps by what it is named. */
export type FieldSearch = (text: string, name: string) => readonly Credential[];

/** For fields that a schema describes: what a text is named tells nothing that the schema does not. */
export const byFormat: FieldSearch = (text) => findFormatCredentials(text);
/** For fields that no known schema describes. */
export const byNameToo: FieldSearch = findInField;

/** The reader of manifests allows no more levels; a copy in an annotation was read by nobody. */
const DEEPEST = 110;
const MOST_FOUND = 100;
/** No format is shorter in a key. */
const SHORTEST_KEY = 16;
/** Below these, names tell nothing: the values are encrypted. */
const ENCRYPTED = /^(?:encrypted|sops$)/i;

/**
 * The credentials in the fields and keys of an object, a hundred at most, in its order. Annotations and labels, and the
 * headers of probes and hooks, are searched by name too. `isLeftOut` tells the fields that are not looked at.
 */
export function findInFields(
  content: JsonObject,
  search: FieldSearch,
  isLeftOut: (path: Path) => boolean,
): FoundInField[] {
  const found: FoundInField[] = [];
  const path: (string | number)[] = [];

  function take(credentials: readonly Credential[], isKey = false): void {
    for (const credential of credentials) found.push({ credential, path: [...path], isKey });
  }

  function visit(value: unknown, name: string, own: FieldSearch): void {
    if (typeof value === 'string') visitText(value, name, own);
    else if (typeof value === 'object' && value !== null && path.length < DEEPEST && found.length < MOST_FOUND) {
      if (isObject(value)) visitMapping(value, name, own);
      else visitList(asList(value), name, own);
    }
  }

  function visitText(text: string, name: string, own: FieldSearch): void {
    const credentials = own(text, name);
    if (credentials.length > 0) take(credentials);
  }

  function visitList(list: readonly unknown[], name: string, own: FieldSearch): void {
    for (let index = 0; index < list.length; index += 1) {
      if (saysNothing(list[index], own)) continue;
      path.push(index);
      visit(list[index], name, own);
      path.pop();
    }
  }

  function visitMapping(mapping: JsonObject, name: string, own: FieldSearch): void {
    for (const key in mapping) {
      const value = mapping[key];
      const isPlain = key.length < SHORTEST_KEY || isPlainKey(key);
      if (isPlain && key !== 'value' && saysNothing(value, own)) continue;
      path.push(key);
      if (!isPlain) take(findFormatCredentials(key), true);
      if (!isLeftOut(path)) visitField(mapping, key, value, name, own);
      path.pop();
    }
  }

  function visitField(mapping: JsonObject, key: string, value: unknown, above: string, own: FieldSearch): void {
    if ((key === 'annotations' || key === 'labels') && path.at(-2) === 'metadata') visit(value, key, byNameToo);
    else if (key === lastApplied && typeof value === 'string') take(inCopy(value));
    else if (key === 'value') visitValue(mapping, value, above, path.at(-3) === 'httpHeaders' ? byNameToo : own);
    else if (own === byFormat) visit(value, key, own);
    else if ((key === 'args' || key === 'command') && Array.isArray(value)) {
      visitWords(key === 'args' ? asList(mapping['command']) : [], value);
    } else visit(value, key, ENCRYPTED.test(key) ? byFormat : own);
  }

  /** A field `value`, which says no more than that. */
  function visitValue(mapping: JsonObject, value: unknown, above: string, own: FieldSearch): void {
    visit(value, own === byFormat ? above : valueName('value', { name: above, value: mapping }), own);
  }

  /** The words of a list, behind those of the command that they are arguments of. */
  function visitWords(before: readonly unknown[], words: readonly unknown[]): void {
    const texts = [...before, ...words].map((word) => asString(word) ?? '');
    for (const credential of findInArguments(texts)) {
      if (credential.word < before.length) continue;
      path.push(credential.word - before.length);
      take([credential]);
      path.pop();
    }
  }

  visit(content, '', search);
  return found.slice(0, MOST_FOUND);
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

const plainKeys = new Set<string>();
const MOST_PLAIN_KEYS = 10_000;

/** True for a key that is no credential. Remembered: objects have few keys, each many times. */
function isPlainKey(key: string): boolean {
  if (plainKeys.has(key)) return true;
  if (findFormatCredentials(key).length > 0) return false;
  if (plainKeys.size < MOST_PLAIN_KEYS) plainKeys.add(key);
  return true;
}
