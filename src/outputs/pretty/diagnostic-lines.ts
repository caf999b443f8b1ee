import type { Diagnostic, InputLocation } from '../../core/diagnostic.ts';
import { diagnosticLevel } from '../../core/errors.ts';
import type { Report } from '../../core/report.ts';
import { BODY, INDENT, labelled, note, placeRun, titleLines } from './entry-lines.ts';
import { beside, flow, indent, type Line, type Style } from './layout.ts';
import { quote } from './quote.ts';
import { clean, count } from './words.ts';

const levels = ['error', 'warning', 'note'] as const;
type Level = (typeof levels)[number];

const styles: Readonly<Record<Level, Style>> = { error: 'high', warning: 'medium', note: 'low' };

/** What was wrong with the input or the scan itself, errors first. */
export function* diagnosticBlocks(report: Report, columns: number, most: number): Iterable<Line[]> {
  const byLevel = levels.map((level) => report.diagnostics.filter(({ code }) => diagnosticLevel(code) === level));
  const sorted = byLevel.flat();
  if (sorted.length > 0) yield flow([[{ text: 'About the input', style: 'strong' }], ...levelCounts(byLevel)], columns);
  for (const diagnostic of sorted.slice(0, most)) yield diagnosticLines(diagnostic, report, columns);
  if (sorted.length > most) yield labelled({ text: '' }, [[{ text: `${sorted.length - most} more: --all` }]]);
}

/** `2 errors`, `1 warning`, each in its colour. */
function levelCounts(byLevel: readonly (readonly Diagnostic[])[]): Line[] {
  return levels.flatMap((level, index) => {
    const number = byLevel[index]?.length ?? 0;
    return number === 0 ? [] : [[{ text: count(number, level), style: styles[level] }]];
  });
}

function diagnosticLines(diagnostic: Diagnostic, report: Report, columns: number): Line[] {
  const { code, message, hint, location, related } = diagnostic;
  const level = diagnosticLevel(code);
  const room = columns - BODY;
  return labelled({ text: level.toUpperCase(), style: styles[level] }, [
    ...titleLines(message, code, room),
    ...placeLines(diagnostic),
    ...(location === undefined ? [] : quoted(report, location, styles[level], room)),
    ...(related === undefined ? [] : beside({ text: 'see' }, [[placeRun(related)]], 8)),
    ...note('hint', clean(hint ?? ''), room),
  ]);
}

/** The place, unless the message names the file and there is no line to name. */
function placeLines({ location, file, message }: Diagnostic): Line[] {
  if (location !== undefined) return [[placeRun(location)]];
  return file === undefined || message.includes(file) ? [] : [[{ text: clean(file), file }]];
}

function quoted({ sources }: Report, location: InputLocation, style: Style, columns: number): Line[] {
  return indent(quote(sources, { file: location.file, span: location, style }, columns - INDENT), INDENT);
}
