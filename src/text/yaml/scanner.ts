import {
  AMPERSAND,
  ASTERISK,
  AT,
  BACKTICK,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  END_OF_TEXT,
  EXCLAMATION,
  GREATER,
  HASH,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isWord,
  LEFT_BRACE,
  LEFT_BRACKET,
  PERCENT,
  PIPE,
  QUESTION,
  RIGHT_BRACE,
  RIGHT_BRACKET,
  SINGLE_QUOTE,
  SPACE,
  TAB,
} from './characters.ts';
import { Refusal } from './refusal.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { scanDirective } from './scan-directive.ts';
import { scanPlainScalar, startsPlainScalar } from './scan-plain-scalar.ts';
import { scanQuotedScalar } from './scan-quoted-scalar.ts';
import { scanTag, type TagHandles } from './scan-tag.ts';
import { TextCursor } from './text-cursor.ts';
import { mark, type Token, type TokenType } from './token.ts';

/** A place where a key may have begun: if a colon follows on the same line, it did. */
interface SimpleKey {
  isPossible: boolean;
  /** False once a flow collection without a key of its own closed behind it: its token is then not held back. */
  isHeldBack: boolean;
  isRequired: boolean;
  /** The number of the token that would be the key. */
  token: number;
  offset: number;
  line: number;
  column: number;
}

/** A key must fit into this many characters. */
const LONGEST_KEY = 1024;
const DEEPEST_FLOW = 10_000;

const SECOND_COLON = 'a second ": " on this line: expected quotes around the value, or the key on a line of its own';
const TOO_DEEP =
  'a key that is indented deeper than the one before it, which has a value: expected the same indentation';

/**
 * Turns a text into tokens as the YAML 1.1 reader of Kubernetes does: block structure by indentation, keys found when
 * their colon is met. State that several scanning functions share, hence a class.
 */
export class Scanner extends TextCursor {
  /** The indentation of the innermost block collection; -1 outside of any. */
  indent = -1;
  flowLevel = 0;
  isKeyAllowed = true;
  readonly handles: TagHandles = new Map([
    ['!', '!'],
    ['!!', 'tag:yaml.org,2002:'],
  ]);
  /** Handles that %TAG directives declared. */
  readonly declared = new Set<string>();
  private readonly indents: number[] = [];
  private readonly simpleKeys: SimpleKey[] = [noKey()];
  private tokens: Token[] = [];
  private head = 0;
  private taken = 0;
  private isDone = false;

  /** The next token, which stays. */
  peek(): Token {
    while (!this.isDone && this.needsMore()) this.fetch();
    return this.tokens[this.head] ?? mark('stream-end', this.end, this.end);
  }

  /** The next token, which is taken. */
  next(): Token {
    const token = this.peek();
    if (this.head < this.tokens.length) {
      this.head += 1;
      this.taken += 1;
      if (this.head > 1024) {
        this.tokens = this.tokens.slice(this.head);
        this.head = 0;
      }
    }
    return token;
  }

  /** The number that the token to be fetched next will have. */
  private get nextNumber(): number {
    return this.taken + this.tokens.length - this.head;
  }

  private needsMore(): boolean {
    if (this.head === this.tokens.length) return true;
    return this.simpleKeys.some(
      (key) => key.isHeldBack && key.isPossible && key.token === this.taken && this.isStillPossible(key),
    );
  }

  private isStillPossible(key: SimpleKey): boolean {
    if (key.line === this.line && key.offset + LONGEST_KEY >= this.offset) return true;
    if (key.isRequired) this.refuse('expected ":" behind the key', key.offset);
    key.isPossible = false;
    return false;
  }

  private push(token: Token): void {
    this.tokens.push(token);
  }

  private insert(number: number, token: Token): void {
    if (number < this.taken) this.tokens.push(token);
    else this.tokens.splice(this.head + number - this.taken, 0, token);
  }

