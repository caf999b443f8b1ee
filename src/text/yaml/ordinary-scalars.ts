import { isUsual, plainCharactersEnd, quotedCharactersEnd, startsPlain } from './character-classes.ts';
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
import { createSeenTexts } from './seen-texts.ts';

const FLOW_ENDS = new Set([COMMA, QUESTION, LEFT_BRACKET, RIGHT_BRACKET, LEFT_BRACE, RIGHT_BRACE]);

const SIMPLE_ESCAPES = /^[^\\]*(?:\\["\\nrtbf][^\\]*)*$/;

const plainValues = createSeenTexts(plainValue);
const quotedTexts = createSeenTexts<string>((written) => written);

/** Reads a plain scalar of one line; in a flow collection up to its next indicator. */
export function readPlain(cursor: LineCursor, isInFlow: boolean): unknown {
  const { codes } = cursor;
  const from = cursor.offset;
  const first = codes[from] ?? LINE_FEED;
  if (!startsPlain(first) && (first !== DASH || cursor.isApart(from + 1))) leave();
  let offset = plainCharactersEnd(codes, from);
  for (let code = codes[offset] ?? LINE_FEED; code === SPACE || !endsPlain(cursor, offset, code, isInFlow); ) {
    offset = plainCharactersEnd(codes, offset + 1);
    code = codes[offset] ?? LINE_FEED;
  }
  // Spaces at the end are none of the scalar.
  while (codes[offset - 1] === SPACE) offset -= 1;
  cursor.offset = offset;
  return plainValues.resolve(cursor.text, codes, from, offset);
}

/** What a plain scalar means; the exact reader judges infinities and what is no number. */
function plainValue(written: string): unknown {
  const value = resolvePlainScalar(written);
  return typeof value === 'number' && !Number.isFinite(value) ? leave() : value;
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
  let offset = quotedCharactersEnd(codes, from);
  let hasEscape = false;
  for (;;) {
    const code = codes[offset] ?? LINE_FEED;
    const isDoubled = quote === SINGLE_QUOTE && code === quote && codes[offset + 1] === quote;
    if (code === quote && !isDoubled) break;
    if (isDoubled || (code === BACKSLASH && quote === DOUBLE_QUOTE)) {
      hasEscape = true;
      offset += 1;
      if (codes[offset] === LINE_FEED) leave();
    } else if (!isUsual(code) && code !== TAB) leave();
    offset = quotedCharactersEnd(codes, offset + 1);
  }
  cursor.offset = offset + 1;
  if (!hasEscape) return quotedTexts.resolve(cursor.text, codes, from, offset);
  const inner = cursor.text.slice(from, offset);
  if (quote === SINGLE_QUOTE) return inner.replaceAll("''", "'");
  if (!SIMPLE_ESCAPES.test(inner) || inner.includes('\t')) leave();
  return String(JSON.parse(`"${inner}"`));
}
