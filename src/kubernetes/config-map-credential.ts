import { asObject } from '../core/json.ts';
import type { Credential } from '../text/credential/credential.ts';
import { credentialNameKind } from '../text/credential/credential-name.ts';
import { findCredentials } from '../text/credential/find-credentials.ts';
import { isNamedNumber, isNameKind } from '../text/credential/name-kinds.ts';
import { credentialLine, credentialPlace } from './credential-place.ts';
import { described, type LiteralCredential } from './literal-credential.ts';
import type { KubernetesObject } from './object.ts';

/** A credential in a ConfigMap. */
export interface ConfigMapCredential extends LiteralCredential {
  readonly key: string;
  /** The whole value of the key, as the container reads it. */
  readonly value: string;
  /** The line of the value that it starts on, from 1; undefined for a value of one line. */
  readonly line: number | undefined;
}

/** ConfigMaps that a cluster fills with public certificates. */
const PUBLIC = new Set(['kube-root-ca.crt', 'extension-apiserver-authentication']);
const MOST_PER_KEY = 100;

/** The credentials in the keys of a ConfigMap, by their names or by themselves. */
export function configMapCredentials(object: KubernetesObject): ConfigMapCredential[] {
  if (PUBLIC.has(object.name)) return [];
  const found: ConfigMapCredential[] = [];
  for (const [key, value] of Object.entries(asObject(object.content['data']))) {
    if (typeof value !== 'string') continue;
    const credentials = findCredentials(value, isSetting(key, value) ? key : undefined);
    found.push(...inValue(object, 'data', key, value, credentials));
  }
  for (const [key, value] of Object.entries(asObject(object.content['binaryData']))) {
    if (typeof value !== 'string') continue;
    const text = textOfBase64(value);
    const credentials = text === undefined ? keyStore(value, key) : findCredentials(text);
    found.push(...inValue(object, 'binaryData', key, text ?? value, credentials));
  }
  return found;
}

function inValue(
  object: KubernetesObject,
  field: 'data' | 'binaryData',
  key: string,
  value: string,
  credentials: readonly Credential[],
): ConfigMapCredential[] {
  const written = credentials.filter((each) => !isNamedNumber(value, each) && !(isCode(key) && isBare(value, each)));
  return written.slice(0, MOST_PER_KEY).map((credential) => ({
    ...described(credential),
    key,
    value,
    line: credentialLine(value, credential),
    // The lines of what Base64 stands for are not written.
    at: field === 'data' ? credentialPlace(object.at(field, key), value, credential) : object.at(field, key),
  }));
}

/** True if a key names a value of one line; one with a file's ending names a file, which is judged by its content alone. */
function isSetting(key: string, value: string): boolean {
  return !value.trimEnd().includes('\n') && !isFileName(key);
}

/** Languages in which a bare word is a variable. */
const LONGEST_LEAD = 1024;
const CODE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kts?|lua|php|groovy|scala|cs|rs)$/i;

function isCode(key: string): boolean {
  return CODE.test(key);
}

/** True for what a name alone tells, and stands in no quotes of its line. */
function isBare(value: string, { kind, start }: Credential): boolean {
  if (!isNameKind(kind)) return false;
  const before = value.slice(Math.max(start - LONGEST_LEAD, 0), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return ['"', "'", '`'].every((quote) => line.split(quote).length % 2 === 1);
}

function isFileName(key: string): boolean {
  const ending = /\.([A-Za-z0-9]{1,10})$/.exec(key)?.[1];
  return ending !== undefined && ending !== 'key' && credentialNameKind(ending) === undefined;
}

/** A file of keys in a form of its own, known by its name. */
function keyStore(value: string, key: string): readonly Credential[] {
  return findCredentials(value, key).filter(({ kind }) => kind === 'key store');
}

/** What Base64 stands for, if it is UTF-8. */
function textOfBase64(value: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