  private saveKey(): void {
    if (!this.isKeyAllowed) return;
    this.dropKey();
    this.simpleKeys[this.simpleKeys.length - 1] = {
      isPossible: true,
      isHeldBack: true,
      isRequired: this.flowLevel === 0 && this.indent === this.column,
      token: this.nextNumber,
      offset: this.offset,
      line: this.line,
      column: this.column,
    };
  }

  private dropKey(): void {
    const key = this.simpleKeys.at(-1);
    if (key === undefined || !key.isPossible) return;
    if (key.isRequired) this.refuse('expected ":" behind the key', key.offset);
    key.isPossible = false;
  }

  /** Opens a block collection at a column, if it is deeper than the one around it. */
  private rollIndent(column: number, number: number | undefined, type: TokenType, offset: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    const token = mark(type, offset, offset);
    if (number === undefined) this.push(token);
    else this.insert(number, token);
  }

  /** Opens a block collection for an indicator here, where block structure counts; refuses where none may stand. */
  private openBlock(type: TokenType, refusal: string): void {
    if (this.flowLevel > 0) return;
    if (!this.isKeyAllowed) this.refuse(refusal);
    this.rollIndent(this.column, undefined, type, this.offset);
  }

  /** Closes the block collections that are deeper than a column. */
  private unrollIndent(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push(mark('block-end', this.offset, this.offset));
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private skipToToken(): void {
    for (;;) {
      while (this.at() === SPACE || (this.at() === TAB && this.takesTabs())) this.offset += 1;
      if (this.at() === HASH) while (!isBreakOrEnd(this.at())) this.offset += 1;
      if (!isBreak(this.at())) return;
      this.skipBreak();
      if (this.flowLevel === 0) this.isKeyAllowed = true;
    }
  }

  /** Tabs may separate tokens, but not stand where a key might begin. */
  private takesTabs(): boolean {
    return this.flowLevel > 0 || !this.isKeyAllowed;
  }

  private fetch(): void {
    this.skipToToken();
    this.unrollIndent(this.column);
    const code = this.at();
    if (code === END_OF_TEXT) this.fetchEnd();
    else if (this.column === 0 && code === PERCENT) this.fetchDirective();
    else if (this.isDocumentMarker()) this.fetchDocumentMarker(code === DASH ? 'document-start' : 'document-end');
    else this.fetchContent(code);
  }

  private fetchContent(code: number): void {
    const isInFlow = this.flowLevel > 0;
    const isAlone = isBlankOrEnd(this.at(1));
    if (code === LEFT_BRACKET) this.fetchFlowStart('flow-sequence-start');
    else if (code === LEFT_BRACE) this.fetchFlowStart('flow-mapping-start');
    else if (code === RIGHT_BRACKET) this.fetchFlowEnd('flow-sequence-end');
    else if (code === RIGHT_BRACE) this.fetchFlowEnd('flow-mapping-end');
    else if (code === COMMA) this.fetchFlowEntry();
    else if (code === DASH && isAlone) this.fetchBlockEntry();
    else if (code === QUESTION && (isInFlow || isAlone)) this.fetchKey();
    else if (code === COLON && (isInFlow || isAlone)) this.fetchValue();
    else if (code === ASTERISK) this.fetchName('alias');
    else if (code === AMPERSAND) this.fetchName('anchor');
    else if (code === EXCLAMATION) this.fetchTag();
    else if ((code === PIPE || code === GREATER) && !isInFlow) this.fetchBlockScalar();
    else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) this.fetchScalar(scanQuotedScalar);
    else if (startsPlainScalar(this)) this.fetchScalar(scanPlainScalar);
    else this.refuse(wrongStart(code));
  }

  /** Closes what the document has open. */
  private closeAll(): void {
    this.unrollIndent(-1);
    this.dropKey();
    this.isKeyAllowed = false;
  }

  private fetchEnd(): void {
    this.closeAll();
    this.push(mark('stream-end', this.end, this.end));
    this.isDone = true;
  }

  private fetchDirective(): void {
    this.closeAll();
    this.push(scanDirective(this));
  }

  private fetchDocumentMarker(type: TokenType): void {
    this.closeAll();
    // Directives behind it are those of another document.
    this.declared.clear();
    this.pushIndicator(type, 3);
  }

