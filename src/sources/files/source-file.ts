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

/** Characters up to which lines are counted again rather than kept. */
const SHORT_TEXT = 65_536;

/** The short file that was asked for its lines last: findings come file by file. */
let latest: { readonly text: string; readonly lines: Lines } | undefined;

/** Keeps a text with what was read from it. */
export function sourceFile(
  shown: string,
  text: string,
  documents: readonly TextDocument[],
  lost: SourceFile['lost'],
): SourceFile {
  let kept: Lines | undefined;
  return {
    shown,
    text,
    documents,
    lost,
    lines() {
      if (kept !== undefined) return kept;
      if (latest?.text === text) return latest.lines;
      const lines = createLines(text);
      if (text.length > SHORT_TEXT) kept = lines;
      else latest = { text, lines };
      return lines;
    },
  };
}
