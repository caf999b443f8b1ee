import type { InputLocation } from '../../core/diagnostic.ts';
import { formatPath, type Path } from '../../core/path.ts';
import type { Origin } from '../../core/resource.ts';
import { findKey, findPath, type TextDocument } from '../../text/document.ts';
import { followPath } from '../../text/positions.ts';
import { valueLine } from '../../text/value-line.ts';
import type { SourceFile } from './source-file.ts';

/** The origin of an object in a file; `prefix` leads from the document's root to the object (an item of a list). */
export function fileOrigin(file: SourceFile, document: TextDocument, index: number, prefix: Path): Origin {
  // Found once: in a long list the way to an item leads past all items before it.
  let root: number | undefined;
  return {
    file: file.shown,
    document: index,
    locate(path, part) {
      root ??= followPath(document.positions, prefix).node;
      const found = part === 'key' ? findKey(document, path, root) : findPath(document, path, root);
      const { start, end } =
        (typeof part === 'object' && valueLine(file.text, file.lines(), found, part.line)) || found;
      const location = { ...locationOf(file, start, end), path: formatPath(path) };
      if (found.depth === path.length) return [location];
      return [{ ...location, missing: formatPath(path.slice(found.depth)) }];
    },
  };
}

/** Offsets of a file as lines and columns. */
export function locationOf(file: SourceFile, start: number, end: number): InputLocation {
  const lines = file.lines();
  const from = lines.at(start);
  const to = lines.at(Math.max(end, start));
  return { file: file.shown, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
