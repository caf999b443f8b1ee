import type { SourceTexts } from '../../core/report.ts';
import { credentialSpans } from '../../kubernetes/credential-spans.ts';
import { sensitiveSpans } from '../../kubernetes/sensitive.ts';
import { type CommentBlock, commentBlocks } from '../../text/comment-blocks.ts';
import { findCredentials } from '../../text/credential/find-credentials.ts';
import { cell, END } from '../../text/positions.ts';
import { firstEndingBehind, type TextSpan } from '../../text/text-span.ts';
import type { SourceFile } from './source-file.ts';

/** The lines of the files, with everything that must not be shown written as asterisks. */
export function maskedLines(files: readonly SourceFile[]): SourceTexts {
  const byName = new Map(files.map((file) => [file.shown, file]));
  const readers = new Map<SourceFile, (line: number) => string | undefined>();
  return {
    line(name, line) {
      const file = byName.get(name);
      if (file === undefined) return undefined;
      const read = readers.get(file) ?? lineReader(file);
      readers.set(file, read);
      return read(line);
    },
  };
}

/** Reads the lines of one file. It keeps what it read: a manifest on one line is quoted again and again. */
function lineReader(file: SourceFile): (line: number) => string | undefined {
  let spans: readonly TextSpan[] | undefined;
  let mayHoldLiterals: boolean | undefined;
  const kept = new Map<number, string>();

  function read(line: number): string {
    const lines = file.lines();
    const start = lines.start(line);
    spans ??= hiddenSpans(file);
    const text = maskSpans(lines.text(line), start, spans);
    if (isRead(file, text, start)) return text;
    mayHoldLiterals ??= MAY_HOLD_LITERALS.test(file.text) || findCredentials(file.text).length > 0;
    return mayHoldLiterals ? maskBrokenLine(text) : text;
  }

  return (line) => {
    if (line < 1 || line > file.lines().count) return undefined;
    const text = kept.get(line) ?? read(line);
    kept.set(line, text);
    return text;
  };
}

/** True unless a line belongs to a document that was not read, or holds text behind what was read of one. */
function isRead(file: SourceFile, text: string, start: number): boolean {
  const end = start + text.length;
  if (touching(file.lost, start, end).length > 0) return false;
  return touching(file.documents, start, end).every(({ positions }) =>
    SAYS_NOTHING.test(text.slice(Math.max(cell(positions, 0, END) - start, 0))),
  );
}

/** Those of ordered parts of a text that a line, its break included, has a share in. */
function touching<Part extends TextSpan>(parts: readonly Part[], start: number, end: number): Part[] {
  const found: Part[] = [];
  for (let index = firstEndingBehind(parts, start); index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined || part.start > end) break;
    found.push(part);
  }
  return found;
}

/** A comment, an end marker or blank. */
const SAYS_NOTHING = /^\s*(?:#|(?:\.\.\.)?\s*$)/;

/** All that must not be shown of a file: what is known to be secret, what is found to be a credential, and its copies. */
function hiddenSpans({ text, documents }: SourceFile): TextSpan[] {
  const found: TextSpan[] = [...findCredentials(text)];
  for (const block of commentBlocks(text)) for (const span of inComment(block)) found.push(span);
  for (const document of documents) for (const span of credentialSpans(text, document)) found.push(span);
  const known = documents.flatMap((document) => sensitiveSpans(text, document));
  return joined([...known, ...found, ...copiesOf(found, text)]);
}

/** What is found where number signs do not stand between the lines. */
function inComment({ start, text }: CommentBlock): TextSpan[] {
  return findCredentials(text).map((credential) => ({ start: start + credential.start, end: start + credential.end }));
}

/** A credential that is found in one place of a file is one in every other: in a comment, in a name. */
function copiesOf(found: readonly TextSpan[], text: string): TextSpan[] {
  const values = new Set<string>();
  for (const { start, end } of found) {
    const value = text.slice(start, end);
    if (value.length >= SHORTEST_COPY && value.length <= LONGEST_COPY && !/^[a-z]*$/i.test(value)) values.add(value);
    if (values.size >= MOST_COPIED) break;
  }
  return [...values].flatMap((value) => placesOf(value, text));
}

function placesOf(value: string, text: string): TextSpan[] {
  const places: TextSpan[] = [];
  for (let start = text.indexOf(value); start !== -1; start = text.indexOf(value, start + value.length)) {
    places.push({ start, end: start + value.length });
  }
  return places;
}

/** Shorter values are also words; longer ones are no names. */
const SHORTEST_COPY = 8;
const LONGEST_COPY = 512;
const MOST_COPIED = 200;

/** The spans in order, those that overlap as one. */
function joined(spans: readonly TextSpan[]): TextSpan[] {
  const apart: TextSpan[] = [];
  for (const span of spans.toSorted((left, right) => left.start - right.start)) {
    const before = apart.at(-1);
    if (before === undefined || span.start > before.end) apart.push(span);
    else if (span.end > before.end) apart[apart.length - 1] = { start: before.start, end: span.end };
  }
  return apart;
}

/** Masks what of the spans lies in a text that starts at an offset. */
function maskSpans(text: string, offset: number, spans: readonly TextSpan[]): string {
  const end = offset + text.length;
  const pieces: string[] = [];
  let shownTo = 0;
  for (let index = firstEndingBehind(spans, offset); index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.start >= end) break;
    const from = Math.max(span.start - offset, 0);
    const to = Math.min(span.end - offset, text.length);
    pieces.push(text.slice(shownTo, from), text.slice(from, to).replace(/\S/g, '*'));
    shownTo = to;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(shownTo);
}

/** Names a Secret, or may hold the key of an `env[].value`: in letters, or in escapes. */
const MAY_HOLD_LITERALS = /Secret|\bvalue\b|\\[uxU]/;
const KEY = /^(\s*(?:-\s+)*(["']?)[A-Za-z_./-]+\2\s*:(?=\s|$))(.*)$/;

/**
 * A document that cannot be read has no spans, and its lines may belong to any value above them. Where its file may hold
 * literals, keys and punctuation stay and every value goes.
 */
function maskBrokenLine(text: string): string {
  const [, key, , value] = KEY.exec(text) ?? [];
  return key === undefined || value === undefined ? masked(text) : key + masked(value);
}

function masked(text: string): string {
  return text.replace(/[^\s[\]{}:,"'|>&*#-]/g, '*');
}
