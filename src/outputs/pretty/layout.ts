import type { Severity } from '../../core/severity.ts';
import { textWidth } from './text-width.ts';

export type Style = Severity | 'strong' | 'faint';

/** A piece of text with the look it gets once the layout is done. All widths are those of the bare text. */
export interface Run {
  readonly text: string;
  readonly style?: Style;
  /** The file that the text leads to, as the report shows it. */
  readonly file?: string;
}

export type Line = readonly Run[];

/** The columns a text takes in a terminal: two for a wide character, none for a combining one. */
export function measure(text: string): number {
  return textWidth(text);
}

/** The columns a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + measure(text), 0);
}

/** The text with spaces behind it up to so many columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(columns - measure(text), 0));
}

/**
 * Breaks a text at its spaces into lines of at most so many columns. A word that is wider than a line is broken between two
 * characters. No text gives no line.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [, space = '', word = ''] of text.matchAll(/( *)([^ ]+)/g)) {
    const width = measure(word);
    if (line !== '' && used + space.length + width <= columns) {
      line += space + word;
      used += space.length + width;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, columns);
    line = pieces.pop() ?? '';
    used = measure(line);
    lines.push(...pieces);
  }
  if (line !== '') lines.push(line);
  return lines;
}

function breakWord(word: string, width: number, columns: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  for (let restWidth = width; restWidth > columns; restWidth = measure(rest)) {
    const head = headOf(rest, columns);
    pieces.push(head);
    rest = rest.slice(head.length);
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Made when first needed, as it is slow to make. */
let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them (a letter with its accents, a joined emoji), with their offsets. */
export function charactersOf(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (/^[ -~]*$/.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(text);
}

/** As many characters as fit, at least one. */
function headOf(text: string, columns: number): string {
  let head = '';
  let used = 0;
  for (const { segment } of charactersOf(text)) {
    used += measure(segment);
    if (used > columns && head !== '') break;
    head += segment;
  }
  return head;
}

/** Two runs on one line, the second at the right edge; undefined if they do not fit with two spaces between. */
export function spread(left: Line, right: Line, columns: number): Line | undefined {
  const gap = columns - lineWidth(left) - lineWidth(right);
  return gap < 2 ? undefined : [...left, { text: ' '.repeat(gap) }, ...right];
}

/** Puts items that must not be broken on lines of at most so many columns, with a separator between them. */
export function flow(items: readonly Line[], columns: number, separator = ' · '): Line[] {
  const lines: Run[][] = [];
  const gap = measure(separator);
  let used = 0;
  for (const item of items) {
    const width = lineWidth(item);
    const line = lines.at(-1);
    if (line === undefined || used + gap + width > columns) {
      lines.push([...item]);
      used = width;
    } else {
      line.push({ text: separator }, ...item);
      used += gap + width;
    }
  }
  return lines;
}

/** The lines moved to the right; an empty one stays empty. */
export function indent(lines: readonly Line[], columns: number): Line[] {
  return lines.map((line) => (line.length === 0 ? line : [{ text: ' '.repeat(columns) }, ...line]));
}

/** A label in a column of its own, and the lines beside it; without any line, nothing. */
export function beside(label: Run, lines: readonly Line[], columns: number): Line[] {
  const gap = ' '.repeat(Math.max(columns - measure(label.text), 0));
  return lines.map((line, index) =>
    index === 0 ? [label, { text: gap }, ...line] : [{ text: ' '.repeat(columns) }, ...line],
  );
}

/** A text as lines, all in one style. */
export function paragraph(text: string, columns: number, style?: Style): Line[] {
  return wrap(text, columns).map((line) => [style === undefined ? { text: line } : { text: line, style }]);
}
