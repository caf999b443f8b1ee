import type { TextSpan } from './text-span.ts';

/**
 * Where a line of a value stands, numbered from 1, without its indentation. Undefined for a value that is no literal block: the
 * lines of any other style are not those of the text.
 */
export function valueLine(text: string, value: TextSpan, line: number): TextSpan | undefined {
  if (text.charAt(value.start) !== '|') return undefined;
  let start = value.start;
  for (let passed = 0; passed < line; passed += 1) {
    const lineEnd = text.indexOf('\n', start);
    if (lineEnd === -1 || lineEnd >= value.end) return undefined;
    start = lineEnd + 1;
  }
  const written = /[^\r\n]*/y;
  written.lastIndex = start;
  const shown = written.exec(text)?.[0] ?? '';
  const end = start + shown.trimEnd().length;
  return { start: Math.min(start + shown.length - shown.trimStart().length, end), end };
}
