import {
  BACKSLASH,
  COLON,
  COMMA,
  DASH,
  HASH,
  LEFT_BRACE,
  LEFT_BRACKET,
  LINE_FEED,
  QUESTION,
  RETURN,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import { checkUsual, isUsual, type LineCursor, leave } from './line-cursor.ts';
import { resolvePlainScalar } from './scalar.ts';
import { createSeenTexts, finishHash, hashOf } from './seen-texts.ts';

/** Characters that a plain scalar of an ordinary document does not start with. */
const NO_PLAIN_START = new Uint8Array(65_536);
for (const character of '-?:,[]{}#&*!|>\'"%@` \t\r\n') NO_PLAIN_START[character.charCodeAt(0)] = 1;
/** Characters at which a plain scalar may end, or that need a closer look. */
const PLAIN_STOP = new Uint8Array(65_536).fill(1, 127);
PLAIN_STOP[SPACE] = 1;
for (const code of [LINE_FEED, RETURN, TAB, COLON, HASH, COMMA, QUESTION]) PLAIN_STOP[code] = 1;
for (const code of [LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACE, RIGHT_BRACE]) PLAIN_STOP[code] = 1;
for (let code = 0; code < SPACE; code += 1) PLAIN_STOP[code] = 1;
const FLOW_ENDS = new Set([COMMA, QUESTION, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACE, RIGHT_BRACE]);

const SIMPLE_ESCAPES = /^[^\\]*(?:\\["\\nrtbf][^\\]*)*$/;

const plainValues = createSeenTexts<{ readonly value: unknown }>((written) => ({ value: resolvePlainScalar(written) }));
const quotedTexts = createSeenTexts<string>((written) => written);

/** Reads a plain scalar of one line; in a flow collection up to its next indicator. */
export function readPlain(cursor: LineCursor, isInFlow: boolean): unknown {
  const { codes } = cursor;
  const from = cursor.offset;
  let offset = from;
  let last = from;
  let hash = 0;
  let lastHash = 0;
  let code = codes[offset] ?? LINE_FEED;
  if (NO_PLAIN_START[code] === 1 && (code !== DASH || cursor.isApart(offset + 1))) leave();
  for (;;) {
    while (PLAIN_STOP[code] === 0) {
      hash = hashOf(hash, code);
      offset += 1;
      code = codes[offset] ?? LINE_FEED;
    }
    // Spaces at the end are none of the scalar.
    if (codes[offset - 1] !== SPACE) {
      last = offset;
      lastHash = hash;
    }
    if (code !== SPACE && endsPlain(cursor, offset, code, isInFlow)) break;
    hash = hashOf(hash, code);
    offset += 1;
    code = codes[offset] ?? LINE_FEED;
  }
  cursor.offset = last;
  const { value } = plainValues.resolve(cursor.text, codes, from, last, finishHash(lastHash));
  if (typeof value === 'number' && !Number.isFinite(value)) leave();
  return value;
}

/** Whether a plain scalar ends at a character at which it may. */
function endsPlain(cursor: LineCursor, offset: number, code: number, isInFlow: boolean): boolean {
  if (code === LINE_FEED || code === RETURN) return true;
  if (code < SPACE || code > 126) return !isUsual(code) && leave();
  if (code === HASH) return cursor.code(offset - 1) === SPACE;
  if (code !== COLON) return isInFlow && FLOW_ENDS.has(code);
  if (!cursor.isApart(offset + 1) && cursor.code(offset + 1) !== TAB) return false;
  return isInFlow || leave();
}

/** Reads a scalar in quotes that closes on its line. */
export function readQuoted(cursor: LineCursor, quote: number): string {
  const { codes } = cursor;
  const from = cursor.offset + 1;
  let offset = from;
  let hash = 0;
  let hasEscape = false;
  for (let code = codes[offset] ?? LINE_FEED; ; code = codes[offset] ?? LINE_FEED) {
    if (code === quote) {
      if (quote !== SINGLE_QUOTE || cursor.code(offset + 1) !== SINGLE_QUOTE) break;
      hasEscape = true;
      offset += 1;
    } else if (code === BACKSLASH && quote !== SINGLE_QUOTE) {
      hasEscape = true;
      offset += 1;
      if (cursor.code(offset) === LINE_FEED) leave();
    } else if (!isUsual(code) && code !== TAB) leave();
    hash = hashOf(hash, code);
    offset += 1;
  }
  cursor.offset = offset + 1;
  if (!hasEscape) return quotedTexts.resolve(cursor.text, codes, from, offset, finishHash(hash));
  const inner = cursor.text.slice(from, offset);
  if (quote === SINGLE_QUOTE) return inner.replaceAll("''", "'");
  checkUsual(inner);
  if (!SIMPLE_ESCAPES.test(inner) || inner.includes('\t')) leave();
  return String(JSON.parse(`"${inner}"`));
}
