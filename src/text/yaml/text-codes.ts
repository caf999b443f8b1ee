const SMALLEST_BUFFER = 65_536;

let buffer = Buffer.alloc(2 * SMALLEST_BUFFER);
let codes = codesIn(buffer);
let encoded = '';

/**
 * The UTF-16 units of a text in one array, which is read several times faster than the text itself. The array is reused: it
 * holds until the next text is asked for, and only up to the length of the text.
 */
export function textCodes(text: string): Uint16Array {
  if (text === encoded) return codes;
  if (text.length > codes.length) {
    buffer = Buffer.alloc(4 * text.length);
    codes = codesIn(buffer);
  }
  buffer.write(text, 'utf16le');
  encoded = text;
  return codes;
}

function codesIn({ buffer: memory, byteOffset, length }: Buffer): Uint16Array {
  return new Uint16Array(memory, byteOffset, length / 2);
}
