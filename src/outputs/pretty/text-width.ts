import { eastAsianWidth } from 'get-east-asian-width';

/** Printable ASCII and the signs that reports draw themselves: one column each. */
const NARROW = /^[ -~·…–—’│─]*$/;

/** Built when first needed: most reports hold no wide character, and these are slow to build. */
let tools: { readonly segmenter: Intl.Segmenter; readonly invisible: RegExp; readonly emoji: RegExp } | undefined;

/**
 * The columns a text takes in a terminal: two for East Asian wide characters (UAX #11) and emoji, none for combining marks,
 * by grapheme cluster. Control characters are taken to be made visible before.
 */
export function textWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  tools ??= {
    segmenter: new Intl.Segmenter(),
    invisible: /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u,
    emoji: /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|\p{Emoji}\ufe0f)/u,
  };
  let width = 0;
  for (const { segment } of tools.segmenter.segment(text)) {
    if (tools.emoji.test(segment)) width += 2;
    else if (!tools.invisible.test(segment)) width += eastAsianWidth(segment.codePointAt(0) ?? 0);
  }
  return width;
}
