import { plainScalarKind, resolvePlainScalar } from './scalar.ts';

const CORE = 'tag:yaml.org,2002:';

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
  if (kinds.includes(plainScalarKind(text))) return { is: 'value', value: resolvePlainScalar(text) };
  if (name === 'timestamp' && isTimestamp(text)) return { is: 'value', value: text };
  return { is: 'mismatch', why: `expected text that fits the tag !!${name}` };
}

const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['bool', ['boolean']],
  ['int', ['integer']],
  ['float', ['integer', 'float']],
  ['null', ['null']],
  ['timestamp', []],
]);
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
  return { is: 'value', value: new TextDecoder().decode(bytes) };
}
