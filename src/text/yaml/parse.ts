import type { Limits, TextProblem } from '../document.ts';
import { MERGE_KEY, type Positions } from '../positions.ts';
import type { PositionsBuilder } from '../positions-builder.ts';
import { keyText } from './key-text.ts';
import { Refusal } from './refusal.ts';
import { resolveTagged } from './resolve-tagged.ts';
import { resolvePlainScalar } from './scalar.ts';
import { Scanner } from './scanner.ts';
import type { Token, TokenType } from './token.ts';

/** One document as Kubernetes reads it. */
export interface Parsed {
  readonly value: unknown;
  readonly positions: Positions;
  readonly problems: readonly TextProblem[];
}

/** What stands before a node: its anchor and its tag. */
interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  readonly start: number;
}

/** A node's key in its mapping with its offsets, or its index in its list. */
interface Place {
  readonly key: string | number;
  readonly keyStart: number;
  readonly keyEnd: number;
}

interface Anchor {
  /** Its node; -1 for the anchor of a key, which leaves no node. */
  readonly node: number;
  readonly value: unknown;
  /** Nodes below it with aliases written out; undefined while it is still being read. */
  weight: number | undefined;
}

const ROOT: Place = { key: 0, keyStart: -1, keyEnd: -1 };
const WANT_MAPPING = 'expected a mapping, or a list of mappings, to merge';
const MERGE_TAG = 'tag:yaml.org,2002:merge';

/**
 * Reads the first document of a segment of the text, as sigs.k8s.io/yaml does. Undefined if there is none.
 * @throws Refusal for what it does not take.
 */
