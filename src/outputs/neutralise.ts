/** Format characters that a script needs, or that are visible signs: joiners, and marks drawn around digits. */
const SHOWN_FORMAT = String.raw`\u{200c}\u{200d}\u{600}-\u{605}\u{6dd}\u{70f}\u{890}\u{891}\u{8e2}\u{110bd}\u{110cd}`;
const HIDDEN = new RegExp(String.raw`[\p{Cc}\p{Cs}\p{Zl}\p{Zp}[\p{Cf}--[${SHOWN_FORMAT}]]]`, 'gv');

const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = '␡';
const SPACE = 0x20;

/**
 * Makes every character visible that a terminal, a log or a browser would obey or hide: control characters (line breaks
 * and tabs too) become their pictures, `␛`; C1 controls, bidirectional and other format characters, line separators and
 * lone surrogates their escapes, `\u202e`; so does the start of a command to a build agent. What comes out holds none of them, so a second pass changes nothing.
 */
export function neutralise(text: string): string {
  return text.replace(HIDDEN, visibleForm).replace(AGENT_COMMAND, '#\\u0023');
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
