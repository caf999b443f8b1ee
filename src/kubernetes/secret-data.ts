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
  /** True if a tool or a person took the value out. */
  readonly isRedacted: boolean;
  readonly at: Place;
}

/** The values of a Secret that are not empty; `data` and `stringData` both. */
export function secretEntries(secret: KubernetesObject): SecretEntry[] {
  const entries: SecretEntry[] = [];
  for (const field of ['data', 'stringData'] as const) {
    for (const [key, value] of textMap(secret.content[field])) {
      if (value.trim() === '') continue;
      const wasTakenOut = isTakenOut(field, value);
      const isPlain = field === 'stringData' || isReference(value) || wasTakenOut;
      const text = isPlain ? value : decodedBase64(value);
      const isRedacted = wasTakenOut || REDACTED.test(text ?? '');
      entries.push({ key, field, text, isRedacted, at: secret.at(field, key) });
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

/** `<base64 of the key>` is no Base64, so no cluster holds it as data. */
const PLACEHOLDER_OF_DATA = /^<[^<>]*>$/;

/** True if something stands in the place of a value that was taken out, as a tool or a person writes it. */
function isTakenOut(field: SecretEntry['field'], value: string): boolean {
  return REDACTED.test(value) || (field === 'data' && PLACEHOLDER_OF_DATA.test(value.trim()));
}

/** The annotation in which kubectl keeps the object as it was applied. */
export const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** True if the copy that kubectl keeps of a Secret holds values. What is no JSON holds none that anyone can read. */
export function lastAppliedHoldsValues(secret: KubernetesObject): boolean {
  const copy = parsed(secret.annotations.get(lastApplied) ?? '');
  return (['data', 'stringData'] as const).some((field) =>
    Object.values(asObject(copy[field])).some((value) => {
      const text = asString(value) ?? '';
      return text !== '' && !isTakenOut(field, text);
    }),
  );
}

function parsed(text: string): ReturnType<typeof asObject> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}
