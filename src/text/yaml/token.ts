export type TokenType =
  | 'document-start'
  | 'document-end'
  | 'directive'
  | 'stream-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly type: TokenType;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The text of a scalar, the name of an anchor or alias, a tag resolved as far as its handle allows. */
  readonly text: string;
  /** True for a plain scalar: one that may be a number, a boolean or null. */
  readonly isPlain: boolean;
}

/** A token that is nothing but its place. */
export function mark(type: TokenType, start: number, end: number): Token {
  return { type, start, end, text: '', isPlain: false };
}

const DESCRIPTIONS: ReadonlyMap<TokenType, string> = new Map<TokenType, string>([
  ['block-end', 'less indented text'],
  ['block-entry', '"- "'],
  ['block-mapping-start', 'a key'],
  ['block-sequence-start', 'a list entry'],
  ['directive', 'a directive'],
  ['document-end', '"..."'],
  ['document-start', '"---"'],
  ['flow-entry', '","'],
  ['flow-mapping-end', '"}"'],
  ['flow-sequence-end', '"]"'],
  ['key', 'a key'],
  ['value', '":"'],
]);

/** What a token is to someone who looks at the line. */
export function describeToken(type: TokenType): string {
  return DESCRIPTIONS.get(type) ?? 'the end';
}
