import { type Finding, findingText } from '../../core/finding.ts';
import type { FoldedFinding } from '../../core/fold.ts';
import type { Location } from '../../core/location.ts';
import type { CheckSummary, Report } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import type { Severity } from '../../core/severity.ts';
import { neutralise } from '../neutralise.ts';
import { beside, flow, indent, type Line, measure, pad, paragraph, type Run, type Style, spread } from './layout.ts';
import { quote } from './quote.ts';
import type { AcceptedEntry, Entry } from './shown.ts';
import { clean, count, firstOf } from './words.ts';

/** The columns of a label, `CRITICAL` being the longest, and of the indentation around it. */
export const INDENT = 2;
const LABEL = 10;
/** Where texts beside a label begin. */
export const BODY = INDENT + LABEL;
const NOTE_LABEL = 8;
const MOST_NAMES = 6;
const MOST_PARTS = 20;

/** A severity, or what else stands before an entry, in the column of labels. */
export function labelled(label: Run, lines: readonly Line[]): Line[] {
  return indent(beside(label, lines, LABEL), INDENT);
}

/** The label of a severity: `HIGH`. */
export function severityLabel(severity: Severity): Run {
  return { text: severity.toUpperCase(), style: severity };
}

/** The look of carets: a critical label is a block, which under a long span would hide the line above it. */
function markStyle(severity: Severity): Style {
  return severity === 'critical' ? 'high' : severity;
}

/** A title with a name at the right edge, or on the next line where there is no room. */
export function titleLines(title: string, name: string, columns: number): Line[] {
  const lines = paragraph(clean(title), columns, 'strong');
  const line = spread(lines.pop() ?? [], [{ text: clean(name) }], columns);
  if (line !== undefined) return [...lines, line];
  return [...paragraph(clean(title), columns, 'strong'), ...paragraph(clean(name), columns)];
}

/** A line of the form `fix   what to do`, wrapped beside its label. */
export function note(label: string, text: string, columns: number): Line[] {
  return beside({ text: label }, paragraph(text, columns - NOTE_LABEL), NOTE_LABEL);
}

/** What is wrong and where: the text, the place, the quote and the other parts of which the same is true. */
export function evidenceLines(report: Report, entry: Entry, columns: number, options: { quoted: boolean }): Line[] {
  const { finding } = entry.first;
  const [place, ...causes] = finding.locations;
  return [
    ...paragraph(clean(findingText(finding)), columns),
    ...placeLines(finding, place),
    ...(options.quoted && place !== undefined
      ? quoted(report, place, markStyle(finding.severity), columns)
      : missingLines(place, columns)),
    ...causes.flatMap((cause) => beside({ text: 'from' }, [[placeRun(cause)]], NOTE_LABEL)),
    ...partLines(entry, columns),
    ...coveredLines([entry.first, ...entry.others], columns),
  ];
}

function placeLines({ path }: Finding, place: Location | undefined): Line[] {
  if (place !== undefined) return [[placeRun(place)]];
  return path === '' ? [] : [[{ text: clean(path) }]];
}

/** `file:line:column`, never broken or cut: people click and copy it. */
export function placeRun({ file, line, column }: Pick<Location, 'file' | 'line' | 'column'>): Run {
  return { text: `${neutralise(file)}:${line}:${column}`, file };
}

function quoted({ sources }: Report, place: Location, style: Style, columns: number): Line[] {
  const { file, missing } = place;
  const said = missing === undefined ? {} : { note: `missing: ${clean(missing)}` };
  const lines = quote(sources, { file, span: place, style, ...said }, columns - INDENT);
  return lines.length === 0 ? missingLines(place, columns) : indent(lines, INDENT);
}

function missingLines(place: Location | undefined, columns: number): Line[] {
  return place?.missing === undefined ? [] : paragraph(`missing: ${clean(place.missing)}`, columns);
}

/** The other parts with their places, side by side in two columns where all fit. */
function partLines({ others }: Entry, columns: number): Line[] {
  const parts = others.slice(0, MOST_PARTS).map(({ finding }) => {
    const [place] = finding.locations;
    return {
      name: clean(finding.part ?? ''),
      place: place === undefined ? { text: clean(finding.path) } : placeRun(place),
    };
  });
  const nameWidth = Math.max(0, ...parts.map(({ name }) => (name === '' ? 0 : measure(name) + 2)));
  const room = columns - NOTE_LABEL;
  const areInColumns = parts.every(({ place }) => nameWidth + measure(place.text) <= room);
  const lines = parts.flatMap(({ name, place }): Line[] =>
    areInColumns
      ? [[...(nameWidth === 0 ? [] : [{ text: pad(name, nameWidth) }]), place]]
      : [...paragraph(name, room), [...(nameWidth === 0 ? [] : [{ text: '  ' }]), place]],
  );
  if (others.length > MOST_PARTS) lines.push([{ text: `and ${others.length - MOST_PARTS} more` }]);
  return beside({ text: 'also' }, lines, NOTE_LABEL);
}

/** The checks whose findings are folded into these, and the objects that show the same because these made them. */
function coveredLines(folded: readonly FoldedFinding[], columns: number): Line[] {
  const checks = new Set<string>();
  const objects = new Set<string>();
  for (const { finding, covered } of folded) {
    for (const other of covered) {
      const title = clean(resourceTitle(other.subject));
      const isSameObject = resourceTitle(other.subject) === resourceTitle(finding.subject);
      if (other.check === finding.check) objects.add(title);
      else checks.add(isSameObject ? clean(other.check) : `${clean(other.check)} on ${title}`);
    }
  }
  return [
    ...note('covers', firstOf([...checks], MOST_NAMES), columns),
    ...note('also on', firstOf([...objects], MOST_NAMES), columns),
  ];
}

/** What to do about a check's findings, and the controls it answers. */
export function adviceLines(check: CheckSummary | undefined, columns: number): Line[] {
  if (check === undefined) return [];
  const controls = check.controls.map((control): Line => [{ text: clean(control) }]);
  return [...note('fix', clean(check.advice), columns), ...flow(controls, columns)];
}

/** `accepted  host-pid: why, owner platform team, until 2099-12-31`. */
export function acceptedLines(entry: AcceptedEntry, name: string, columns: number): Line[] {
  const until = entry.until === undefined ? '' : `, until ${clean(entry.until)}`;
  const findings = entry.findings === 1 ? '' : ` (${count(entry.findings, 'finding')})`;
  const owner = entry.owner === undefined ? '' : `, owner ${clean(entry.owner)}`;
  const text = `${clean(name)}: ${clean(entry.reason)}${owner}${until}${findings}`;
  return labelled({ text: 'accepted' }, paragraph(text, columns - BODY));
}
