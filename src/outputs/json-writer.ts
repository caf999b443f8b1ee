import { type JsonValue, jsonText } from './json-text.ts';

/** Writes one JSON document piece by piece: a member or list item a line, so that no more than one is held at a time. */
export interface JsonWriter {
  /** Opens an object or a list; `key` names it in an object. */
  open(bracket: '{' | '[', key?: string): void;
  /** Writes a member of the open object. */
  member(key: string, value: JsonValue): void;
  /** Writes a list into the open object, taking item after item. */
  list(key: string, items: Iterable<JsonValue>): void;
  /** Closes what was opened last. Closing the outermost ends the document. */
  close(): void;
}

/** The most characters handed over in one write. */
export const largestWrite = 65_536;

/** Starts a document. Writes are at most `largestWrite` characters long and never part a surrogate pair. */
export function createJsonWriter(write: (text: string) => void): JsonWriter {
  const frames: { readonly end: '}' | ']'; isEmpty: boolean }[] = [];
  let pending = '';

  function push(text: string): void {
    pending += text;
    while (pending.length > largestWrite) {
      const end = isHighSurrogate(pending.charCodeAt(largestWrite - 1)) ? largestWrite - 1 : largestWrite;
      write(pending.slice(0, end));
      pending = pending.slice(end);
    }
  }

  function startLine(key: string | undefined): void {
    const frame = frames.at(-1);
    if (frame !== undefined) {
      push(frame.isEmpty ? '\n' : ',\n');
      push('  '.repeat(frames.length));
      frame.isEmpty = false;
    }
    if (key !== undefined) push(`${jsonText(key)}: `);
  }

  function value(content: JsonValue, key?: string): void {
    startLine(key);
    push(jsonText(content));
  }

  function open(bracket: '{' | '[', key?: string): void {
    startLine(key);
    push(bracket);
    frames.push({ end: bracket === '{' ? '}' : ']', isEmpty: true });
  }

  function close(): void {
    const frame = frames.pop();
    if (frame === undefined) return;
    if (!frame.isEmpty) push(`\n${'  '.repeat(frames.length)}`);
    push(frame.end);
    if (frames.length > 0) return;
    push('\n');
    write(pending);
    pending = '';
  }

  return {
    open,
    close,
    member: (key, content) => value(content, key),
    list(key, items) {
      open('[', key);
      for (const item of items) value(item);
      close();
    },
  };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
