import type { Limits, TextProblem } from '../document.ts';
import { MERGE_KEY } from '../positions.ts';
import type { PositionsBuilder } from '../positions-builder.ts';
import { type Anchor, type Anchors, createAnchors, type TaggedScalar } from './anchors.ts';
import { readBlockMapping, readBlockSequence, readIndentlessSequence } from './block-collections.ts';
import { readFlowMapping, readFlowSequence } from './flow-collections.ts';
import { createJsonRefusals } from './json-refusals.ts';
import { keyText } from './key-text.ts';
import { mergeInto, setKey, WANT_MAPPING } from './mapping-entry.ts';
import { type NodePlace, ROOT_PLACE } from './node-place.ts';
import { Refusal } from './refusal.ts';
import { FLOAT_TAG, resolveTagged } from './resolve-tagged.ts';
import { plainScalarKind, resolvePlainScalar } from './scalar.ts';
import type { Scanner } from './scanner.ts';
import { describeToken, type Token, type TokenType } from './token.ts';

/** What stands before a node: its anchor and its tag. */
export interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  readonly start: number;
}

/** A key that was read, and whether it merges its value. */
export interface Key {
  readonly place: NodePlace;
  readonly isMerge: boolean;
  /** Why the document is refused if the mapping with the key is still part of it at its end. */
  readonly refusal?: Refusal;
}

/** A collection whose entries are being read. */
export interface Opened<Value> {
  readonly node: number;
  readonly start: number;
  readonly value: Value;
  readonly anchor: Anchor | undefined;
  readonly countedBefore: number;
}

const NO_SCALAR: TaggedScalar = { text: '', isPlain: true, tag: undefined };
const MERGE_TAG = 'tag:yaml.org,2002:merge';
/** Reports beyond these would only repeat. */
const MOST_PROBLEMS = 100;

/** Reads nodes from tokens, with their positions. Its functions share the scanner and the anchors, hence a class. */
export class NodeReader {
  readonly scanner: Scanner;
  readonly builder: PositionsBuilder;
  readonly problems: TextProblem[] = [];
  readonly refusals = createJsonRefusals();
  private readonly limits: Limits;
  private readonly anchors: Anchors;
  private depth = 0;
  /** Over 0 while the node of a key is read. */
  private keyDepth = 0;
  /** The scalar that was read last, or that the last alias stands for. */
  private lastScalar = NO_SCALAR;

  constructor(scanner: Scanner, builder: PositionsBuilder, limits: Limits) {
    this.scanner = scanner;
    this.builder = builder;
    this.limits = limits;
    this.anchors = createAnchors(limits);
  }

  peekType(): TokenType {
    return this.scanner.peek().type;
  }

  /** Takes the next token if it is of a type. */
  takes(type: TokenType): boolean {
    if (this.peekType() !== type) return false;
    this.scanner.next();
    return true;
  }

  /** Refuses the document for the next token. */
  refuseNext(message: string): never {
    return this.scanner.refuse(message, this.scanner.peek().start);
  }

  count(added: number): void {
    this.anchors.count(added, this.scanner.offset);
  }

  readNode(place: NodePlace, isBlock: boolean, isIndentless: boolean): unknown {
    this.count(1);
    const first = this.scanner.peek();
    if (first.type === 'alias') return this.readAlias(this.scanner.next(), place);
    const properties = this.readProperties(first);
    const { type } = this.scanner.peek();
    if (isIndentless && type === 'block-entry') return readIndentlessSequence(this, place, properties);
    if (type === 'scalar') return this.readScalar(this.scanner.next(), place, properties);
    if (type === 'flow-sequence-start') return this.nested(() => readFlowSequence(this, place, properties));
    if (type === 'flow-mapping-start') return this.nested(() => readFlowMapping(this, place, properties));
    if (isBlock && type === 'block-sequence-start')
      return this.nested(() => readBlockSequence(this, place, properties));
    if (isBlock && type === 'block-mapping-start') return this.nested(() => readBlockMapping(this, place, properties));
    if (properties.anchor !== undefined || properties.tag !== undefined) return this.readEmpty(place, properties);
    return this.refuseNext(`${describeToken(type)} stands where a value was expected`);
  }

  /** A value that is not written. */
  emptyNode({ key, keyStart, keyEnd }: NodePlace): null {
    this.count(1);
    this.builder.leaf(key, keyStart, keyEnd, -1, -1);
    return null;
  }

  /** Opens a collection that starts at an offset. */
  open<Value>(place: NodePlace, properties: Properties | undefined, start: number, value: Value): Opened<Value> {
    const node = this.builder.open(place.key, place.keyStart, place.keyEnd, start);
    const name = properties?.anchor;
    const anchor = name === undefined ? undefined : { node: this.keyDepth > 0 ? -1 : node, value, weight: undefined };
    if (name !== undefined && anchor !== undefined) this.anchors.set(name, anchor);
    return { node, start, value, anchor, countedBefore: this.anchors.counted() };
  }

  /** Ends a collection; gives its value. */
  close<Value>({ node, value, anchor, countedBefore }: Opened<Value>, end: number): Value {
    this.builder.close(node, end);
    if (anchor !== undefined) anchor.weight = this.anchors.counted() - countedBefore + 1;
    return value;
  }

