/** Format characters that a script needs, or that are visible signs: joiners, and marks drawn around digits. */
const SHOWN_FORMAT = String.raw`\u{200c}\u{200d}\u{600}-\u{605}\u{6dd}\u{70f}\u{890}\u{891}\u{8e2}\u{110bd}\u{110cd}`;
/** Texts of these characters only hold nothing to hide; most texts are such, and the pattern below is slow to build. */
const HARMLESS = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2190-\u25ff]*$/;
let hidden: RegExp | undefined;

function hiddenPattern(): RegExp {
  hidden ??= new RegExp(`(?![${SHOWN_FORMAT}])[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Cf}]`, 'gu');
  return hidden;
}

const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '␡';
const SPACE = 0x20;

/**
 * Makes every character visible that a terminal, a log or a browser would obey or hide: control characters (line breaks
 * and tabs too) become their pictures, `␛`; C1 controls, bidirectional and other format characters, line separators, lone
 * surrogates and the start of a command to a build agent their escapes, `\u202e`. What comes out holds none of them, so a
 * second pass changes nothing.
 */
export function neutralise(text: string): string {
  const visible = HARMLESS.test(text) ? text : text.replace(hiddenPattern(), visibleForm);
  return visible.replace(AGENT_COMMAND, '#\\u0023');
}

/** `##[error]` and `##vso[…]`, which build agents obey wherever they stand in a log. */
const AGENT_COMMAND = /##(?=(?:vso)?\[)/g;

function visibleForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < SPACE) return String.fromCodePoint(CONTROL_PICTURES + code);
  if (code === DELETE) return DELETE_PICTURE;
  const digits = code.toString(16);
  return digits.length > 4 ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}
