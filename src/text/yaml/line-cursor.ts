import { textCharactersEnd } from './character-classes.ts';
import { DASH, DOT, HASH, LINE_FEED, PERCENT, RETURN, SPACE, TAB } from './characters.ts';
import { textCodes } from './text-codes.ts';

/** What ends the quick way: something that only the exact reader knows how to judge. */
export const notOrdinary = new Error('not ordinary');

/** Leaves the document to the exact reader. */
export function leave(): never {
  throw notOrdinary;
}

/** The place of a reader that goes through a text line by line. Readers build on it, hence a class. */
export class LineCursor {
  readonly text: string;
  /** The end of the document: of the text, until a marker is met. */
  end: number;
  readonly codes: Uint16Array;
  offset: number;
  lineStart: number;
  /** The column of the line's first character; -1 at the end. */
  indent = -1;

  constructor(text: string, start: number) {
    this.text = text;
    this.codes = textCodes(text);
    this.end = text.length;
    this.offset = start;
    this.lineStart = start;
  }

  /** The character code at an offset. The end of the text reads as a line feed. */
  code(offset: number): number {
    return this.codes[offset] ?? LINE_FEED;
  }

  /** True at a blank or the end of the line. */
  isApart(offset: number): boolean {
    const code = this.code(offset);
    return code === SPACE || code === LINE_FEED || code === RETURN;
  }

  skipSpaces(): void {
    while (this.code(this.offset) === SPACE) this.offset += 1;
  }

  /** From the start of a line to the first character that is neither blank nor in a comment. A marker ends the document. */
  toContent(): void {
    const { codes, end } = this;
    let offset = this.offset;
    while (offset < end) {
      const start = offset;
      let code = codes[offset] ?? LINE_FEED;
      while (code === SPACE) {
        offset += 1;
        code = codes[offset] ?? LINE_FEED;
      }
      if (code === HASH) offset = this.skipComment(offset);
      else if (code === RETURN) offset += 1;
      else if (code !== LINE_FEED) {
        this.lineStart = start;
        this.offset = offset;
        this.indent = offset - start;
        if (code === TAB || (this.indent === 0 && (code === PERCENT || code === DOT))) leave();
        if (this.indent === 0 && code === DASH && this.isMarker()) this.endAt(offset);
        return;
      }
      if (this.code(offset) !== LINE_FEED) leave();
      this.lineStart = start;
      offset += 1;
    }
    this.endAt(end);
  }

  private endAt(offset: number): void {
    this.end = offset;
    this.offset = offset;
    this.indent = -1;
  }

  /** True at three dashes that stand apart, where a document starts. */
  isMarker(): boolean {
    const { offset } = this;
    return this.text.startsWith('---', offset) && (this.isApart(offset + 3) || this.code(offset + 3) === TAB);
  }

  /** From behind a value to the next line with content; only blanks and a comment may stand between. */
  endLine(): void {
    if (this.code(this.offset) !== LINE_FEED) this.skipToLineFeed();
    this.offset = Math.min(this.offset + 1, this.end);
    this.toContent();
  }

  private skipToLineFeed(): void {
    const from = this.offset;
    this.skipSpaces();
    let { offset } = this;
    if (this.code(offset) === HASH) {
      if (offset === from && this.code(offset - 1) !== SPACE) leave();
      offset = this.skipComment(offset);
    }
    if (this.code(offset) === RETURN) offset += 1;
    if (this.code(offset) !== LINE_FEED) leave();
    this.offset = offset;
  }

  /** The offset of the line feed behind a comment. */
  private skipComment(offset: number): number {
    const feed = this.text.indexOf('\n', offset);
    const stop = feed === -1 || feed > this.end ? this.end : feed;
    this.checkUsual(offset, stop + 1);
    return stop;
  }

  /** Leaves if a stretch that is skipped or taken as it is holds an unusual character; line breaks are LF and CRLF. */
  checkUsual(from: number, to: number): void {
    const { codes } = this;
    let offset = textCharactersEnd(codes, from, to);
    while (offset < to) {
      if (codes[offset] !== RETURN || offset + 1 === to || codes[offset + 1] !== LINE_FEED) leave();
      offset = textCharactersEnd(codes, offset + 1, to);
    }
  }
}
