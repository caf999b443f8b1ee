import { plainScalarKind, resolvePlainScalar } from './scalar.ts';
import { utf8Text } from './utf8-text.ts';

const CORE = 'tag:yaml.org,2002:';
export const FLOAT_TAG = `${CORE}float`;

/** What a scalar with an explicit tag stands for; `mismatch` if its text does not fit the tag. */
export type Tagged =
  | { readonly is: 'value'; readonly value: unknown }
  | { readonly is: 'mismatch'; readonly why: string };

/** Resolves a scalar by its tag. Tags that Kubernetes does not know leave the text as it is. */
export function resolveTagged(tag: string, text: string): Tagged {
  if (!tag.startsWith(CORE)) return { is: 'value', value: text };
  const name = tag.slice(CORE.length);
  if (name === 'binary') return decodeBinary(text);
  const kinds = KINDS.get(name);
  if (kinds === undefined) return { is: 'value', value: text };
  const fits = kinds.includes(plainScalarKind(text)) || (name === 'timestamp' && isTimestamp(text));
  if (!fits) return { is: 'mismatch', why: `expected text that fits the tag !!${name}` };
  if (name === 'timestamp') return { is: 'value', value: text };
  const value = resolvePlainScalar(text);
  return name === 'float' && typeof value === 'bigint' ? floatOf(value) : { is: 'value', value };
}

const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['bool', ['boolean']],
  ['int', ['integer']],
  ['float', ['integer', 'float']],
  ['null', ['null']],
  ['timestamp', []],
]);

const LARGEST_SIGNED = 2n ** 63n - 1n;

/** An integer of 64 bits as a float, which holds fewer digits; only Kubernetes' signed integers may be one. */
function floatOf(integer: bigint): Tagged {
  if (integer > LARGEST_SIGNED) return { is: 'mismatch', why: 'expected at most 63 bits behind !!float' };
  return { is: 'value', value: Number(integer) };
}

const TIMESTAMP = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/;

function isTimestamp(text: string): boolean {
  if (!TIMESTAMP.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split(/[-Tt ]/, 3).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function decodeBinary(text: string): Tagged {
  const encoded = text.replace(/[\r\n]/g, '');
  if (!BASE64.test(encoded)) return { is: 'mismatch', why: 'expected base64 behind !!binary' };
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  return { is: 'value', value: utf8Text(bytes) };
}
