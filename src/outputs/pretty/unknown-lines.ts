import { groupBy } from '../../core/group-by.ts';
import type { Missing } from '../../core/lookup.ts';
import type { Report, UnknownVerdict } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import type { SubjectReference } from '../../core/subject.ts';
import { BODY, labelled } from './entry-lines.ts';
import { type Line, paragraph } from './layout.ts';
import { clean, firstOf } from './words.ts';

/** Verdicts of one check that lack the same. */
interface Open {
  readonly check: string;
  readonly missing: readonly Missing[];
  /** The first of its subjects. */
  readonly subject: SubjectReference;
  subjects: number;
}

/** The verdicts that the input does not settle, joined where they lack the same, each followed by what would settle it. */
export function* unknownBlocks(report: Report, columns: number, most: number): Iterable<Line[]> {
  const all = openVerdicts(report);
  const byHint = groupBy(all.slice(0, most), hintOf);
  const room = columns - BODY;
  if (all.length > 0) yield [[{ text: 'Unknown: the inputs do not settle these', style: 'strong' }]];
  for (const [hint, group] of byHint) {
    yield [
      ...group.flatMap((open) => labelled({ text: 'UNKNOWN', style: 'strong' }, paragraph(textOf(open, report), room))),
      ...labelled({ text: '' }, paragraph(hint === '' ? '' : `To settle: ${hint}`, room)),
    ];
  }
  const hidden = all.slice(most).reduce((sum, { subjects }) => sum + subjects, 0);
  if (hidden > 0) yield labelled({ text: '' }, [[{ text: `${hidden} more unknown: --all` }]]);
}

function openVerdicts(report: Report): Open[] {
  const found = new Map<string, Open>();
  for (const { unknowns, reference } of report.subjects) {
    for (const verdict of unknowns) {
      const key = keyOf(verdict);
      const open = found.get(key) ?? { ...verdict, subject: reference, subjects: 0 };
      open.subjects += 1;
      found.set(key, open);
    }
  }
  return [...found.values()];
}

function keyOf({ check, missing }: UnknownVerdict): string {
  return [check, ...missing.flatMap(({ what, hint }) => [what, hint ?? ''])].join('\n');
}

function textOf({ check, missing, subject, subjects }: Open, report: Report): string {
  const title = report.checks.get(check)?.title ?? check;
  const what = [...new Set(missing.map((one) => one.what))];
  const others = subjects === 1 ? '' : ` and ${subjects - 1} more`;
  return clean(`${title}: ${firstOf(what, 3)} (${resourceTitle(subject)}${others})`);
}

function hintOf({ missing }: Open): string {
  return clean([...new Set(missing.flatMap(({ hint }) => (hint === undefined ? [] : [hint])))].join('; '));
}