export function parseDocument(
  text: string,
  start: number,
  end: number,
  limits: Limits,
  builder: PositionsBuilder,
): Parsed | undefined {
  const scanner = new Scanner(text, start, end);
  const anchors = new Map<string, Anchor>();
  const problems: TextProblem[] = [];
  let depth = 0;
  let hasVersion = false;
  /** Over 0 while the node of a key is read. */
  let keyDepth = 0;
  /** The text of the scalar that was read last. */
  let writtenScalar = '';
  /** Nodes read, aliases written out; and those of them that aliases brought in. */
  let nodes = 1;
  let aliased = 0;

  function refuse(message: string, offset: number): never {
    throw new Refusal('syntax', message, offset);
  }

  function peekType(): TokenType {
    return scanner.peek().type;
  }

  function takes(type: TokenType): boolean {
    if (peekType() !== type) return false;
    scanner.next();
    return true;
  }

  function readDocument(): Parsed | undefined {
    let isExplicit = false;
    for (; peekType() === 'directive'; isExplicit = true) requireVersion(scanner.next());
    if (peekType() === 'document-start') {
      scanner.next();
      isExplicit = true;
    } else if (isExplicit) refuse('expected "---" behind the directives', scanner.peek().start);
    if (!isExplicit && peekType() === 'stream-end') return undefined;
    const isEmpty = isExplicit && DOCUMENT_ENDS.has(peekType());
    const value = isEmpty ? emptyNode(ROOT) : readNode(ROOT, true, false);
    const rest = scanner.peek();
    if (!DOCUMENT_ENDS.has(rest.type)) {
      const message = 'the document ends here for Kubernetes: what follows is ignored';
      problems.push({ kind: 'ignored-text', message, offset: rest.start });
    }
    return { value, positions: builder.finish(), problems };
  }

  function requireVersion({ text: version, start: offset }: Token): void {
    if (version === '') return;
    if (hasVersion) refuse('expected one %YAML directive only', offset);
    hasVersion = true;
    if (version !== '1.1') refuse('Kubernetes reads YAML 1.1 only: expected %YAML 1.1, or none', offset);
  }

  function readNode(place: Place, isBlock: boolean, isIndentless: boolean): unknown {
    count(1);
    const first = scanner.peek();
    if (first.type === 'alias') return readAlias(scanner.next(), place);
    const properties = readProperties(first);
    const token = scanner.peek();
    if (isIndentless && token.type === 'block-entry') return readIndentless(place, properties);
    switch (token.type) {
      case 'scalar':
        return readScalar(scanner.next(), place, properties);
      case 'flow-sequence-start':
        return nested(() => readFlowSequence(place, properties));
      case 'flow-mapping-start':
        return nested(() => readFlowMapping(place, properties));
      case 'block-sequence-start':
        if (isBlock) return nested(() => readBlockSequence(place, properties));
        break;
      case 'block-mapping-start':
        if (isBlock) return nested(() => readBlockMapping(place, properties));
        break;
      default:
        break;
    }
    if (properties.anchor !== undefined || properties.tag !== undefined) return readEmpty(place, properties);
    return refuse(`${described(token.type)} stands where a value was expected`, token.start);
  }

  function readProperties(first: Token): Properties {
    let anchor: string | undefined;
    let tag: string | undefined;
    for (let token = first; ; token = scanner.peek()) {
      if (token.type === 'anchor' && anchor === undefined) anchor = scanner.next().text;
      else if (token.type === 'tag' && tag === undefined) tag = scanner.next().text;
      else break;
    }
    return { anchor, tag, start: first.start };
  }

  function readAlias(token: Token, place: Place): unknown {
    const name = token.text;
    const anchor = anchors.get(name);
    if (anchor === undefined) refuse(`expected an anchor "&${name}" above this alias`, token.start);
    if (anchor.weight === undefined) refuse(`the alias "*${name}" stands inside its own anchor`, token.start);
    count(anchor.weight);
    aliased += anchor.weight;
    if (aliased > 100 && nodes > 1000 && aliased / nodes > allowedAliasShare(nodes)) {
      throw new Refusal('limit', 'aliases make up too much of the document', token.start);
    }
    builder.alias(builder.leaf(place.key, place.keyStart, place.keyEnd, token.start, token.end), anchor.node);
    return anchor.value;
  }

  function readScalar(token: Token, place: Place, { anchor, tag }: Properties): unknown {
    const node = builder.leaf(place.key, place.keyStart, place.keyEnd, token.start, token.end);
    const value = scalarValue(token, tag);
    writtenScalar = token.text;
    if (typeof value === 'number' && !Number.isFinite(value) && keyDepth === 0) {
      refuse('expected a finite number: JSON has no infinity', token.start);
    }
    if (anchor !== undefined) anchors.set(anchor, { node: keyDepth > 0 ? -1 : node, value, weight: 1 });
    return value;
  }

  function scalarValue(token: Token, tag: string | undefined): unknown {
    if (tag === undefined) return token.isPlain ? resolvePlainScalar(token.text) : token.text;
    const tagged = resolveTagged(tag, token.text);
    if (tagged.is === 'mismatch') refuse(tagged.why, token.start);
    return tagged.value;
  }

  function readEmpty(place: Place, { anchor, tag, start: offset }: Properties): unknown {
    const value = scalarValue(
      { type: 'scalar', start: offset, end: offset, text: '', isPlain: tag === undefined },
      tag,
    );
    const node = builder.leaf(place.key, place.keyStart, place.keyEnd, -1, -1);
    if (anchor !== undefined) anchors.set(anchor, { node: keyDepth > 0 ? -1 : node, value, weight: 1 });
    return value;
  }

  function emptyNode(place: Place): null {
    count(1);
    builder.leaf(place.key, place.keyStart, place.keyEnd, -1, -1);
    return null;
  }

  function readBlockSequence(place: Place, properties: Properties): unknown {
    const opened = open(place, properties, scanner.next().start, []);
    let end = opened.start;
    while (peekType() === 'block-entry') {
      end = scanner.next().end;
      const isEmpty = peekType() === 'block-entry' || peekType() === 'block-end';
      end = readItem(opened.list, isEmpty, end);
    }
    if (!takes('block-end'))
      refuse('expected a list entry "- " at the indentation of its siblings', scanner.peek().start);
    return close(opened, end, opened.list);
  }

  function readIndentless(place: Place, properties: Properties): unknown {
    const opened = open(place, properties, scanner.peek().start, []);
    let end = opened.start;
    while (peekType() === 'block-entry') {
      end = scanner.next().end;
      end = readItem(opened.list, INDENTLESS_ENDS.has(peekType()), end);
    }
    return close(opened, end, opened.list);
  }

  function readItem(list: unknown[], isEmpty: boolean, end: number): number {
    const item = { key: list.length, keyStart: -1, keyEnd: -1 };
    if (isEmpty) {
      list.push(emptyNode(item));
      return end;
    }
    list.push(readNode(item, true, false));
    return builder.lastEnd(end);
  }

  function readBlockMapping(place: Place, properties: Properties): unknown {
    const opened = open(place, properties, scanner.next().start, {});
    let end = opened.start;
    while (peekType() === 'key' || peekType() === 'value') {
      if (peekType() === 'value') refuse('expected a key before ":"', scanner.peek().start);
      end = scanner.next().end;
      const isEmptyKey = peekType() === 'key' || peekType() === 'value' || peekType() === 'block-end';
      const key = isEmptyKey ? refuseKey(end) : readKey(true);
      if (takes('value')) {
        const isEmpty = peekType() === 'key' || peekType() === 'value' || peekType() === 'block-end';
        setEntry(opened, key, isEmpty ? emptyNode(key.place) : readValue(key, true, true));
      } else setEntry(opened, key, emptyNode(key.place));
      end = builder.lastEnd(key.place.keyEnd);
    }
    if (!takes('block-end')) {
      refuse('expected a key at the indentation of its siblings', scanner.peek().start);
    }
    return close(opened, end, opened.mapping);
  }

  function readFlowSequence(place: Place, properties: Properties): unknown {
    const opened = open(place, properties, scanner.next().start, []);
    let isFirst = true;
    while (peekType() !== 'flow-sequence-end') {
      if (!isFirst && !takes('flow-entry')) refuse('expected "," or "]"', scanner.peek().start);
      isFirst = false;
      if (peekType() === 'flow-sequence-end') break;
      const item = { key: opened.list.length, keyStart: -1, keyEnd: -1 };
      if (peekType() === 'key') opened.list.push(readPair(item));
      else opened.list.push(readNode(item, false, false));
    }
    return close(opened, scanner.next().end, opened.list);
  }

  /** `[a: 1]`: a mapping of one pair inside a flow sequence. */
  function readPair(place: Place): unknown {
    count(1);
    const token = scanner.next();
    const opened = open(place, { anchor: undefined, tag: undefined, start: token.start }, scanner.peek().start, {});
    const isEmptyKey = FLOW_ENDS.has(peekType()) || peekType() === 'value';
    const key = isEmptyKey ? refuseKey(token.start) : readKey(false);
    const hasValue = takes('value') && !FLOW_ENDS.has(peekType());
    setEntry(opened, key, hasValue ? readValue(key, false, false) : emptyNode(key.place));
    return close(opened, builder.lastEnd(key.place.keyEnd), opened.mapping);
  }

  function readFlowMapping(place: Place, properties: Properties): unknown {
    const opened = open(place, properties, scanner.next().start, {});
    let isFirst = true;
    while (peekType() !== 'flow-mapping-end') {
      if (!isFirst && !takes('flow-entry')) refuse('expected "," or "}"', scanner.peek().start);
      isFirst = false;
      if (peekType() === 'flow-mapping-end') break;
      if (takes('key')) {
        const isEmptyKey = FLOW_ENDS.has(peekType()) || peekType() === 'value';
        const key = isEmptyKey ? refuseKey(scanner.peek().start) : readKey(false);
        const hasValue = takes('value') && !FLOW_ENDS.has(peekType());
        setEntry(opened, key, hasValue ? readValue(key, false, false) : emptyNode(key.place));
      } else {
        const key = readKey(false);
        setEntry(opened, key, emptyNode(key.place));
      }
    }
    return close(opened, scanner.next().end, opened.mapping);
  }

  interface Key {
    readonly place: Place;
    readonly isMerge: boolean;
  }

  /** Reads the node of a key; it is no node of the document's value, so it leaves no position of its own. */
  function readKey(isBlock: boolean): Key {
    const first = scanner.peek();
    const size = builder.size();
    keyDepth += 1;
    const value = readNode(ROOT, isBlock, isBlock);
    keyDepth -= 1;
    const end = builder.lastEnd(first.end);
    const start = builder.startOf(size, first.start);
    builder.drop(size);
    if (isMergeKey(first, value)) {
      nodes -= 1;
      return { place: { key: MERGE_KEY, keyStart: start, keyEnd: end }, isMerge: true };
    }
    const key = keyText(value, writtenScalar);
    if (key === undefined) refuse('expected text, a number or a boolean as the key', first.start);
    return { place: { key, keyStart: start, keyEnd: end }, isMerge: false };
  }

  function isMergeKey(first: Token, value: unknown): boolean {
    if (value !== '<<') return false;
    if (first.type === 'scalar') return first.isPlain;
    return first.type === 'tag' && (first.text === '!' || first.text === MERGE_TAG);
  }

  function refuseKey(offset: number): never {
    return refuse('expected a key before ":"', offset);
  }

  function readValue(key: Key, isBlock: boolean, isIndentless: boolean): unknown {
    if (!key.isMerge) return readNode(key.place, isBlock, isIndentless);
    const token = scanner.peek();
    const value = readNode(key.place, isBlock, isIndentless);
    if (!Array.isArray(value)) return value;
    if (token.type === 'alias') refuse(WANT_MAPPING, token.start);
    nodes -= 1;
    return value;
  }

  interface Opened {
    readonly node: number;
    readonly start: number;
    readonly anchor: Anchor | undefined;
    readonly before: number;
    readonly mapping: Record<string, unknown>;
    readonly list: unknown[];
  }

  function open(
    place: Place,
    { anchor: name }: Properties,
    offset: number,
    value: unknown[] | Record<string, unknown>,
  ): Opened {
    const node = builder.open(place.key, place.keyStart, place.keyEnd, offset);
    let anchor: Anchor | undefined;
    if (name !== undefined) {
      anchor = { node: keyDepth > 0 ? -1 : node, value, weight: undefined };
      anchors.set(name, anchor);
    }
    const isList = Array.isArray(value);
    return { node, start: offset, anchor, before: nodes, mapping: isList ? {} : value, list: isList ? value : [] };
  }

  function close(opened: Opened, end: number, value: unknown): unknown {
    builder.close(opened.node, end);
    if (opened.anchor !== undefined) opened.anchor.weight = nodes - opened.before + 1;
    return value;
  }

  function setEntry(opened: Opened, { place, isMerge }: Key, value: unknown): void {
    if (isMerge) mergeInto(opened.mapping, value, place.keyStart);
    else {
      const key = String(place.key);
      if (problems.length < MOST_PROBLEMS && Object.hasOwn(opened.mapping, key))
        reportDuplicate(opened.node, key, place.keyStart);
      setKey(opened.mapping, key, value);
    }
  }

  function reportDuplicate(node: number, key: string, offset: number): void {
    const earlierOffset = builder.keyBefore(node, key, offset);
    if (earlierOffset === undefined) return;
    const message = `the key "${key}" stands here again; the last one wins`;
    problems.push({ kind: 'duplicate-key', message, offset, earlierOffset });
  }

  function mergeInto(mapping: Record<string, unknown>, merged: unknown, offset: number): void {
    const sources: readonly unknown[] = Array.isArray(merged) ? merged.toReversed() : [merged];
    for (const source of sources) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        refuse(WANT_MAPPING, offset);
      }
      for (const [key, value] of Object.entries(source)) setKey(mapping, key, value);
    }
  }

  function nested(read: () => unknown): unknown {
    depth += 1;
    if (depth > limits.depth) {
      throw new Refusal('limit', `nesting is over ${limits.depth} levels deep`, scanner.peek().start);
    }
    const value = read();
    depth -= 1;
    return value;
  }

  function count(added: number): void {
    nodes += added;
    if (nodes <= limits.expandedNodes) return;
    throw new Refusal('limit', `aliases expand the document to over ${limits.expandedNodes} nodes`, scanner.offset);
  }

  return readDocument();
}

