import type { TextDocument } from '../../text/document.ts';
import { createLines, type Lines } from '../../text/lines.ts';

/** A file that was read, kept for locations and quotes. */
export interface SourceFile {
  /** As the report shows it. */
  readonly shown: string;
  readonly text: string;
  readonly documents: readonly TextDocument[];
  /** Offsets of documents that could not be read. */
  readonly lost: readonly { readonly start: number; readonly end: number }[];
  /** Line starts, counted when asked for. */
  lines(): Lines;
}

/** Characters up to which lines are counted again rather than kept for good. */
const SHORT_TEXT = 16_384;
const MOST_REMEMBERED = 1_000;

/** The lines of the short files that were asked for theirs last: each is asked for every kind of subject. */
const latest = new Map<SourceFile, Lines>();

/** Keeps a text with what was read from it. */
export function sourceFile(
  shown: string,
  text: string,
  documents: readonly TextDocument[],
  lost: SourceFile['lost'],
): SourceFile {
  let kept: Lines | undefined;
  const file: SourceFile = {
    shown,
    text,
    documents,
    lost,
    lines() {
      const known = kept ?? latest.get(file);
      if (known !== undefined) return known;
      const lines = createLines(text);
      if (text.length > SHORT_TEXT) kept = lines;
      else remember(file, lines);
      return lines;
    },
  };
  return file;
}

function remember(file: SourceFile, lines: Lines): void {
  if (latest.size >= MOST_REMEMBERED) latest.clear();
  latest.set(file, lines);
}
