import { groupBy } from '../../core/group-by.ts';
import type { Report } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import { severityRank } from '../../core/severity.ts';
import { acceptedLines, adviceLines, BODY, evidenceLines, labelled, severityLabel, titleLines } from './entry-lines.ts';
import { type Line, paragraph } from './layout.ts';
import { type AcceptedEntry, type Entry, type Shown, severityOf } from './shown.ts';
import { clean } from './words.ts';

/** The checks, worst first, each with its places, of which the first is quoted; checks that are only accepted come last. */
export function* byCheck(report: Report, shown: Shown, columns: number): Iterable<Line[]> {
  const worstFirst = shown.entries.toSorted((left, right) => rankOf(left) - rankOf(right));
  const entries = groupBy(worstFirst, (entry) => entry.first.finding.check);
  const accepted = groupBy(shown.accepted, (entry) => entry.check);
  for (const [id, places] of entries) {
    yield* checkBlocks(report, id, places, columns);
    const settled = accepted.get(id);
    if (settled !== undefined) yield acceptedBlock(settled, columns);
  }
  for (const [id, settled] of accepted) {
    if (entries.has(id)) continue;
    yield [...labelled({ text: '' }, headingOf(report, id, columns)), ...acceptedBlock(settled, columns)];
  }
}

function rankOf(entry: Entry): number {
  return severityRank(severityOf(entry));
}

function* checkBlocks(report: Report, id: string, places: readonly Entry[], columns: number): Iterable<Line[]> {
  const room = columns - BODY;
  const check = report.checks.get(id);
  const why = check === undefined ? [] : paragraph(clean(check.why), room);
  const heading = [...headingOf(report, id, columns), ...why, ...adviceLines(check, room)];
  let severity = places[0] && severityOf(places[0]);
  yield labelled(severity === undefined ? { text: '' } : severityLabel(severity), heading);
  for (const [index, place] of places.entries()) {
    const label = severityOf(place) === severity ? { text: '' } : severityLabel(severityOf(place));
    severity = severityOf(place);
    yield labelled(label, [
      ...paragraph(clean(resourceTitle(place.subject.reference)), room, 'strong'),
      ...evidenceLines(report, place, room, { quoted: index === 0 }),
    ]);
  }
}

function headingOf(report: Report, id: string, columns: number): Line[] {
  return titleLines(report.checks.get(id)?.title ?? id, id, columns - BODY);
}

function acceptedBlock(entries: readonly AcceptedEntry[], columns: number): Line[] {
  return entries.flatMap((entry) => acceptedLines(entry, resourceTitle(entry.subject.reference), columns));
}