  /** Reads the node of a key; it is no node of the document's value, so it leaves no position of its own. */
  readKey(isBlock: boolean): Key {
    const first = this.scanner.peek();
    const size = this.builder.size();
    this.keyDepth += 1;
    const value = this.readNode(ROOT_PLACE, isBlock, isBlock);
    this.keyDepth -= 1;
    const keyEnd = this.builder.lastEnd(first.end);
    const keyStart = this.builder.startOf(size, first.start);
    this.builder.drop(size);
    if (value === '<<' && first.type !== 'alias' && merges(this.lastScalar)) {
      this.count(-1);
      return { place: { key: MERGE_KEY, keyStart, keyEnd }, isMerge: true };
    }
    const key = keyText(value, isFloat(this.lastScalar));
    if (key !== undefined) return { place: { key, keyStart, keyEnd }, isMerge: false };
    const refusal = new Refusal('syntax', 'expected text, a number or a boolean as the key', first.start);
    if (typeof value === 'object' && value !== null) throw refusal;
    return { place: { key: String(value), keyStart, keyEnd }, isMerge: false, refusal };
  }

  readValue({ place, isMerge }: Key, isBlock: boolean): unknown {
    const token = this.scanner.peek();
    const value = this.readNode(place, isBlock, isBlock);
    if (!isMerge || !Array.isArray(value)) return value;
    if (token.type === 'alias') this.scanner.refuse(WANT_MAPPING, token.start);
    // The list itself is no node of what it merges.
    this.count(-1);
    return value;
  }

  setEntry(opened: Opened<Record<string, unknown>>, { place, isMerge, refusal }: Key, value: unknown): void {
    const { node, value: mapping } = opened;
    if (refusal !== undefined) {
      this.refusals.addKey(mapping, refusal);
      return;
    }
    if (isMerge) {
      mergeInto(mapping, value, place.keyStart);
      this.refusals.merge(mapping, value);
      return;
    }
    const key = String(place.key);
    if (this.problems.length < MOST_PROBLEMS && Object.hasOwn(mapping, key)) {
      this.reportDuplicate(node, key, place.keyStart);
    }
    setKey(mapping, key, value);
  }

  private readProperties(first: Token): Properties {
    let anchor: string | undefined;
    let tag: string | undefined;
    for (let token = first; ; token = this.scanner.peek()) {
      if (token.type === 'anchor' && anchor === undefined) anchor = this.scanner.next().text;
      else if (token.type === 'tag' && tag === undefined) tag = this.scanner.next().text;
      else return { anchor, tag, start: first.start };
    }
  }

  private readAlias(token: Token, { key, keyStart, keyEnd }: NodePlace): unknown {
    const anchor = this.anchors.take(token.text, token.start);
    this.lastScalar = anchor.scalar ?? NO_SCALAR;
    this.builder.alias(this.builder.leaf(key, keyStart, keyEnd, token.start, token.end), anchor.node);
    return anchor.value;
  }

  private readScalar(token: Token, { key, keyStart, keyEnd }: NodePlace, { anchor, tag }: Properties): unknown {
    const node = this.builder.leaf(key, keyStart, keyEnd, token.start, token.end);
    const value = this.scalarValue(token, tag);
    this.lastScalar = { text: token.text, isPlain: token.isPlain, tag };
    if (typeof value === 'number' && !Number.isFinite(value) && this.keyDepth === 0) {
      this.refusals.addNumber(new Refusal('syntax', 'expected a finite number: JSON has no infinity', token.start));
    }
    this.nameScalar(anchor, node, value);
    return value;
  }

  private readEmpty({ key, keyStart, keyEnd }: NodePlace, { anchor, tag, start }: Properties): unknown {
    const value = this.scalarValue({ type: 'scalar', start, end: start, text: '', isPlain: true }, tag);
    this.lastScalar = NO_SCALAR;
    this.nameScalar(anchor, this.builder.leaf(key, keyStart, keyEnd, -1, -1), value);
    return value;
  }

  private nameScalar(name: string | undefined, node: number, value: unknown): void {
    if (name === undefined) return;
    this.anchors.set(name, { node: this.keyDepth > 0 ? -1 : node, value, scalar: this.lastScalar, weight: 1 });
  }

  private scalarValue(token: Token, tag: string | undefined): unknown {
    if (tag === undefined) return token.isPlain ? resolvePlainScalar(token.text) : token.text;
    const tagged = resolveTagged(tag, token.text);
    return tagged.is === 'mismatch' ? this.scanner.refuse(tagged.why, token.start) : tagged.value;
  }

  private reportDuplicate(node: number, key: string, offset: number): void {
    const earlierOffset = this.builder.keyBefore(node, key, offset);
    // A key that was only merged in may be set once more.
    if (earlierOffset === undefined) return;
    const message = `the key "${key}" stands here again; the last one wins`;
    this.problems.push({ kind: 'duplicate-key', message, offset, earlierOffset });
  }

  private nested(read: () => unknown): unknown {
    this.depth += 1;
    if (this.depth > this.limits.depth) {
      const { start } = this.scanner.peek();
      throw new Refusal('limit', `nesting is over ${this.limits.depth} levels deep`, start);
    }
    const value = read();
    this.depth -= 1;
    return value;
  }
}

/** Whether a key `<<` merges its value; in quotes it does only if a tag says so. */
function merges({ isPlain, tag }: TaggedScalar): boolean {
  return tag === undefined ? isPlain : tag === '!' || tag === MERGE_TAG;
}

function isFloat({ text, tag }: TaggedScalar): boolean {
  return tag === FLOAT_TAG || plainScalarKind(text) === 'float';
}
