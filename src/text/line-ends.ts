/** The offset of the first character of the line that holds an offset, behind a byte order mark. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start -= 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** The offset of the line break that ends the line of an offset, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end += 1;
  return end;
}

/** The offset behind the line break at an offset; the offset itself where none stands. */
export function afterBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return isBreak(text.charCodeAt(offset)) ? offset + 1 : offset;
}

/** The offset before the line break that ends at an offset; the offset itself where none does. */
export function withoutBreak(text: string, offset: number): number {
  if (offset > 1 && text.startsWith('\r\n', offset - 2)) return offset - 2;
  return offset > 0 && isBreak(text.charCodeAt(offset - 1)) ? offset - 1 : offset;
}

/** The line break a text uses: that of its first line, or a line feed. */
export function breakOf(text: string): string {
  const end = lineEnd(text, 0);
  return text.slice(end, afterBreak(text, end)) || '\n';
}

/** The number of characters before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}
