import type { Limits, TextDocument } from '../document.ts';
import { keyCharactersEnd, quotedCharactersEnd } from './character-classes.ts';
import {
  COLON,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  LEFT_BRACE,
  LEFT_BRACKET,
  LINE_FEED,
  PIPE,
  RETURN,
  SINGLE_QUOTE,
} from './characters.ts';
import { keyText } from './key-text.ts';
import { LineCursor, leave, notOrdinary } from './line-cursor.ts';
import { readLiteral } from './literal.ts';
import { readFlow } from './ordinary-flow.ts';
import { createOrdinaryPositions } from './ordinary-positions.ts';
import { readPlain, readQuoted } from './ordinary-scalars.ts';
import { Refusal } from './refusal.ts';
import { plainScalarKind, resolvePlainScalar } from './scalar.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { Scanner } from './scanner.ts';
import { createSeenTexts, nameString, ownString } from './seen-texts.ts';

/** The exact reader refuses keys from 1,024 characters on; it is asked well before. */
const LONGEST_KEY = 1000;
const nodes = createOrdinaryPositions();
const keys = createSeenTexts(keyOf);
const quotedKeys = createSeenTexts(quotedKeyOf);

/** What a key becomes: `on` is `true`, `1.0` is `1`. */
function keyOf(written: string): string {
  const key = keyText(resolvePlainScalar(written), plainScalarKind(written) === 'float');
  return key === undefined || key === '__proto__' ? leave() : nameString(key);
}

/** One of 32 bits: keys that differ seldom share it. */
function markOf(key: string): number {
  return 1 << (key.charCodeAt(0) + 5 * key.length);
}

function quotedKeyOf(written: string): string {
  return written === '__proto__' ? leave() : nameString(written);
}

/**
 * Reads the document that starts at an offset as manifests are usually written: block mappings and lists, scalars on one line,
 * simple flow collections, block scalars. Undefined where anything else stands: then the exact reader decides, also on what is
 * wrong. Where both read a document they agree in value, positions and end; a test holds them to it.
 */
