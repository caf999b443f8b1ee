import { cell, END, KEY_END, KEY_START, type Positions, START } from './positions.ts';
import type { TextSpan } from './text-span.ts';

export const COLON = /\s*:/y;
/** The comment behind a value, and that with those on the lines below: a Secret's may hold what was once its data. */
export const COMMENT = /[ \t,}\]]*[ \t]#[^\r\n]*/y;
export const COMMENTS = /(?:[\s,}\]]*\s#[^\r\n]*)+/y;
const REST_OF_LINE = /[^\r\n]*/y;

/**
 * All that may say what a value is: the value itself, what stands between it and its key (an unquoted `!` or `&` makes its
 * start a tag or an anchor, even all of it) and the comment behind it.
 */
export function writtenSpan(text: string, positions: Positions, node: number, comments: RegExp): TextSpan {
  const keyEnd = cell(positions, node, KEY_END);
  const valueStart = cell(positions, node, START);
  // An empty list entry is nowhere.
  if (keyEnd === -1 && valueStart === -1) return { start: 0, end: 0 };
  const start = keyEnd === -1 ? valueStart : endOfMatch(COLON, text, keyEnd);
  if (valueStart !== -1) return { start, end: endOfMatch(comments, text, cell(positions, node, END)) };
  const nextKey = cell(positions, node + 1, KEY_START);
  const end = endOfMatch(REST_OF_LINE, text, start);
  return { start, end: nextKey > start ? Math.min(nextKey, end) : end };
}

/** Where the match of a sticky pattern ends, or the offset itself where nothing matches. */
export function endOfMatch(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
