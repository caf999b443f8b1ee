import type { Limits } from '../document.ts';
import type { PositionsBuilder } from '../positions-builder.ts';
import {
  BACKSLASH,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  LEFT_BRACE,
  LEFT_BRACKET,
  LINE_FEED,
  PIPE,
  RETURN,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import { keyText } from './key-text.ts';
import { readLiteral } from './literal.ts';
import type { Parsed } from './parse.ts';
import { Refusal } from './refusal.ts';
import { resolvePlainScalar } from './scalar.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { Scanner } from './scanner.ts';

/** What ends the quick way: something that only the exact reader knows how to judge. */
const notOrdinary = new Error('not ordinary');

const NOT_ASCII = /[^\t\n\r -~]/;
/** Anything but printable characters of the basic plane. */
const UNUSUAL = /[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const LONE_RETURN = /\r(?!\n)/;
const SIMPLE_ESCAPES = /^[^\\]*(?:\\["\\nrtbf][^\\]*)*$/;

/** Characters of a key that means the same in quotes: letters, digits and `_ . / -`; its first is no dash. */
const KEY_CHARACTERS = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-') {
  KEY_CHARACTERS[character.charCodeAt(0)] = 1;
}
/** Characters that a plain scalar of an ordinary document does not start with. */
const NO_PLAIN_START = new Uint8Array(128);
for (const character of '-?:,[]{}#&*!|>\'"%@` \t\r\n') NO_PLAIN_START[character.charCodeAt(0)] = 1;

/** Keys seen before, by a hash of their characters: one string each, which objects look up fastest. */
const KEY_SLOTS = 4096;
const seenKeys: string[] = Array.from({ length: KEY_SLOTS }, () => '');
/** What the seen keys become: `on` is `true`. */
const seenValues: string[] = Array.from({ length: KEY_SLOTS }, () => '');

/**
 * Reads a document as manifests are usually written: block mappings and lists, scalars on one line, simple flow
 * collections, block scalars. Undefined where anything else stands: then the exact reader decides, also on what is wrong.
 * Where both read a document they agree in value and positions; a test holds them to it.
 */
export function parseOrdinary(
  text: string,
  start: number,
  end: number,
  limits: Limits,
  builder: PositionsBuilder,
): Parsed | undefined {
  if (isUnusual(start === 0 && end === text.length ? text : text.slice(start, end))) return undefined;
  try {
    const value = new OrdinaryReader(text, start, end, limits, builder).readDocument();
    return { value, positions: builder.finish(), problems: [] };
  } catch (error) {
    builder.finish();
    if (error === notOrdinary || error instanceof Refusal) return undefined;
    throw error;
  }
}

function isUnusual(text: string): boolean {
  if (NOT_ASCII.test(text) && UNUSUAL.test(text)) return true;
  return text.includes('\r') && LONE_RETURN.test(text);
}

function leave(): never {
  throw notOrdinary;
}

/** The place of the reader in its text; several functions share it at every character, hence a class. */
class OrdinaryReader {
  private readonly text: string;
  private readonly end: number;
  private readonly builder: PositionsBuilder;
  private offset: number;
  private lineStart: number;
  /** The column of the line's first character; -1 at the end. */
  private indent = -1;
  private lastEnd = 0;
  private depth: number;
  private readonly mostNodes: number;

  constructor(text: string, start: number, end: number, limits: Limits, builder: PositionsBuilder) {
    this.text = text;
    this.end = end;
    this.offset = start;
    this.lineStart = start;
    this.depth = limits.depth;
    this.mostNodes = limits.expandedNodes;
    this.builder = builder;
  }

  readDocument(): unknown {
    this.toContent();
    if (this.isMarker()) {
      this.offset += 3;
      this.endLine();
      if (this.indent === -1 || this.isMarker()) leave();
    }
    if (this.indent === -1) leave();
    const value = this.readBlock(0, -1, -1);
    if (this.indent !== -1 || this.builder.size() > this.mostNodes) leave();
    return value;
  }

  private isMarker(): boolean {
    return this.indent === 0 && this.code(this.offset) === DASH && this.text.startsWith('---', this.offset);
  }

  private code(offset: number): number {
    return offset < this.end ? this.text.charCodeAt(offset) : LINE_FEED;
  }

  /** From the start of a line to the first character that is neither blank nor in a comment. */
  private toContent(): void {
    const { text, end } = this;
    let offset = this.offset;
    while (offset < end) {
      this.lineStart = offset;
      while (offset < end && text.charCodeAt(offset) === SPACE) offset += 1;
      const code = offset < end ? text.charCodeAt(offset) : LINE_FEED;
      if (code === TAB) leave();
      if (code === HASH) {
        offset = text.indexOf('\n', offset);
        if (offset === -1 || offset >= end) break;
      } else if (code === RETURN) {
        offset += 1;
      } else if (code !== LINE_FEED) {
        this.offset = offset;
        this.indent = offset - this.lineStart;
        if (this.indent === 0 && (code === 37 || code === 46)) leave();
        return;
      }
      offset += 1;
    }
    this.offset = end;
    this.indent = -1;
  }

  /** From behind a value to the next line with content; only blanks and a comment may stand between. */
  private endLine(): void {
    let offset = this.offset;
    let code = this.code(offset);
    const isApart = code === SPACE;
    while (code === SPACE) {
      offset += 1;
      code = this.code(offset);
    }
    if (code === HASH) {
      if (!isApart) leave();
      const feed = this.text.indexOf('\n', offset);
      offset = feed === -1 || feed >= this.end ? this.end : feed;
      code = LINE_FEED;
    }
    if (code === RETURN) {
      offset += 1;
      code = this.code(offset);
    }
    if (code !== LINE_FEED) leave();
    this.offset = Math.min(offset + 1, this.end);
    this.toContent();
  }

  /** Reads the block collection that starts on this line. */
  private readBlock(key: string | number, keyStart: number, keyEnd: number): unknown {
    const column = this.offset - this.lineStart;
    if (this.isDash(this.offset)) return this.readSequence(column, key, keyStart, keyEnd);
    return this.readMapping(column, key, keyStart, keyEnd);
  }

  private isDash(offset: number): boolean {
    if (this.code(offset) !== DASH) return false;
    const next = this.code(offset + 1);
    return next === SPACE || next === LINE_FEED || next === RETURN;
  }

  private readSequence(column: number, key: string | number, keyStart: number, keyEnd: number): unknown[] {
    const { builder } = this;
    const list: unknown[] = [];
    const node = builder.open(key, keyStart, keyEnd, this.offset);
    this.deeper();
    while (this.indent === column && this.isDash(this.offset)) {
      this.offset += 1;
      this.lastEnd = this.offset;
      while (this.code(this.offset) === SPACE) this.offset += 1;
      list.push(this.readItem(column, list.length));
    }
    if (this.indent > column) leave();
    this.depth += 1;
    builder.close(node, this.lastEnd);
    return list;
  }

  private readItem(column: number, index: number): unknown {
    const code = this.code(this.offset);
    if (code === LINE_FEED || code === RETURN || code === HASH) return this.readBelow(column, false, index, -1, -1);
    const isCollection = this.isDash(this.offset) || this.keyEndAt(this.offset) !== -1;
    if (!isCollection) return this.readInline(column, index, -1, -1);
    this.indent = this.offset - this.lineStart;
    return this.readBlock(index, -1, -1);
  }

  private readMapping(column: number, key: string | number, keyStart: number, keyEnd: number): unknown {
    const { builder, text } = this;
    const mapping: Record<string, unknown> = {};
    const node = builder.open(key, keyStart, keyEnd, this.offset);
    this.deeper();
    while (this.indent === column) {
      const from = this.offset;
      const to = this.keyEndAt(from);
      if (to === -1) leave();
      const name = this.key;
      if (Object.hasOwn(mapping, name)) leave();
      this.lastEnd = to;
      this.offset = text.charCodeAt(to) === COLON ? to + 1 : leave();
      while (this.code(this.offset) === SPACE) this.offset += 1;
      const code = this.code(this.offset);
      const isBelow = code === LINE_FEED || code === RETURN || code === HASH;
      mapping[name] = isBelow ? this.readBelow(column, true, name, from, to) : this.readInline(column, name, from, to);
    }
    if (this.indent > column) leave();
    this.depth += 1;
    builder.close(node, this.lastEnd);
    return mapping;
  }

  private deeper(): void {
    this.depth -= 1;
    if (this.depth < 0) leave();
  }

  /** The key that `keyEndAt` found last, and where. */
  private key = '';
  private keyFrom = -1;
  private keyTo = -1;

  /** The offset behind a key that starts here, if its colon follows; -1 if none does. */
  private keyEndAt(from: number): number {
    if (from === this.keyFrom) return this.keyTo;
    const { text } = this;
    let offset = from;
    let code = this.code(offset);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.quotedKeyEndAt(from, code);
    if (code === DASH) return -1;
    let hash = 0;
    while (code < 128 && KEY_CHARACTERS[code] === 1) {
      hash = (hash * 31 + code) | 0;
      offset += 1;
      code = this.code(offset);
    }
    if (code !== COLON || offset === from || offset - from > 1000) return -1;
    const next = this.code(offset + 1);
    if (next !== SPACE && next !== LINE_FEED && next !== RETURN) return -1;
    const slot = (hash >>> 0) % KEY_SLOTS;
    const seen = seenKeys[slot] ?? '';
    if (seen.length !== offset - from || !text.startsWith(seen, from)) {
      const written = text.slice(from, offset);
      seenValues[slot] = valueOfKey(written);
      seenKeys[slot] = written;
    }
    this.key = seenValues[slot] ?? leave();
    this.keyFrom = from;
    this.keyTo = offset;
    return offset;
  }

  private quotedKeyEndAt(from: number, quote: number): number {
    const close = this.text.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", from + 1);
    if (close === -1 || close - from > 1000 || this.code(close + 1) !== COLON) return -1;
    const next = this.code(close + 2);
    const inner = this.text.slice(from + 1, close);
    if ((next !== SPACE && next !== LINE_FEED && next !== RETURN) || /[\\\n\r\t]/.test(inner)) return -1;
    if (inner === '__proto__') leave();
    this.key = inner;
    this.keyFrom = from;
    this.keyTo = close + 1;
    return close + 1;
  }

  /** Reads what stands on the lines below a key or dash, or nothing. */
  private readBelow(column: number, isKey: boolean, key: string | number, keyStart: number, keyEnd: number): unknown {
    this.endLineAfterIndicator();
    if (this.indent > column) return this.readBlock(key, keyStart, keyEnd);
    if (isKey && this.indent === column && this.isDash(this.offset)) {
      return this.readSequence(column, key, keyStart, keyEnd);
    }
    this.builder.leaf(key, keyStart, keyEnd, -1, -1);
    return null;
  }

  private endLineAfterIndicator(): void {
    if (this.code(this.offset) === HASH && this.code(this.offset - 1) !== SPACE) leave();
    if (this.code(this.offset) === HASH) this.offset -= 1;
    this.endLine();
  }

  /** Reads the value that stands behind a key or dash. */
  private readInline(column: number, key: string | number, keyStart: number, keyEnd: number): unknown {
    const from = this.offset;
    const code = this.code(from);
    if (code === PIPE || code === GREATER) return this.readBlockScalar(column, key, keyStart, keyEnd);
    let value: unknown;
    if (code === LEFT_BRACKET || code === LEFT_BRACE) value = this.readFlow(key, keyStart, keyEnd);
    else {
      const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
      value = isQuoted ? this.readQuoted(code) : this.readPlain(false);
      this.builder.leaf(key, keyStart, keyEnd, from, this.offset);
      this.lastEnd = this.offset;
    }
    this.endLine();
    // A deeper line would continue a plain scalar, or be wrong.
    if (this.indent > column) leave();
    return value;
  }

  private readBlockScalar(column: number, key: string | number, keyStart: number, keyEnd: number): string {
    const literal = readLiteral(this.text, this.offset, this.end, column);
    if (literal !== undefined) {
      this.builder.leaf(key, keyStart, keyEnd, this.offset, literal.end);
      this.lastEnd = literal.end;
      this.offset = literal.next;
      this.toContent();
      return literal.text;
    }
    const scanner = new Scanner(this.text, this.offset, this.end);
    scanner.lineStart = this.lineStart;
    scanner.indent = column;
    const token = scanBlockScalar(scanner);
    this.builder.leaf(key, keyStart, keyEnd, token.start, token.end);
    this.lastEnd = token.end;
    this.offset = scanner.offset >= this.end ? this.end : scanner.lineStart;
    this.toContent();
    return token.text;
  }

  /** Reads a plain scalar of one line; in a flow collection up to its next indicator. */
  private readPlain(isInFlow: boolean): unknown {
    const { text } = this;
    const from = this.offset;
    let offset = from;
    let last = from;
    let code = this.code(offset);
    if (code < 128 && NO_PLAIN_START[code] === 1 && !this.startsNumber(offset)) leave();
    while (code !== LINE_FEED && code !== RETURN) {
      if (code === COLON) {
        const next = this.code(offset + 1);
        if (next === SPACE || next === LINE_FEED || next === RETURN || next === TAB) {
          if (isInFlow) break;
          leave();
        }
      } else if (code === HASH) {
        if (this.code(offset - 1) === SPACE) break;
      } else if (code === TAB) leave();
      else if (isInFlow && isFlowIndicator(code)) break;
      offset += 1;
      if (code !== SPACE) last = offset;
      code = this.code(offset);
    }
    this.offset = last;
    const value = resolvePlainScalar(text.slice(from, last));
    if (typeof value === 'number' && !Number.isFinite(value)) leave();
    return value;
  }

  /** `-1`, `-x`: a dash that is no list entry. */
  private startsNumber(offset: number): boolean {
    if (this.code(offset) !== DASH) return false;
    const next = this.code(offset + 1);
    return next !== SPACE && next !== LINE_FEED && next !== RETURN && next !== TAB;
  }

  private readQuoted(quote: number): string {
    const { text } = this;
    const from = this.offset + 1;
    let offset = from;
    let code = this.code(offset);
    let hasEscape = false;
    for (; ; code = this.code(offset)) {
      if (code === LINE_FEED || code === RETURN) leave();
      if (code === quote) {
        if (quote !== SINGLE_QUOTE || this.code(offset + 1) !== SINGLE_QUOTE) break;
        hasEscape = true;
        offset += 1;
      } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
        hasEscape = true;
        offset += 1;
      }
      offset += 1;
    }
    this.offset = offset + 1;
    const inner = text.slice(from, offset);
    if (!hasEscape) return inner;
    if (quote === SINGLE_QUOTE) return inner.replaceAll("''", "'");
    if (!SIMPLE_ESCAPES.test(inner) || inner.includes('\t')) leave();
    return String(JSON.parse(`"${inner}"`));
  }

  /** Reads a flow collection without comments, whose scalars each stand on one line. */
  private readFlow(key: string | number, keyStart: number, keyEnd: number): unknown {
    const isMapping = this.code(this.offset) === LEFT_BRACE;
    const node = this.builder.open(key, keyStart, keyEnd, this.offset);
    this.deeper();
    this.offset += 1;
    const value = isMapping ? this.readFlowMapping() : this.readFlowSequence();
    this.offset += 1;
    this.depth += 1;
    this.lastEnd = this.offset;
    this.builder.close(node, this.offset);
    return value;
  }

  private readFlowSequence(): unknown[] {
    const list: unknown[] = [];
    for (let code = this.flowSpace(); code !== RIGHT_BRACKET; code = this.flowSpace()) {
      list.push(this.readFlowValue(list.length, -1, -1));
      const next = this.flowSpace();
      if (next === COMMA) this.offset += 1;
      else if (next !== RIGHT_BRACKET) leave();
    }
    return list;
  }

  private readFlowMapping(): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    for (let code = this.flowSpace(); code !== RIGHT_BRACE; code = this.flowSpace()) {
      const from = this.offset;
      const to = this.keyEndAt(from);
      const name = this.key;
      if (to === -1 || Object.hasOwn(mapping, name)) leave();
      this.offset = to + 1;
      const next = this.flowSpace();
      if (next === COMMA || next === RIGHT_BRACE) leave();
      mapping[name] = this.readFlowValue(name, from, to);
      const behind = this.flowSpace();
      if (behind === COMMA) this.offset += 1;
      else if (behind !== RIGHT_BRACE) leave();
    }
    return mapping;
  }

  private readFlowValue(key: string | number, keyStart: number, keyEnd: number): unknown {
    const from = this.offset;
    const code = this.code(from);
    if (code === LEFT_BRACKET || code === LEFT_BRACE) return this.readFlow(key, keyStart, keyEnd);
    const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
    const value = isQuoted ? this.readQuoted(code) : this.readPlain(true);
    this.builder.leaf(key, keyStart, keyEnd, from, this.offset);
    const next = this.flowSpace();
    // A scalar that goes on over the next line is for the exact reader.
    if (next !== COMMA && next !== RIGHT_BRACKET && next !== RIGHT_BRACE) leave();
    return value;
  }

  /** Steps over spaces and line breaks between brackets; gives the character behind them. */
  private flowSpace(): number {
    for (;;) {
      if (this.offset >= this.end) leave();
      const code = this.text.charCodeAt(this.offset);
      if (code === HASH || code === TAB) leave();
      if (code === LINE_FEED) {
        this.lineStart = this.offset + 1;
        if (this.code(this.lineStart) === DASH || this.code(this.lineStart) === 37) leave();
      } else if (code !== RETURN && code !== SPACE) return code;
      this.offset += 1;
    }
  }
}

function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === LEFT_BRACKET ||
    code === RIGHT_BRACKET ||
    code === LEFT_BRACE ||
    code === RIGHT_BRACE ||
    code === 63
  );
}

/** What a key becomes: `on` is `true`, `1.0` is `1`. */
function valueOfKey(written: string): string {
  const value = keyText(resolvePlainScalar(written), written);
  return value === undefined || value === '__proto__' ? leave() : value;
}
