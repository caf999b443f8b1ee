import { entryPlace, type NodePlace } from './node-place.ts';
import type { Key, NodeReader, Properties } from './node-reader.ts';
import type { TokenType } from './token.ts';

const ENDS: ReadonlySet<TokenType> = new Set(['flow-entry', 'flow-sequence-end', 'flow-mapping-end']);

/** Reads `[a, b]`; an entry `a: 1` is a mapping of its own. */
export function readFlowSequence(reader: NodeReader, place: NodePlace, properties: Properties): unknown {
  const opened = reader.open<unknown[]>(place, properties, reader.scanner.next().start, []);
  for (let isFirst = true; goesOn(reader, isFirst, 'flow-sequence-end', '"," or "]"'); isFirst = false) {
    const entry = entryPlace(opened.value.length);
    opened.value.push(reader.peekType() === 'key' ? readPair(reader, entry) : reader.readNode(entry, false, false));
  }
  return reader.close(opened, reader.scanner.next().end);
}

/** Reads `{a: 1, b}`; a key without a colon has no value. */
export function readFlowMapping(reader: NodeReader, place: NodePlace, properties: Properties): unknown {
  const opened = reader.open<Record<string, unknown>>(place, properties, reader.scanner.next().start, {});
  for (let isFirst = true; goesOn(reader, isFirst, 'flow-mapping-end', '"," or "}"'); isFirst = false) {
    if (reader.takes('key')) {
      const key = readKey(reader);
      reader.setEntry(opened, key, readEntryValue(reader, key));
    } else {
      const key = reader.readKey(false);
      reader.setEntry(opened, key, reader.emptyNode(key.place));
    }
  }
  return reader.close(opened, reader.scanner.next().end);
}

function readPair(reader: NodeReader, place: NodePlace): unknown {
  reader.count(1);
  reader.scanner.next();
  const opened = reader.open<Record<string, unknown>>(place, undefined, reader.scanner.peek().start, {});
  const key = readKey(reader);
  reader.setEntry(opened, key, readEntryValue(reader, key));
  return reader.close(opened, reader.builder.lastEnd(key.place.keyEnd));
}

/** Steps to the next entry; false at the end of the collection. */
function goesOn(reader: NodeReader, isFirst: boolean, end: TokenType, expected: string): boolean {
  if (reader.peekType() === end) return false;
  if (!isFirst && !reader.takes('flow-entry')) reader.refuseNext(`expected ${expected}`);
  return reader.peekType() !== end;
}

function readKey(reader: NodeReader): Key {
  const type = reader.peekType();
  if (ENDS.has(type) || type === 'value') reader.refuseNext('expected a key before ":"');
  return reader.readKey(false);
}

function readEntryValue(reader: NodeReader, key: Key): unknown {
  if (!reader.takes('value') || ENDS.has(reader.peekType())) return reader.emptyNode(key.place);
  return reader.readValue(key, false);
}
