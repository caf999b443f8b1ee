import { asObject, asString } from '../core/json.ts';
import type { Place } from '../core/resource.ts';
import { isReference } from '../text/credential/literal.ts';
import type { KubernetesObject } from './object.ts';
import { textMap } from './resource.ts';

/** One value of a Secret. */
export interface SecretEntry {
  readonly key: string;
  readonly field: 'data' | 'stringData';
  /** What a container reads; undefined for Base64 that is no text. */
  readonly text: string | undefined;
  readonly at: Place;
}

/** The values of a Secret that are not empty; `data` and `stringData` both. */
export function secretEntries(secret: KubernetesObject): SecretEntry[] {
  const entries: SecretEntry[] = [];
  for (const field of ['data', 'stringData'] as const) {
    for (const [key, value] of textMap(secret.content[field])) {
      if (value.trim() === '') continue;
      const isPlain = field === 'stringData' || isReference(value) || REDACTED.test(value);
      const text = isPlain ? value : decodedBase64(value);
      entries.push({ key, field, text, at: secret.at(field, key) });
    }
  }
  return entries;
}

/** The text behind Base64, byte by byte; undefined for what is none. */
export function decodedBase64(value: string): string | undefined {
  try {
    return atob(value);
  } catch {
    return undefined;
  }
}

/** True if a manifest holds the value in another form: a template marker, encrypted by sops, a reference to a store. */
export function isHidden(secret: KubernetesObject, { text }: SecretEntry): boolean {
  return secret.content['sops'] !== undefined || (text !== undefined && isReference(text));
}

const REDACTED = /^(?:\*+|<?redacted>?)$/i;

/** True if a tool that dumped the Secret took the value out. */
export function isRedacted({ text }: SecretEntry): boolean {
  return text !== undefined && REDACTED.test(text);
}

/** The annotation in which kubectl keeps the object as it was applied. */
export const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** True if the copy that kubectl keeps of a Secret holds values. What is no JSON holds none that anyone can read. */
export function lastAppliedHoldsValues(secret: KubernetesObject): boolean {
  const copy = parsed(secret.annotations.get(lastApplied) ?? '');
  return [copy['data'], copy['stringData']].some((values) =>
    Object.values(asObject(values)).some((value) => isValue(asString(value) ?? '')),
  );
}

function isValue(text: string): boolean {
  return text !== '' && !REDACTED.test(text);
}

function parsed(text: string): ReturnType<typeof asObject> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}
