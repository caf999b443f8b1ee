import { DOT } from './characters.ts';

/**
 * What Kubernetes makes of a plain scalar: sigs.k8s.io/yaml reads YAML 1.1 booleans, null and octal, and the floats of
 * the 1.2 core schema; timestamps, sexagesimal numbers and binary stay text.
 */
export function resolvePlainScalar(text: string): unknown {
  const first = text.charCodeAt(0);
  if (!mayBeSpecial(first)) return text;
  if (text.length <= 5) {
    const word = WORDS.get(text);
    if (word !== undefined) return word.value;
  }
  return isNumberStart(first) ? resolveNumber(text) : text;
}

const WORDS = new Map<string, { value: unknown }>();
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']) {
  WORDS.set(word, { value: true });
}
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']) {
  WORDS.set(word, { value: false });
}
for (const word of ['', '~', 'null', 'Null', 'NULL']) WORDS.set(word, { value: null });

/** y Y n N t T f F o O ~, digits, signs, a dot: only a text that starts so may be more than text. */
const SPECIAL_START = new Uint8Array(128);
for (const character of 'yYnNtTfFoO~0123456789+-.') SPECIAL_START[character.charCodeAt(0)] = 1;

function mayBeSpecial(first: number): boolean {
  return SPECIAL_START[first] === 1 || Number.isNaN(first);
}

function isNumberStart(first: number): boolean {
  return (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
}

for (const sign of ['', '+', '-']) {
  for (const word of ['.inf', '.Inf', '.INF']) WORDS.set(sign + word, { value: sign === '-' ? -Infinity : Infinity });
}
for (const word of ['.nan', '.NaN', '.NAN']) WORDS.set(word, { value: Number.NaN });

const SHORT_DECIMAL = /^-?[1-9]\d{0,14}$/;
const INTEGER = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** Behind a leading point, underscores may only separate digits. */
const POINT_FLOAT = /^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/;
const SMALLEST_INTEGER = -(2n ** 63n);
const LARGEST_UNSIGNED = 2n ** 64n - 1n;

/** Of 64 bits in binary. More would take long to read, to no end. */
const MOST_DIGITS = 64;

/** Integers of 64 bits, exact; beyond them and with a point or exponent a float; underscores may stand anywhere. */
function resolveNumber(text: string): unknown {
  if (SHORT_DECIMAL.test(text)) return Number(text);
  if (text.charCodeAt(0) === DOT) return POINT_FLOAT.test(text) ? finiteOr(text.replaceAll('_', ''), text) : text;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const integer = INTEGER.exec(plain);
  if (integer !== null) {
    const [, sign, hexadecimal, binary, octal, decimal] = integer;
    const digits = (hexadecimal ?? binary ?? octal ?? decimal ?? '').replace(/^0+(?=.)/, '');
    const prefix = hexadecimal === undefined ? (binary === undefined ? (octal === undefined ? '' : '0o') : '0b') : '0x';
    const exact = digits.length > MOST_DIGITS ? undefined : BigInt(prefix + digits) * (sign === '-' ? -1n : 1n);
    if (
      exact !== undefined &&
      exact >= SMALLEST_INTEGER &&
      exact <= LARGEST_UNSIGNED &&
      !(sign === '+' && exact > LARGEST_SIGNED)
    ) {
      return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
    }
  }
  return FLOAT.test(plain) ? finiteOr(plain, text) : text;
}

const LARGEST_SIGNED = 2n ** 63n - 1n;

/** A number too large for 64 bits of float is text. */
function finiteOr(number: string, text: string): unknown {
  const value = Number(number);
  return Number.isFinite(value) ? value : text;
}

/** What kind of scalar a plain text is: `1.0` is a float though its value is the integer 1. */
export function plainScalarKind(text: string): 'null' | 'boolean' | 'integer' | 'float' | 'text' {
  const value = resolvePlainScalar(text);
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value !== 'number') return 'text';
  return INTEGER.test(text.replaceAll('_', '')) && Math.abs(value) < 2 ** 63 ? 'integer' : 'float';
}
