import {
  type CheckEvidence,
  type ControlResult,
  type ControlVerdict,
  type FrameworkResult,
  hasExceptions,
} from '../../core/framework-results.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Report } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import { BODY, labelled, note, titleLines } from './entry-lines.ts';
import { type Line, paragraph, type Style } from './layout.ts';
import { clean, count, firstOf } from './words.ts';

const MOST_SUBJECTS = 3;
const MOST_REASONS = 3;
const MOST_CONTROLS = 8;

/** The order in which controls are shown: what needs work first. */
const order: readonly ControlVerdict[] = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'];

const labels: Readonly<Record<ControlVerdict, string>> = {
  fail: 'FAIL',
  unknown: 'UNKNOWN',
  manual: 'MANUAL',
  pass: 'PASS',
  'not-applicable': 'N/A',
};

/** A table for each framework: failed controls first, each verdict in the order of the framework. */
export function* frameworkBlocks(report: Report, columns: number, most: number): Iterable<Line[]> {
  for (const result of report.frameworks) {
    yield paragraph(clean(result.framework.title), columns, 'strong');
    const rows = rowsOf(result, report, columns);
    yield rows.slice(0, most).flat();
    const hidden = rows.length - most;
    if (hidden > 0) yield labelled({ text: '' }, [[{ text: `${count(hidden, 'more row')}: --all` }]]);
  }
}

/** `NSA: 12 pass, 5 fail, 3 unknown, 4 manual, 2 not applicable (of 26)`, a line for each framework. */
export function frameworkTotals({ frameworks }: Report, columns: number): Line[] {
  return frameworks.flatMap(({ framework, counts }) => {
    const { pass, passWithExceptions, fail, unknown, manual, notApplicable, controls } = counts;
    const exceptions = passWithExceptions === 0 ? '' : ` (${passWithExceptions} with exceptions)`;
    const numbers = [
      `${pass} pass${exceptions}`,
      `${fail} fail`,
      `${unknown} unknown`,
      `${manual} manual`,
      `${notApplicable} not applicable`,
    ];
    const text = `${clean(framework.name)}: ${numbers.join(', ')} (of ${controls})`;
    return paragraph(text, columns, 'strong');
  });
}

function rowsOf({ controls }: FrameworkResult, report: Report, columns: number): Line[][] {
  const byVerdict = groupBy(controls, ({ verdict }) => verdict);
  return order.flatMap((verdict) => {
    const results = byVerdict.get(verdict) ?? [];
    if (verdict !== 'unknown') return results.map((result) => controlRow(result, report, columns));
    const open = results.filter(({ control }) => control.answeredBy !== 'node inventory');
    return [...open.map((result) => controlRow(result, report, columns)), ...inputRows(results, report, columns)];
  });
}

function controlRow(result: ControlResult, report: Report, columns: number): Line[] {
  const { control, verdict } = result;
  const room = columns - BODY;
  return labelled(labelOf(verdict), [
    ...titleLines(control.name, control.id, room),
    ...evidenceLines(result, report, room),
  ]);
}

function labelOf(verdict: ControlVerdict): { text: string; style: Style } {
  return { text: labels[verdict], style: verdict === 'fail' ? 'high' : 'strong' };
}

function evidenceLines(result: ControlResult, report: Report, columns: number): Line[] {
  const { control, verdict, evidence } = result;
  if (verdict === 'fail') return failedLines(result, report, columns);
  if (verdict === 'unknown') return paragraph(missingText(result), columns);
  if (verdict === 'manual') return note('by hand', clean('byHand' in control ? control.byHand : ''), columns);
  if (!hasExceptions(result)) return [];
  const accepted = evidence.flatMap((one) => acceptedTexts(one, report));
  return paragraph(`with exceptions: ${firstOf(accepted, MOST_SUBJECTS)}`, columns);
}

/** How many subjects fail which check, and the first of them. */
function failedLines({ evidence }: ControlResult, report: Report, columns: number): Line[] {
  const failed = evidence.filter((one) => one.failed.length > 0);
  return failed.flatMap(({ check, failed: subjects }) =>
    paragraph(`${subjects.length} by ${clean(check)}: ${namesOf(subjects, report)}`, columns),
  );
}

function missingText({ evidence, missing }: ControlResult): string {
  const open = evidence.flatMap(({ unknown }) => unknown);
  const ofSubjects = open.flatMap((one) => one.missing);
  const reasons = new Set([...missing, ...ofSubjects].map(({ what }) => clean(what)));
  const more = reasons.size > MOST_REASONS ? ` and ${reasons.size - MOST_REASONS} more` : '';
  const subjects = new Set(open.map(({ subject }) => subject)).size;
  return `${[...reasons].slice(0, MOST_REASONS).join('; ')}${more}${subjects === 0 ? '' : ` (${count(subjects, 'subject')})`}`;
}

/** `host-pid on Pod shop/web (debugging)`; without the reason where the report shows no such finding. */
function acceptedTexts({ check, accepted }: CheckEvidence, { subjects }: Report): string[] {
  return accepted.flatMap((place) => {
    const subject = subjects[place];
    if (subject === undefined) return [];
    const reasons = subject.findings.flatMap((finding) =>
      finding.check === check && finding.accepted !== undefined ? [clean(finding.accepted.reason)] : [],
    );
    const because = reasons.length === 0 ? '' : ` (${[...new Set(reasons)].join('; ')})`;
    return [`${clean(check)} on ${clean(resourceTitle(subject.reference))}${because}`];
  });
}

/** The first few subjects by name, and how many more there are. */
function namesOf(places: readonly number[], { subjects }: Report): string {
  const names = places.slice(0, MOST_SUBJECTS).flatMap((place) => {
    const subject = subjects[place];
    return subject === undefined ? [] : [clean(resourceTitle(subject.reference))];
  });
  const more = places.length - MOST_SUBJECTS;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** One row for all controls that wait for the same inputs. */
function inputRows(results: readonly ControlResult[], report: Report, columns: number): Line[][] {
  const waiting = results.filter(({ control }) => control.answeredBy === 'node inventory');
  const groups = groupBy(waiting, ({ missing }) => missing.map(({ what }) => what).join('; '));
  return [...groups].flatMap(([missing, group]) => {
    const [first, ...others] = group;
    if (first === undefined) return [];
    return [others.length === 0 ? controlRow(first, report, columns) : joinedRow(missing, group, columns)];
  });
}

function joinedRow(missing: string, results: readonly ControlResult[], columns: number): Line[] {
  const ids = results.map(({ control }) => clean(control.id));
  const room = columns - BODY;
  return labelled(labelOf('unknown'), [
    ...paragraph(`${count(results.length, 'control')}: ${firstOf(ids, MOST_CONTROLS)}`, room, 'strong'),
    ...paragraph(clean(missing), room),
  ]);
}
