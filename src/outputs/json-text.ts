/** What can be written as JSON; members that are undefined are left out. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/** What JSON lets through raw, and a terminal, a log or a browser would obey or hide. */
const HIDDEN = /[\u007f-\u009f\p{Zl}\p{Zp}[\p{Cf}--[\u200c\u200d]]]/gv;
/** `##[` and `##vso[` are commands to a build agent that shows the line, wherever in it they stand. */
const AGENT_COMMAND = /#(?=#(?:\[|vso\[))/g;

/**
 * The JSON text (RFC 8259) of a value on one line. Control, format and bidirectional characters, line separators and lone
 * surrogates stand as escapes, so that the text is valid UTF-8 and safe to print, and reads back as the same value.
 */
export function jsonText(value: JsonValue): string {
  return JSON.stringify(value).replace(HIDDEN, escaped).replace(AGENT_COMMAND, escaped);
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
