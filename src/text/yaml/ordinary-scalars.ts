import { IN_PLAIN, IN_QUOTES, STARTS_PLAIN, USUAL } from './character-classes.ts';
import {
  BACKSLASH,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
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
import { type LineCursor, leave } from './line-cursor.ts';
import { resolvePlainScalar } from './scalar.ts';
import { createSeenTexts, hashOf } from './seen-texts.ts';

const FLOW_ENDS = new Set([COMMA, QUESTION, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACE, RIGHT_BRACE]);

const SIMPLE_ESCAPES = /^[^\\]*(?:\\["\\nrtbf][^\\]*)*$/;

const plainValues = createSeenTexts(plainValue);
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
  if (STARTS_PLAIN[code] === 0 && (code !== DASH || cursor.isApart(offset + 1))) leave();
  for (;;) {
    while (IN_PLAIN[code] === 1) {
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
  return plainValues.resolve(cursor.text, codes, from, last, lastHash);
}

/** What a plain scalar means; the exact reader judges infinities and what is no number. */
function plainValue(written: string): unknown {
  const value = resolvePlainScalar(written);
  return typeof value === 'number' && !Number.isFinite(value) ? leave() : value;
}

/** Whether a plain scalar ends at a character at which it may. */
function endsPlain(cursor: LineCursor, offset: number, code: number, isInFlow: boolean): boolean {
  if (code === LINE_FEED || code === RETURN) return true;
  if (code < SPACE || code > 126) return USUAL[code] === 0 && leave();
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
  for (;;) {
    let code = codes[offset] ?? LINE_FEED;
    while (IN_QUOTES[code] === 1) {
      hash = hashOf(hash, code);
      offset += 1;
      code = codes[offset] ?? LINE_FEED;
    }
    const isDoubled = quote === SINGLE_QUOTE && code === quote && codes[offset + 1] === quote;
    if (code === quote && !isDoubled) break;
    if (isDoubled || (code === BACKSLASH && quote === DOUBLE_QUOTE)) {
      hasEscape = true;
      offset += 1;
      if (codes[offset] === LINE_FEED) leave();
    } else if (USUAL[code] === 0) leave();
    hash = hashOf(hash, code);
    offset += 1;
  }
  cursor.offset = offset + 1;
  if (!hasEscape) return quotedTexts.resolve(cursor.text, codes, from, offset, hash);
  const inner = cursor.text.slice(from, offset);
  if (quote === SINGLE_QUOTE) return inner.replaceAll("''", "'");
  if (!SIMPLE_ESCAPES.test(inner) || inner.includes('\t')) leave();
  return String(JSON.parse(`"${inner}"`));
}
