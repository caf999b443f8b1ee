import {
  COMMA,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  HASH,
  LEFT_BRACE,
  LEFT_BRACKET,
  LINE_FEED,
  PERCENT,
  RETURN,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import { leave } from './line-cursor.ts';
import type { OrdinaryReader } from './ordinary.ts';
import { readPlain, readQuoted } from './ordinary-scalars.ts';

/** Reads a flow collection without comments, whose scalars each stand on one line. */
export function readFlow(reader: OrdinaryReader, key: string | number, keyStart: number, keyEnd: number): unknown {
  const isMapping = reader.code(reader.offset) === LEFT_BRACE;
  const node = reader.open(key, keyStart, keyEnd);
  reader.offset += 1;
  const value = isMapping ? readFlowMapping(reader) : readFlowSequence(reader);
  reader.offset += 1;
  reader.lastEnd = reader.offset;
  reader.close(node);
  return value;
}

function readFlowSequence(reader: OrdinaryReader): unknown[] {
  const list: unknown[] = [];
  while (skipSpace(reader) !== RIGHT_BRACKET) {
    list.push(readFlowValue(reader, list.length, -1, -1));
    takeComma(reader, RIGHT_BRACKET);
  }
  return list.slice();
}

function readFlowMapping(reader: OrdinaryReader): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  while (skipSpace(reader) !== RIGHT_BRACE) {
    const from = reader.offset;
    const to = reader.keyEndAt(from);
    const name = reader.key;
    if (to === -1 || Object.hasOwn(mapping, name)) leave();
    reader.offset = to + 1;
    const next = skipSpace(reader);
    if (next === COMMA || next === RIGHT_BRACE) leave();
    mapping[name] = readFlowValue(reader, name, from, to);
    takeComma(reader, RIGHT_BRACE);
  }
  return mapping;
}

function readFlowValue(reader: OrdinaryReader, key: string | number, keyStart: number, keyEnd: number): unknown {
  const code = reader.code(reader.offset);
  if (code === LEFT_BRACKET || code === LEFT_BRACE) return readFlow(reader, key, keyStart, keyEnd);
  const from = reader.offset;
  const value = code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? readQuoted(reader, code) : readPlain(reader, true);
  reader.leaf(key, keyStart, keyEnd, from, reader.offset);
  return value;
}

/** What goes on behind a value, a scalar on the next line for one, is for the exact reader. */
function takeComma(reader: OrdinaryReader, closing: number): void {
  const code = skipSpace(reader);
  if (code === COMMA) reader.offset += 1;
  else if (code !== closing) leave();
}

/** Steps over spaces and line breaks between brackets; gives the character behind them. */
function skipSpace(reader: OrdinaryReader): number {
  for (; ; reader.offset += 1) {
    if (reader.offset >= reader.end) leave();
    const code = reader.code(reader.offset);
    if (code === HASH || code === TAB) leave();
    if (code === LINE_FEED) startLine(reader, reader.offset + 1);
    else if (code === RETURN) {
      if (reader.code(reader.offset + 1) !== LINE_FEED) leave();
    } else if (code !== SPACE) return code;
  }
}

/** A line that starts with a document marker or a directive is none of the collection's. */
function startLine(reader: OrdinaryReader, offset: number): void {
  reader.lineStart = offset;
  const code = reader.code(offset);
  if (code === DASH || code === DOT || code === PERCENT) leave();
}
