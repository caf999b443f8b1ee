import { entryPlace, type NodePlace } from './node-place.ts';
import type { Key, NodeReader, Properties } from './node-reader.ts';
import type { TokenType } from './token.ts';

const ENTRY_ENDS: ReadonlySet<TokenType> = new Set(['block-entry', 'block-end']);
const INDENTLESS_ENDS: ReadonlySet<TokenType> = new Set(['block-entry', 'key', 'value', 'block-end']);
const KEY_ENDS: ReadonlySet<TokenType> = new Set(['key', 'value', 'block-end']);

/** Reads a list whose entries are deeper than the collection around it. */
export function readBlockSequence(reader: NodeReader, place: NodePlace, properties: Properties): unknown {
  const { scanner } = reader;
  const opened = reader.open<unknown[]>(place, properties, scanner.next().start, []);
  const end = readEntries(reader, opened.value, ENTRY_ENDS, opened.start);
  if (!reader.takes('block-end')) reader.refuseNext('expected a list entry "- " at the indentation of its siblings');
  return reader.close(opened, end);
}

/** Reads a list whose entries stand right below their key, at its indentation. */
export function readIndentlessSequence(reader: NodeReader, place: NodePlace, properties: Properties): unknown {
  const opened = reader.open<unknown[]>(place, properties, reader.scanner.peek().start, []);
  return reader.close(opened, readEntries(reader, opened.value, INDENTLESS_ENDS, opened.start));
}

/** Reads the entries of a list; gives the offset where the last one ends. */
function readEntries(reader: NodeReader, list: unknown[], ends: ReadonlySet<TokenType>, start: number): number {
  let end = start;
  while (reader.peekType() === 'block-entry') {
    end = reader.scanner.next().end;
    const entry = entryPlace(list.length);
    if (ends.has(reader.peekType())) list.push(reader.emptyNode(entry));
    else {
      list.push(reader.readNode(entry, true, false));
      end = reader.builder.lastEnd(end);
    }
  }
  return end;
}

/** Reads a mapping by indentation. */
export function readBlockMapping(reader: NodeReader, place: NodePlace, properties: Properties): unknown {
  const { scanner } = reader;
  const opened = reader.open<Record<string, unknown>>(place, properties, scanner.next().start, {});
  let end = opened.start;
  while (reader.takes('key')) {
    if (KEY_ENDS.has(reader.peekType())) reader.refuseNext('expected a key before ":"');
    const key = reader.readKey(true);
    reader.setEntry(opened, key, readEntryValue(reader, key));
    end = reader.builder.lastEnd(key.place.keyEnd);
  }
  if (reader.peekType() === 'value') reader.refuseNext('expected a key before ":"');
  if (!reader.takes('block-end')) reader.refuseNext('expected a key at the indentation of its siblings');
  return reader.close(opened, end);
}

function readEntryValue(reader: NodeReader, key: Key): unknown {
  if (!reader.takes('value') || KEY_ENDS.has(reader.peekType())) return reader.emptyNode(key.place);
  return reader.readValue(key, true);
}
