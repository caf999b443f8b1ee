/** Characters by their codes; -1 stands for the end of the text. */
export const TAB = 9;
export const LINE_FEED = 10;
export const RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const ASTERISK = 42;
export const PLUS = 43;
export const COMMA = 44;
export const DASH = 45;
export const DOT = 46;
export const ZERO = 48;
export const NINE = 57;
export const COLON = 58;
export const LESS = 60;
export const GREATER = 62;
export const QUESTION = 63;
export const AT = 64;
export const LEFT_BRACKET = 91;
export const BACKSLASH = 92;
export const RIGHT_BRACKET = 93;
export const BACKTICK = 96;
export const LEFT_BRACE = 123;
export const PIPE = 124;
export const RIGHT_BRACE = 125;
export const BYTE_ORDER_MARK = 0xfeff;
export const END_OF_TEXT = -1;

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** YAML 1.1 breaks lines at LF, CR, NEL, LS and PS. */
export function isBreak(code: number): boolean {
  return code === LINE_FEED || code === RETURN || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBreakOrEnd(code: number): boolean {
  return code === END_OF_TEXT || isBreak(code);
}

export function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** Letters, digits, `_` and `-`: what names of anchors and tag handles are made of. */
export function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === DASH;
}
