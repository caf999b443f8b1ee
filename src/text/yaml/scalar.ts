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

/** y Y n N t T f F o O ~, digits, signs, a dot, or nothing at all. */
const SPECIAL_START = new Set([...'yYnNtTfFoO~0123456789+-.'].map((character) => character.charCodeAt(0)));

function mayBeSpecial(first: number): boolean {
  return Number.isNaN(first) || SPECIAL_START.has(first);
}

function isNumberStart(first: number): boolean {
  return (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
}

const DECIMAL = /^[-+]?(?:0|[1-9]\d*)$/;
const PREFIXED = /^([-+]?)0(?:([xX])([\da-fA-F]+)|([bB])([01]+)|[oO]?([0-7]+))$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

function resolveNumber(text: string): unknown {
  if (DECIMAL.test(text)) return positiveZero(Number(text));
  if (text.charCodeAt(0) === 46) return FLOAT.test(text) ? Number(text) : text;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  if (DECIMAL.test(plain)) return positiveZero(Number(plain));
  const prefixed = PREFIXED.exec(plain);
  if (prefixed !== null) {
    const [, sign, hexadecimal, hexadecimalDigits, binary, binaryDigits, octalDigits] = prefixed;
    const magnitude =
      hexadecimal !== undefined
        ? Number.parseInt(hexadecimalDigits ?? '', 16)
        : binary !== undefined
          ? Number.parseInt(binaryDigits ?? '', 2)
          : Number.parseInt(octalDigits ?? '', 8);
    return positiveZero(sign === '-' ? -magnitude : magnitude);
  }
  return FLOAT.test(plain) ? Number(plain) : text;
}

function positiveZero(value: number): number {
  return value === 0 ? 0 : value;
}
