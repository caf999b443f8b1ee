import type { Lines } from './lines.ts';
import type { TextSpan } from './text-span.ts';

/** Breaks of YAML that are none of a text's lines. */
const OTHER_BREAKS = /[\u0085\u2028\u2029]/;

/**
 * Where a line of a value stands, numbered from 1, without its indentation. Undefined for a value that is no literal block: the
 * lines of any other style are not those of the text.
 */
export function valueLine(text: string, lines: Lines, value: TextSpan, line: number): TextSpan | undefined {
  if (text.charAt(value.start) !== '|') return undefined;
  const number = lines.at(value.start).line + line;
  const start = lines.start(number);
  if (number > lines.count || start >= value.end || OTHER_BREAKS.test(text.slice(value.start, start))) return undefined;
  const written = lines.text(number);
  const end = start + written.trimEnd().length;
  return { start: Math.min(start + written.length - written.trimStart().length, end), end };
}
