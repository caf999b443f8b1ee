// Compares readYaml with the event parser of js-yaml inside one process, which needs `--expose-gc`.
// `node --expose-gc bench/reader-process.ts FILE ROUNDS` prints the rounds as JSON.
import { readFileSync } from 'node:fs';
import { parseEvents } from 'js-yaml';
import { readYaml } from '../src/text/yaml/read.ts';
import { splitDocuments } from '../src/text/yaml/split.ts';

/** What one round measured of both readers, in milliseconds or bytes. */
export interface ReaderRound {
  readonly ours: number;
  readonly theirs: number;
}

export interface ReaderRounds {
  /** Milliseconds to read the text. */
  readonly time: readonly ReaderRound[];
  /** Bytes that the result keeps alive, arrays outside of the heap included. */
  readonly retained: readonly ReaderRound[];
}

const WARM_UP_ROUNDS = 10;

/** The events of every document, as `parse-events.mjs` has them. */
function eventsOf(text: string): unknown[] {
  return Array.from(splitDocuments(text), ({ start, end }) => parseEvents(text.slice(start, end), {}));
}

/** A text of its own for every round: a reader may know the last one again. */
function freshText(bytes: Buffer, round: number): string {
  return Buffer.concat([bytes, Buffer.from(`# round ${round}\n`)]).toString();
}

function time(read: (text: string) => unknown, bytes: Buffer, round: number): number {
  const text = freshText(bytes, round);
  const start = performance.now();
  read(text);
  return performance.now() - start;
}

function retained(read: (text: string) => unknown, bytes: Buffer, round: number): number {
  const before = bytesInUse();
  const result = readFresh(read, bytes, round);
  const after = bytesInUse();
  // Held until here.
  if (result === undefined) throw new Error('nothing was read');
  return after - before;
}

/** Nobody else holds the text: values that are slices of it would keep all of it. */
function readFresh(read: (text: string) => unknown, bytes: Buffer, round: number): unknown {
  return read(freshText(bytes, round));
}

function bytesInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collectGarbage(): void {
  // The engine holds on to the text that a regular expression matched last.
  /./.exec('x');
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc');
  // What the first collection lets go of, arrays outside of the heap above all, is gone after a second one.
  for (let pass = 0; pass < 3; pass += 1) globalThis.gc();
}

const [file = '', wanted = '1'] = process.argv.slice(2);
const bytes = readFileSync(file);
const rounds = Array.from({ length: WARM_UP_ROUNDS + Number(wanted) }, (_, round) => round);
const results: ReaderRounds = {
  // All of these come first: a collection throws away what the engine has learned of the shapes of objects.
  time: rounds
    .map((round) => ({ ours: time(readYaml, bytes, round), theirs: time(eventsOf, bytes, round) }))
    .slice(WARM_UP_ROUNDS),
  retained: rounds
    .map((round) => ({ ours: retained(readYaml, bytes, round), theirs: retained(eventsOf, bytes, round) }))
    .slice(WARM_UP_ROUNDS),
};
process.stdout.write(JSON.stringify(results));
