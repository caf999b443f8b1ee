import type { InputLocation } from '../../core/diagnostic.ts';
import { formatPath, type Path } from '../../core/path.ts';
import type { Origin } from '../../core/resource.ts';
import { findPath, type TextDocument } from '../../text/document.ts';
import type { SourceFile } from './source-file.ts';

/** The origin of an object in a file; `prefix` leads from the document's root to the object (an item of a list). */
export function fileOrigin(file: SourceFile, document: TextDocument, index: number, prefix: Path): Origin {
  return {
    file: file.shown,
    document: index,
    locate(path) {
      const full = prefix.length === 0 ? path : [...prefix, ...path];
      const found = findPath(document, full);
      const depth = Math.max(found.depth - prefix.length, 0);
      const missing = depth < path.length ? { missing: formatPath(path.slice(depth)) } : {};
      return [{ ...locationOf(file, found.start, found.end), path: formatPath(path), ...missing }];
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
