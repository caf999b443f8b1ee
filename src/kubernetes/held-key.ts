import { asObject, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';
import type { ObjectUse } from './reference-index.ts';

/** A key that a ConfigMap or Secret holds, and where. */
export interface HeldKey {
  readonly key: string;
  readonly path: Path;
}

export const configMapFields: readonly string[] = ['data', 'binaryData'];
export const secretFields: readonly string[] = ['data', 'stringData'];

/** The keys of a ConfigMap or Secret; what they hold is not read. */
export function heldKeys(content: JsonObject, fields: readonly string[]): HeldKey[] {
  return fields.flatMap((field) => Object.keys(asObject(content[field])).map((key) => ({ key, path: [field, key] })));
}

/** True if a ConfigMap or Secret holds a key. */
export function holdsKey(content: JsonObject, fields: readonly string[], key: string): boolean {
  return fields.some((field) => Object.keys(asObject(content[field])).includes(key));
}

/** The keys that the control plane fills in where a Secret asks for the token of a ServiceAccount. */
const TOKEN_KEYS = ['ca.crt', 'namespace', 'token'];

/** The names of the keys of a Secret, those that the control plane fills in among them. */
export function secretKeys(content: JsonObject): ReadonlySet<string> {
  const held = new Set(heldKeys(content, secretFields).map(({ key }) => key));
  if (content['type'] === 'kubernetes.io/service-account-token') for (const key of TOKEN_KEYS) held.add(key);
  return held;
}

/** The keys of a ConfigMap or Secret that no use of it names; none where something uses it whole. */
export function unnamedKeys(content: JsonObject, use: ObjectUse, fields: readonly string[]): HeldKey[] {
  return use.isWhole ? [] : heldKeys(content, fields).filter(({ key }) => !use.keys.has(key));
}