export function parseOrdinary(text: string, start: number, limits: Limits): TextDocument | undefined {
  try {
    const reader = new OrdinaryReader(text, start, limits);
    const value = reader.readDocument();
    return { value, positions: nodes.finish(), start, end: reader.end };
  } catch (error) {
    if (error === notOrdinary || error instanceof Refusal || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Reads block collections by the indentation of their lines. */
export class OrdinaryReader extends LineCursor {
  /** The end of what was read last. */
  lastEnd = 0;
  /** The key that `keyEndAt` found last. */
  key = '';
  private keyFrom = -1;
  private keyTo = -1;
  private depth: number;
  private readonly limits: Limits;

  constructor(text: string, start: number, limits: Limits) {
    super(text, start);
    this.depth = limits.depth;
    this.limits = limits;
  }

  readDocument(): unknown {
    this.toContent();
    if (this.end < this.text.length) {
      // The marker that it starts with.
      this.offset += 3;
      this.end = this.text.length;
      this.endLine();
    }
    if (this.indent === -1) leave();
    nodes.begin(this.offset, this.limits.expandedNodes);
    const value = this.readBlock(0, -1, -1);
    if (this.indent !== -1) leave();
    return value;
  }

  /** Opens a collection that starts here. */
  open(key: string | number, keyStart: number, keyEnd: number): number {
    this.depth -= 1;
    if (this.depth < 0) leave();
    return nodes.add(key, keyStart, keyEnd, this.offset, this.offset);
  }

  /** Ends a collection where what was read last ends. */
  close(node: number): void {
    this.depth += 1;
    nodes.close(node, this.lastEnd);
  }

  /** Adds a scalar. */
  leaf(key: string | number, keyStart: number, keyEnd: number, start: number, end: number): void {
    nodes.add(key, keyStart, keyEnd, start, end);
    this.lastEnd = end;
  }

  /** The offset behind a key that starts here, if its colon follows; -1 if none does. */
  keyEndAt(from: number): number {
    if (from === this.keyFrom) return this.keyTo;
    const { codes } = this;
    const first = codes[from] ?? LINE_FEED;
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) return this.quotedKeyEndAt(from, first);
    if (first === DASH) return -1;
    const to = keyCharactersEnd(codes, from);
    const isKey = codes[to] === COLON && to > from && to - from <= LONGEST_KEY && this.isApart(to + 1);
    return isKey ? this.foundKey(keys.resolve(this.text, codes, from, to), from, to) : -1;
  }

  private quotedKeyEndAt(from: number, quote: number): number {
    const { codes } = this;
    const close = quotedCharactersEnd(codes, from + 1);
    const to = close + 1;
    const isKey = codes[close] === quote && codes[to] === COLON && to - from <= LONGEST_KEY && this.isApart(to + 1);
    return isKey ? this.foundKey(quotedKeys.resolve(this.text, codes, from + 1, close), from, to) : -1;
  }

  private foundKey(key: string, from: number, to: number): number {
    this.key = key;
    this.keyFrom = from;
    this.keyTo = to;
    return to;
  }

  /** Reads the block collection that starts on this line. */
  private readBlock(key: string | number, keyStart: number, keyEnd: number): unknown {
    const column = this.offset - this.lineStart;
    if (this.isDash()) return this.readSequence(column, key, keyStart, keyEnd);
    return this.readMapping(column, key, keyStart, keyEnd);
  }

  private isDash(): boolean {
    return this.code(this.offset) === DASH && this.isApart(this.offset + 1);
  }

  private readSequence(column: number, key: string | number, keyStart: number, keyEnd: number): unknown[] {
    const list: unknown[] = [];
    const node = this.open(key, keyStart, keyEnd);
    while (this.indent === column && this.isDash()) {
      this.offset += 1;
      this.lastEnd = this.offset;
      this.skipSpaces();
      list.push(this.readItem(column, list.length));
    }
    if (this.indent > column) leave();
    this.close(node);
    // Of its size: lists that grow keep room for more.
    return list.slice();
  }

  private readItem(column: number, index: number): unknown {
    const isList = this.isDash();
    if (!isList && this.keyEndAt(this.offset) === -1) return this.readValue(column, false, index, -1, -1);
    this.indent = this.offset - this.lineStart;
    return isList ? this.readSequence(this.indent, index, -1, -1) : this.readMapping(this.indent, index, -1, -1);
  }

  private readMapping(column: number, key: string | number, keyStart: number, keyEnd: number): unknown {
    const mapping: Record<string, unknown> = {};
    const node = this.open(key, keyStart, keyEnd);
    let marks = 0;
    while (this.indent === column) {
      const from = this.offset;
      const to = this.keyEndAt(from);
      const name = this.key;
      const mark = markOf(name);
      // Most keys have marks of their own: only the others are looked up.
      if (to === -1 || ((marks & mark) !== 0 && Object.hasOwn(mapping, name))) leave();
      marks |= mark;
      this.lastEnd = to;
      this.offset = to + 1;
      this.skipSpaces();
      mapping[name] = this.readValue(column, true, name, from, to);
    }
    if (this.indent > column) leave();
    this.close(node);
    return mapping;
  }

  /** Reads what stands on the lines below a key or dash, or nothing. */
  private readBelow(column: number, isKey: boolean, key: string | number, keyStart: number, keyEnd: number): unknown {
    this.endLine();
    if (this.indent > column) return this.readBlock(key, keyStart, keyEnd);
    if (isKey && this.indent === column && this.isDash()) return this.readSequence(column, key, keyStart, keyEnd);
    nodes.add(key, keyStart, keyEnd, -1, -1);
    return null;
  }

  /** Reads the value of a key or dash: behind it, or on the lines below if nothing but a comment is there. */
  private readValue(column: number, isKey: boolean, key: string | number, keyStart: number, keyEnd: number): unknown {
    const from = this.offset;
    const code = this.code(from);
    if (code === LINE_FEED || code === RETURN || code === HASH) {
      return this.readBelow(column, isKey, key, keyStart, keyEnd);
    }
    if (code === PIPE || code === GREATER) return this.readBlockScalar(column, key, keyStart, keyEnd);
    let value: unknown;
    if (code === LEFT_BRACKET || code === LEFT_BRACE) value = readFlow(this, key, keyStart, keyEnd);
    else {
      value = code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? readQuoted(this, code) : readPlain(this, false);
      this.leaf(key, keyStart, keyEnd, from, this.offset);
    }
    this.endLine();
    // A deeper line would continue a plain scalar, or be wrong.
    if (this.indent > column) leave();
    return value;
  }

  private readBlockScalar(column: number, key: string | number, keyStart: number, keyEnd: number): string {
    const from = this.offset;
    const literal = readLiteral(this, column) ?? this.scanBlockScalar(column);
    this.leaf(key, keyStart, keyEnd, from, literal.end);
    this.checkUsual(from, literal.next);
    this.offset = literal.next;
    this.toContent();
    return literal.text;
  }

  private scanBlockScalar(column: number): { text: string; end: number; next: number } {
    const scanner = new Scanner(this.text, this.offset, this.end);
    scanner.lineStart = this.lineStart;
    scanner.indent = column;
    const { text, end } = scanBlockScalar(scanner);
    return {
      text: ownString(text, 0, text.length),
      end,
      next: scanner.offset >= this.end ? this.end : scanner.lineStart,
    };
  }
}
