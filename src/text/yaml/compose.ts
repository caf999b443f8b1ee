import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { Limits, TextProblem } from '../document.ts';
import { MERGE_KEY, type Positions } from '../positions.ts';
import type { PositionsBuilder } from '../positions-builder.ts';
import { resolvePlainScalar } from './scalar.ts';

/** Thrown inside the reader for what Kubernetes does not take; `readYaml` makes a problem of it. */
export class Refusal extends Error {
  readonly kind: 'syntax' | 'limit';
  readonly offset: number;
  constructor(kind: 'syntax' | 'limit', message: string, offset: number) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.offset = offset;
  }
}

export interface Composed {
  readonly value: unknown;
  readonly positions: Positions;
  readonly problems: readonly TextProblem[];
  /** The index of the event behind the document. */
  readonly next: number;
}

interface Anchor {
  readonly node: number;
  readonly value: unknown;
  readonly weight: number;
}

const CLOSING = new Map([
  ['[', ']'],
  ['{', '}'],
]);

/** Makes the value and the positions of one document from the parser's events, which start at `first`. */
export function composeDocument(
  source: string,
  shift: number,
  events: readonly Event[],
  first: number,
  limits: Limits,
  builder: PositionsBuilder,
): Composed {
  const anchors = new Map<string, Anchor>();
  const problems: TextProblem[] = [];
  let index = first + 1;
  let cursor = 0;
  let weight = 0;

  function readNode(key: string | number, keyStart: number, keyEnd: number): unknown {
    const event = events[index];
    index += 1;
    weight += 1;
    if (weight > limits.expandedNodes) {
      throw new Refusal('limit', `aliases expand the document to over ${limits.expandedNodes} nodes`, cursor);
    }
    if (event === undefined) return null;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return readScalar(event, key, keyStart, keyEnd);
      case EVENT_ID.ALIAS:
        return readAlias(
          source.slice(event.anchorStart, event.anchorEnd),
          event.anchorStart,
          event.anchorEnd,
          key,
          keyStart,
          keyEnd,
        );
      case EVENT_ID.MAPPING: {
        const node = builder.open(key, keyStart, keyEnd, event.start + shift);
        const before = weight;
        cursor = Math.max(cursor, event.start);
        const mapping: Record<string, unknown> = {};
        register(event, node, mapping, 0);
        readEntries(mapping, node);
        closeCollection(node, event.start);
        register(event, node, mapping, weight - before + 1);
        return mapping;
      }
      case EVENT_ID.SEQUENCE: {
        const node = builder.open(key, keyStart, keyEnd, event.start + shift);
        const before = weight;
        cursor = Math.max(cursor, event.start);
        const list: unknown[] = [];
        register(event, node, list, 0);
        while (events[index]?.type !== EVENT_ID.POP) list.push(readNode(list.length, -1, -1));
        index += 1;
        closeCollection(node, event.start);
        register(event, node, list, weight - before + 1);
        return list;
      }
      default:
        return null;
    }
  }

  function readScalar(event: ScalarEvent, key: string | number, keyStart: number, keyEnd: number): unknown {
    if (event.valueStart === -1) {
      const node = builder.leaf(key, keyStart, keyEnd, -1, -1);
      const value = event.tagStart !== -1 && isTextTag(source.slice(event.tagStart, event.tagEnd)) ? '' : null;
      register(event, node, value, 1);
      return value;
    }
    const { start, end } = scalarSpan(event);
    const node = builder.leaf(key, keyStart, keyEnd, start + shift, end + shift);
    const value = scalarValue(event);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new Refusal('syntax', 'expected a finite number: JSON has no infinity', start);
    }
    if (event.anchorStart !== -1) register(event, node, value, 1);
    return value;
  }

  function scalarSpan(event: ScalarEvent): { start: number; end: number } {
    let start = event.valueStart;
    let end = event.valueEnd;
    if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
      start -= 1;
      end += 1;
    } else if (event.style !== SCALAR_STYLE.PLAIN) {
      const header = event.style === SCALAR_STYLE.LITERAL_BLOCK ? '|' : '>';
      const from = Math.max(cursor, event.anchorEnd, event.tagEnd);
      const at = source.indexOf(header, from);
      if (at !== -1 && at < start) start = at;
    }
    cursor = Math.max(cursor, end);
    return { start, end };
  }

  function scalarValue(event: ScalarEvent): unknown {
    const text = getScalarValue(source, event);
    if (event.tagStart !== -1) return taggedScalar(source.slice(event.tagStart, event.tagEnd), text);
    return event.style === SCALAR_STYLE.PLAIN ? resolvePlainScalar(text) : text;
  }

  function readAlias(
    name: string,
    start: number,
    end: number,
    key: string | number,
    keyStart: number,
    keyEnd: number,
  ): unknown {
    const anchor = anchors.get(name);
    if (anchor === undefined) throw new Refusal('syntax', `expected an anchor "&${name}" above this alias`, start - 1);
    if (anchor.weight === 0)
      throw new Refusal('syntax', `the alias "*${name}" stands inside its own anchor`, start - 1);
    weight += anchor.weight;
    cursor = Math.max(cursor, end);
    const node = builder.leaf(key, keyStart, keyEnd, start - 1 + shift, end + shift);
    builder.alias(node, anchor.node);
    return anchor.value;
  }

  function readEntries(mapping: Record<string, unknown>, node: number): void {
    let written: Map<string, number> | undefined;
    while (events[index]?.type !== EVENT_ID.POP) {
      const event = events[index];
      if (event === undefined) return;
      index += 1;
      const key = readKey(event);
      if (key.text === MERGE_KEY) {
        mergeInto(mapping, readNode(MERGE_KEY, key.start, key.end), key.start - shift);
        continue;
      }
      if (Object.hasOwn(mapping, key.text)) {
        written ??= builder.directKeys(node);
        const earlierOffset = written.get(key.text);
        if (earlierOffset !== undefined) {
          problems.push({
            kind: 'duplicate-key',
            message: `the key "${key.text}" stands here again; the last one wins`,
            offset: key.start,
            earlierOffset,
          });
        }
      }
      written?.set(key.text, key.start);
      setKey(mapping, key.text, readNode(key.text, key.start, key.end));
    }
    index += 1;
  }

  function readKey(event: Event): { text: string; start: number; end: number } {
    if (event.type === EVENT_ID.ALIAS) {
      const anchor = anchors.get(source.slice(event.anchorStart, event.anchorEnd));
      return {
        text: keyText(anchor?.value, event.anchorStart),
        start: event.anchorStart - 1 + shift,
        end: event.anchorEnd + shift,
      };
    }
    if (event.type !== EVENT_ID.SCALAR) throw new Refusal('syntax', 'expected a scalar as the key', cursor);
    if (event.valueStart === -1) throw new Refusal('syntax', 'expected a key before ":"', cursor);
    const { start, end } = scalarSpan(event);
    const isPlain = event.style === SCALAR_STYLE.PLAIN && event.tagStart === -1;
    const isMerge = source.slice(event.valueStart, event.valueEnd) === '<<' && event.style === SCALAR_STYLE.PLAIN;
    const value = isPlain ? resolvePlainScalar(getScalarValue(source, event)) : scalarValue(event);
    if (event.anchorStart !== -1) {
      anchors.set(source.slice(event.anchorStart, event.anchorEnd), { node: 0, value, weight: 1 });
    }
    return { text: isMerge ? MERGE_KEY : keyText(value, start), start: start + shift, end: end + shift };
  }

  function closeCollection(node: number, start: number): void {
    const closing = CLOSING.get(source.charAt(start));
    const end = closing === undefined ? cursor : closingOffset(source, cursor, start, closing);
    cursor = Math.max(cursor, end);
    builder.close(node, end + shift);
  }

  function register(
    event: { anchorStart: number; anchorEnd: number },
    node: number,
    value: unknown,
    size: number,
  ): void {
    if (event.anchorStart === -1) return;
    anchors.set(source.slice(event.anchorStart, event.anchorEnd), { node, value, weight: size });
  }

  const value = events[index]?.type === EVENT_ID.POP ? null : readNode(0, -1, -1);
  if (builder.size() === 0) builder.leaf(0, -1, -1, -1, -1);
  return { value, positions: builder.finish(), problems, next: index + 1 };
}

