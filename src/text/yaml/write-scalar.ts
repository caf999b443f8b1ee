import { keyText } from './key-text.ts';
import { plainScalarKind, resolvePlainScalar } from './scalar.ts';

/** Where a scalar stands: on a line of its own kind, or between brackets, where commas and brackets end it. */
export type ScalarContext = 'block' | 'flow';

/**
 * Writes null, a boolean, a number or a string as one line. A string is quoted, as JSON quotes it, only where the plain form
 * would be read as something else or break the syntax. Throws an Error for what a document cannot hold.
 */
export function writeScalar(value: unknown, context: ScalarContext): string {
  if (typeof value === 'string') return isPlainString(value, context) ? value : quote(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return writeNumber(value);
  throw new Error(`a document cannot hold ${typeof value === 'number' ? value : `a value of type ${typeof value}`}`);
}

/** An integer that is not exact is written as the float it is: its digits would be read as another, exact integer. */
function writeNumber(value: number): string {
  const isInexact = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isInexact ? value.toExponential() : JSON.stringify(value);
}

/** Writes the key of a mapping. A number or a boolean needs no quotes: keys are text however they are written. */
export function writeKey(key: string, context: ScalarContext): string {
  if (key === '<<' || !fitsPlain(key, context)) return quote(key);
  const text = keyText(resolvePlainScalar(key), plainScalarKind(key) === 'float');
  return text === key ? key : quote(key);
}

/** Not printable in YAML, or a line break in YAML 1.1. */
const ESCAPED = /[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A string in double quotes that JSON and YAML read alike. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(ESCAPED, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function isPlainString(text: string, context: ScalarContext): boolean {
  return text !== '<<' && resolvePlainScalar(text) === text && fitsPlain(text, context);
}

/** Starts like something that is no plain scalar (YAML 1.2.2, 7.3.3), or like a document marker. */
const OTHER_START = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|(?:---|\.\.\.)(?:\s|$))/;
/** Ends the scalar early, or is lost: a comment, a key, space at an end, what is no printable line. */
const BROKEN = /\s#|:(?:\s|$)|^\s|\s$|[^ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
/** Between brackets, these end or start something else; Kubernetes' reader counts every question mark among them. */
const BROKEN_IN_FLOW = /[,?[\]{}]|^:/;

function fitsPlain(text: string, context: ScalarContext): boolean {
  if (text === '' || OTHER_START.test(text) || BROKEN.test(text)) return false;
  return context === 'block' || !BROKEN_IN_FLOW.test(text);
}
