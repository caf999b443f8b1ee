import type { TextSpan } from '../text-span.ts';

const SHORTEST_RUN = 16;
const MOST_PADDING = 2;

/** The characters of Base64, by their codes. */
const base64 = new Uint8Array(128);
for (let code = 0; code < base64.length; code += 1) {
  base64[code] = /[A-Za-z0-9+/]/.test(String.fromCharCode(code)) ? 1 : 0;
}

/**
 * The next run of 16 and more characters of Base64, with its padding; undefined if there is none. Looks at few characters of a
 * text without any.
 */
export function nextBase64Run(text: string, from: number): TextSpan | undefined {
  let start = from;
  while (start + SHORTEST_RUN <= text.length) {
    // From the far end: one other character there, and no run starts before it.
    let last = start + SHORTEST_RUN - 1;
    while (last >= start && isBase64(text, last)) last -= 1;
    if (last >= start) {
      start = last + 1;
      continue;
    }
    return { start, end: endOfRun(text, start + SHORTEST_RUN) };
  }
  return undefined;
}

function endOfRun(text: string, offset: number): number {
  let end = offset;
  while (isBase64(text, end)) end += 1;
  const padded = end + MOST_PADDING;
  while (end < padded && text.charAt(end) === '=') end += 1;
  return end;
}

function isBase64(text: string, offset: number): boolean {
  return offset < text.length && base64[text.charCodeAt(offset)] === 1;
}
