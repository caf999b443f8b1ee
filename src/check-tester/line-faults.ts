import type { Path } from '../core/path.ts';
import type { TextDocument } from '../text/document.ts';
import { createLines } from '../text/lines.ts';
import { cell, END, followPath, KEY_START, START } from '../text/positions.ts';
import { readText } from '../text/read.ts';
import { changedPaths } from './changed-paths.ts';

/** Lines that an edit changed although no field on them changed, such as a comment, a quote or the order of two keys. */
export function* lineFaults(before: string, after: string): Iterable<string> {
  const beforeDocuments = readText(before, 'example').documents;
  const afterDocuments = readText(after, 'example').documents;
  if (beforeDocuments.length !== afterDocuments.length) {
    yield 'the fixed text has another number of documents';
    return;
  }
  const mayGo = new Set<number>();
  const mayCome = new Set<number>();
  for (const [index, document] of beforeDocuments.entries()) {
    const other = afterDocuments[index];
    if (other === undefined) continue;
    const paths = changedPaths(document.value, other.value);
    for (const path of [...paths.before, ...flowParents(after, other, paths.after)]) {
      for (const line of linesOf(before, document, path)) mayGo.add(line);
    }
    for (const path of [...paths.after, ...flowParents(before, document, paths.before)]) {
      for (const line of linesOf(after, other, path)) mayCome.add(line);
    }
  }
  const from = before.split('\n');
  const to = after.split('\n');
  const stop = firstMismatch(from, to, mayGo, mayCome);
  if (stop === undefined) return;
  const lines = [from[stop.from], to[stop.to]].map((line) => JSON.stringify(line ?? ''));
  yield `line ${stop.from + 1}, ${lines[0]}, meets line ${stop.to + 1} of the fixed text, ${lines[1]}, and no field of them differs`;
}

/** The collections in braces or brackets that hold the nodes at the paths: there a neighbour shares the line. */
function flowParents(text: string, document: TextDocument, paths: readonly Path[]): Path[] {
  return paths
    .map((path) => path.slice(0, -1))
    .filter((path) => {
      const { node } = followPath(document.positions, path);
      return '{['.includes(text.charAt(cell(document.positions, node, START)) || ' ');
    });
}

/** The lines on which the node at a path stands, its key included. */
function* linesOf(text: string, document: TextDocument, path: Path): Iterable<number> {
  const { positions } = document;
  const { node } = followPath(positions, path);
  const offsets = [cell(positions, node, KEY_START), cell(positions, node, START)].filter((offset) => offset !== -1);
  if (offsets.length === 0) return;
  const start = Math.min(...offsets);
  const shown = text.slice(start, Math.max(cell(positions, node, END), start)).trimEnd();
  const lines = createLines(text);
  const last = lines.at(start + Math.max(shown.length - 1, 0)).line;
  for (let { line } = lines.at(start); line <= last; line += 1) yield line;
}

/**
 * The furthest that two texts can be matched line by line, where only lines of `mayGo` are left out of the first and only
 * lines of `mayCome` of the second (both from 1); undefined if they match to their ends.
 */
function firstMismatch(
  from: readonly string[],
  to: readonly string[],
  mayGo: ReadonlySet<number>,
  mayCome: ReadonlySet<number>,
): { from: number; to: number } | undefined {
  let furthest = { from: 0, to: 0 };
  let reached = new Set([0]);
  for (let row = 0; row <= from.length; row += 1) {
    const next = new Set<number>();
    for (let column = 0; column <= to.length; column += 1) {
      if (!reached.has(column)) continue;
      if (row + column >= furthest.from + furthest.to) furthest = { from: row, to: column };
      if (mayCome.has(column + 1)) reached.add(column + 1);
      if (mayGo.has(row + 1)) next.add(column);
      if (row < from.length && from[row] === to[column]) next.add(column + 1);
    }
    reached = next;
  }
  return furthest.from === from.length && furthest.to === to.length ? undefined : furthest;
}