/** Reports beyond these would only repeat. */
const MOST_PROBLEMS = 100;
const DOCUMENT_ENDS: ReadonlySet<TokenType> = new Set(['document-start', 'document-end', 'directive', 'stream-end']);
const INDENTLESS_ENDS: ReadonlySet<TokenType> = new Set(['block-entry', 'key', 'value', 'block-end']);
const FLOW_ENDS: ReadonlySet<TokenType> = new Set(['flow-entry', 'flow-sequence-end', 'flow-mapping-end']);

function setKey(mapping: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') mapping[key] = value;
  else Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
}

/** The share of a document that aliases may make up: nearly all of a small one, a tenth of a very large one. */
function allowedAliasShare(nodes: number): number {
  const small = 400_000;
  const large = 4_000_000;
  if (nodes <= small) return 0.99;
  return nodes >= large ? 0.1 : 0.99 - (0.89 * (nodes - small)) / (large - small);
}

function described(type: TokenType): string {
  return DESCRIPTIONS.get(type) ?? 'the end';
}

const DESCRIPTIONS: ReadonlyMap<TokenType, string> = new Map<TokenType, string>([
  ['block-end', 'less indented text'],
  ['block-entry', '"- "'],
  ['block-mapping-start', 'a key'],
  ['block-sequence-start', 'a list entry'],
  ['flow-entry', '","'],
  ['flow-mapping-end', '"}"'],
  ['flow-sequence-end', '"]"'],
  ['key', 'a key'],
  ['value', '":"'],
  ['document-start', '"---"'],
  ['document-end', '"..."'],
]);
