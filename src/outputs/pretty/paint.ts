import { pathToFileURL } from 'node:url';
import pico from 'picocolors';
import type { Sink } from '../../core/output.ts';
import { neutralise } from '../neutralise.ts';
import type { Line, Run, Style } from './layout.ts';

type Painter = Pick<Sink, 'color' | 'links' | 'absolutePath'>;

/**
 * Makes a line's text for a sink: plain without colour, else with escapes for looks and, where the sink takes them, links
 * (OSC 8). The only place that writes escapes: whatever the runs hold is neutralised here once more.
 */
export function createPaint(sink: Painter): (line: Line) => string {
  const colors = pico.createColors(sink.color);
  // Hues that keep their contrast on black and on white; yellow, green for text and the bright ones do not.
  const looks: Readonly<Record<Style, (text: string) => string>> = {
    critical: (text) => colors.bold(colors.inverse(colors.red(text))),
    high: (text) => colors.bold(colors.red(text)),
    medium: (text) => colors.bold(colors.magenta(text)),
    low: (text) => colors.bold(colors.cyan(text)),
    strong: (text) => colors.bold(text),
    faint: (text) => colors.dim(text),
  };

  function paint({ text, style, file }: Run): string {
    const shown = neutralise(text);
    const looked = style === undefined ? shown : looks[style](shown);
    return file !== undefined && sink.links && sink.color ? link(looked, sink.absolutePath(file)) : looked;
  }

  return (line) => withoutCommand(line).map(paint).join('');
}

/** A line that starts with `::` is a command to GitHub's runner: its first colon is written as an escape. */
function withoutCommand(line: Line): Line {
  const first = line.findIndex(({ text }) => text.trim() !== '');
  const start = line.slice(first).map(({ text }) => text);
  if (first === -1 || !start.join('').trimStart().startsWith('::')) return line;
  return line.map((run, index) => (index === first ? { ...run, text: run.text.replace(':', '\\u003a') } : run));
}

const OPEN = '\u001b]8;;';
const END = '\u001b\\';

/** The URL's own encoding leaves no control character in it. */
function link(text: string, path: string): string {
  return `${OPEN}${pathToFileURL(path).href}${END}${text}${OPEN}${END}`;
}
