import { isDeepStrictEqual } from 'node:util';
import { defaultLimits, type ReadText, type TextDocument } from '../../src/text/document.ts';
import { cell, END, KEY_END, KEY_START, NEXT, START, TARGET } from '../../src/text/positions.ts';
import { createPositionsBuilder } from '../../src/text/positions-builder.ts';
import { parseOrdinary } from '../../src/text/yaml/ordinary.ts';
import { type Parsed, parseDocument } from '../../src/text/yaml/parse.ts';
import { Refusal } from '../../src/text/yaml/refusal.ts';
import { splitDocuments } from '../../src/text/yaml/split.ts';

const builder = createPositionsBuilder();

/** What is wrong with what was read of a text, but for its values: offsets outside of it, positions that contradict each other. */
export function* textFaults(text: string, { documents, problems }: ReadText): Iterable<string> {
  for (const { kind, message, offset, earlierOffset, lost } of problems) {
    if (!isInside(offset, 0, text.length)) yield `${kind} at ${offset} of ${text.length}: ${message}`;
    if (message === '') yield `${kind} at ${offset} has no message`;
    if (earlierOffset !== undefined && !isInside(earlierOffset, 0, offset - 1))
      yield `${kind} is before ${earlierOffset}`;
    if ((kind === 'syntax' || kind === 'limit') && lost === undefined) yield `${kind} at ${offset} loses nothing`;
    if (lost !== undefined && !(lost.start <= lost.end && lost.end <= text.length))
      yield `lost is ${lost.start}-${lost.end}`;
    if (lost !== undefined && !isInside(offset, lost.start, lost.end))
      yield `the offset ${offset} is not in what is lost`;
  }
  let last = 0;
  for (const document of documents) {
    if (document.start < last || document.end < document.start) yield `a document is ${document.start}-${document.end}`;
    last = document.end;
    yield* positionFaults(document);
  }
  if (last > text.length) yield `a document ends at ${last} of ${text.length}`;
}

function isInside(offset: number, start: number, end: number): boolean {
  return Number.isInteger(offset) && start <= offset && offset <= end;
}

function* positionFaults({ positions, start: documentStart, end: documentEnd }: TextDocument): Iterable<string> {
  const size = positions.keys.length;
  let last = documentStart;
  for (let node = 0; node < size; node += 1) {
    const name = `node ${node} (${String(positions.keys[node])})`;
    const spans = [
      [cell(positions, node, KEY_START), cell(positions, node, KEY_END)],
      [cell(positions, node, START), cell(positions, node, END)],
    ] as const;
    for (const [start, end] of spans) {
      if (start === -1 && end === -1) continue;
      if (start < last || end < start || end > documentEnd) yield `${name} is ${start}-${end}, behind ${last}`;
      last = start;
    }
    const next = cell(positions, node, NEXT);
    const target = cell(positions, node, TARGET);
    if (next <= node || next > size) yield `${name} has its sibling at ${next} of ${size}`;
    if (target >= node) yield `${name} stands for the later node ${target}`;
  }
}

/** Where the quick reader reads a document of a text in another way than the exact one. */
export function* readerFaults(text: string): Iterable<string> {
  for (const { start, end } of splitDocuments(text)) {
    const ordinary = parseOrdinary(text, start, defaultLimits);
    if (ordinary === undefined) continue;
    const exact = { ...exactly(text, start, end), start, end };
    if (!isDeepStrictEqual({ problems: [], ...ordinary }, exact))
      yield `the quick reader disagrees on the document at ${start}`;
  }
}

function exactly(text: string, start: number, end: number): Parsed | undefined {
  try {
    return parseDocument(text, start, end, defaultLimits, builder);
  } catch (error) {
    builder.finish();
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