function setKey(mapping: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') mapping[key] = value;
  else Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
}

function mergeInto(mapping: Record<string, unknown>, merged: unknown, offset: number): void {
  const sources: readonly unknown[] = Array.isArray(merged) ? merged.toReversed() : [merged];
  for (const source of sources) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) {
      throw new Refusal('syntax', 'expected a mapping, or a list of mappings, to merge', offset);
    }
    for (const [key, value] of Object.entries(source)) setKey(mapping, key, value);
  }
}

function keyText(value: unknown, offset: number): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Refusal('syntax', 'expected text, a number or a boolean as the key', offset);
}

function isTextTag(tag: string): boolean {
  return tag === '!!str' || tag === '!' || tag === '!<tag:yaml.org,2002:str>';
}

function taggedScalar(tag: string, text: string): unknown {
  return isTextTag(tag) || tag === '!!binary' ? text : resolvePlainScalar(text);
}

/** Skips white space, commas and comments to the closing bracket. */
function closingOffset(source: string, cursor: number, start: number, closing: string): number {
  let offset = Math.max(cursor, start + 1);
  while (offset < source.length) {
    const character = source.charAt(offset);
    if (character === closing) return offset + 1;
    if (character === '#') offset = source.indexOf('\n', offset);
    if (offset === -1) return source.length;
    offset += 1;
  }
  return source.length;
}
