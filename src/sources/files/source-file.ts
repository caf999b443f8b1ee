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
  /** Line starts, counted when first asked for. */
  lines(): Lines;
}

/** Keeps a text with what was read from it. */
export function sourceFile(
  shown: string,
  text: string,
  documents: readonly TextDocument[],
  lost: SourceFile['lost'],
): SourceFile {
  let lines: Lines | undefined;
  return {
    shown,
    text,
    documents,
    lost,
    lines() {
      lines ??= createLines(text);
      return lines;
    },
  };
}
