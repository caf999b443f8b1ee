import { groupBy } from '../../core/group-by.ts';
import type { Report, SubjectResult } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import {
  acceptedLines,
  adviceLines,
  BODY,
  evidenceLines,
  INDENT,
  labelled,
  severityLabel,
  titleLines,
} from './entry-lines.ts';
import { flow, indent, type Line, paragraph, spread } from './layout.ts';
import { type Entry, type Shown, severityOf } from './shown.ts';
import { clean } from './words.ts';

/** The entries below their subjects, and these below their files, in reading order. */
export function* byResource(report: Report, shown: Shown, columns: number): Iterable<Line[]> {
  const entries = groupBy(shown.entries, (entry) => entry.subject);
  const accepted = groupBy(shown.accepted, (entry) => entry.subject);
  const severalInventories = new Set(report.subjects.map((subject) => subject.inventory)).size > 1;
  let lastPlace = '';
  for (const subject of report.subjects) {
    const open = entries.get(subject) ?? [];
    const settled = accepted.get(subject) ?? [];
    if (open.length === 0 && settled.length === 0) continue;
    const heading = headingOf(subject, severalInventories);
    yield [...(heading.text === lastPlace ? [] : [[heading]]), ...subjectLines(subject, columns)];
    lastPlace = heading.text;
    for (const entry of open) yield entryLines(report, entry, columns);
    if (settled.length > 0) yield settled.flatMap((entry) => acceptedLines(entry, entry.check, columns));
  }
}

function headingOf({ location, inventory }: SubjectResult, severalInventories: boolean): Line[number] {
  if (location === undefined) return { text: clean(inventory), style: 'strong' };
  const { file } = location;
  return { text: severalInventories ? `${clean(file)} in ${clean(inventory)}` : clean(file), style: 'strong', file };
}

function subjectLines({ reference, counts }: SubjectResult, columns: number): Line[] {
  const title = clean(resourceTitle(reference));
  const items = [
    [counts.failed, 'failed'],
    [counts.accepted, 'accepted'],
    [counts.unknown, 'unknown'],
    [counts.passed, 'passed'],
  ] as const;
  const words = items.filter(([number]) => number > 0).map(([number, word]): Line => [{ text: `${number} ${word}` }]);
  const room = columns - INDENT;
  const line = spread([{ text: title, style: 'strong' }], flow(words, room)[0] ?? [], room);
  return indent(line === undefined ? [...paragraph(title, room, 'strong'), ...flow(words, room)] : [line], INDENT);
}

function entryLines(report: Report, entry: Entry, columns: number): Line[] {
  const { check: id } = entry.first.finding;
  const check = report.checks.get(id);
  const room = columns - BODY;
  return labelled(severityLabel(severityOf(entry)), [
    ...titleLines(check?.title ?? id, id, room),
    ...evidenceLines(report, entry, room, { quoted: true }),
    ...adviceLines(check, room),
  ]);
}
