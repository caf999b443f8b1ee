import { BYTE_ORDER_MARK, DASH, DOT, END_OF_TEXT, isBlankOrEnd, LINE_FEED, RETURN } from './characters.ts';
import { Refusal } from './refusal.ts';

/** The place of the exact reader in its text. The scanner builds on it, hence a class. */
export class TextCursor {
  readonly text: string;
  readonly end: number;
  offset: number;
  line = 0;
  lineStart: number;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.end = end;
    this.offset = start;
    this.lineStart = start;
    if (start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK) {
      this.offset = 1;
      this.lineStart = 1;
    }
  }

  /** The character code at a distance from the current one. */
  at(distance = 0): number {
    const offset = this.offset + distance;
    return offset < this.end ? this.text.charCodeAt(offset) : END_OF_TEXT;
  }

  get column(): number {
    return this.offset - this.lineStart;
  }

  /** Steps over one line break of any kind. */
  skipBreak(): void {
    const isPair = this.at() === RETURN && this.at(1) === LINE_FEED;
    this.offset += isPair ? 2 : 1;
    this.line += 1;
    this.lineStart = this.offset;
  }

  /** Steps over one line break; gives it as the value of a scalar holds it. */
  readBreak(): string {
    const code = this.at();
    this.skipBreak();
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  refuse(message: string, offset = this.offset): never {
    throw new Refusal('syntax', message, offset);
  }

  /** True at `---` or `...` in the first column, with a blank behind. */
  isDocumentMarker(): boolean {
    if (this.column !== 0) return false;
    const code = this.at();
    if (code !== DASH && code !== DOT) return false;
    return this.at(1) === code && this.at(2) === code && isBlankOrEnd(this.at(3));
  }
}
