import { LINE_FEED } from './characters.ts';

const SMALLEST_BUFFER = 65_536;
/** A larger buffer is not kept for the next text. */
const LARGEST_KEPT = 4 * 1024 * 1024;

let buffer = Buffer.alloc(2 * SMALLEST_BUFFER);
let codes = codesIn(buffer);
let encoded: string | undefined;

/**
 * The UTF-16 units of a text in one array, which is read several times faster than the text itself. A line feed follows them.
 * The array is reused: it holds until the next text is asked for, and only up to the length of the text.
 */
export function textCodes(text: string): Uint16Array {
  if (text === encoded) return codes;
  if (text.length >= codes.length) {
    buffer = Buffer.alloc(2 * (text.length + 1));
    codes = codesIn(buffer);
  }
  buffer.write(text, 'utf16le');
  codes[text.length] = LINE_FEED;
  encoded = text;
  return codes;
}

/** Lets go of the text that was read last. */
export function releaseCodes(): void {
  encoded = undefined;
  if (codes.length <= LARGEST_KEPT) return;
  buffer = Buffer.alloc(2 * SMALLEST_BUFFER);
  codes = codesIn(buffer);
}

function codesIn({ buffer: memory, byteOffset, length }: Buffer): Uint16Array {
  return new Uint16Array(memory, byteOffset, length / 2);
}