  private fetchFlowStart(type: TokenType): void {
    this.saveKey();
    this.simpleKeys.push({ ...noKey(), token: this.nextNumber });
    this.flowLevel += 1;
    if (this.flowLevel > DEEPEST_FLOW) throw new Refusal('limit', 'brackets are nested too deeply', this.offset);
    this.isKeyAllowed = true;
    this.pushIndicator(type, 1);
  }

  private fetchFlowEnd(type: TokenType): void {
    this.dropKey();
    if (this.flowLevel > 0) {
      this.flowLevel -= 1;
      const inner = this.simpleKeys.pop();
      for (const key of this.simpleKeys) if (key.token === inner?.token) key.isHeldBack = false;
    }
    this.isKeyAllowed = false;
    this.pushIndicator(type, 1);
  }

  private fetchFlowEntry(): void {
    this.dropKey();
    this.isKeyAllowed = true;
    this.pushIndicator('flow-entry', 1);
  }

  private fetchBlockEntry(): void {
    this.openBlock('block-sequence-start', 'a list entry cannot start here: expected it on a line of its own');
    this.dropKey();
    this.isKeyAllowed = true;
    this.pushIndicator('block-entry', 1);
  }

  private fetchKey(): void {
    this.openBlock('block-mapping-start', 'a key cannot start here: expected it on a line of its own');
    this.dropKey();
    this.isKeyAllowed = this.flowLevel === 0;
    this.pushIndicator('key', 1);
  }

  private fetchValue(): void {
    const key = this.simpleKeys.at(-1);
    if (key !== undefined && key.isPossible && this.isStillPossible(key)) {
      this.insert(key.token, mark('key', key.offset, key.offset));
      this.rollIndent(key.column, key.token, 'block-mapping-start', key.offset);
      key.isPossible = false;
      this.isKeyAllowed = false;
    } else {
      this.openBlock('block-mapping-start', this.isSecondColon() ? SECOND_COLON : TOO_DEEP);
      this.isKeyAllowed = this.flowLevel === 0;
    }
    this.pushIndicator('value', 1);
  }

  /** False where the key before the colon stands alone on its line, below a value that it goes on with. */
  private isSecondColon(): boolean {
    const before = this.text.slice(this.lineStart, this.offset);
    return /:[ \t]/.test(before) || !/^[ \t]+[^\s]/.test(before);
  }

  private fetchName(type: 'alias' | 'anchor'): void {
    this.saveKey();
    this.isKeyAllowed = false;
    const start = this.offset;
    this.offset += 1;
    while (isWord(this.at())) this.offset += 1;
    const name = this.text.slice(start + 1, this.offset);
    if (name === '' || !(isBlankOrEnd(this.at()) || BEHIND_NAME.has(this.at()))) {
      this.refuse(`expected a name of letters, digits, "-" and "_" behind "${type === 'alias' ? '*' : '&'}"`, start);
    }
    this.push({ type, start, end: this.offset, text: name, isPlain: false });
  }

  private fetchTag(): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.push(scanTag(this));
  }

  private fetchBlockScalar(): void {
    this.dropKey();
    this.isKeyAllowed = true;
    this.push(scanBlockScalar(this));
  }

  private fetchScalar(scan: (scanner: Scanner) => Token): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.push(scan(this));
  }

  private pushIndicator(type: TokenType, length: number): void {
    const start = this.offset;
    this.offset += length;
    this.push(mark(type, start, this.offset));
  }
}

function noKey(): SimpleKey {
  return { isPossible: false, isHeldBack: false, isRequired: false, token: 0, offset: 0, line: 0, column: 0 };
}

const BEHIND_NAME = new Set([QUESTION, COLON, COMMA, RIGHT_BRACKET, RIGHT_BRACE, PERCENT, AT, BACKTICK]);

function wrongStart(code: number): string {
  if (code === TAB) return 'expected spaces: tabs cannot indent';
  return `"${String.fromCharCode(code)}" cannot start a value: expected quotes around it`;
}
