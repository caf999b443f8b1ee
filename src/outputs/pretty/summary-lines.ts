import { bareKind } from '../../core/coverage.ts';
import { diagnosticLevel } from '../../core/errors.ts';
import { findingText } from '../../core/finding.ts';
import type { Location } from '../../core/location.ts';
import type { CoverageSummary, Report } from '../../core/report.ts';
import { resourceTitle } from '../../core/resource.ts';
import { severities } from '../../core/severity.ts';
import { placeRun, severityLabel } from './entry-lines.ts';
import { beside, flow, type Line, lineWidth, measure, paragraph, type Run } from './layout.ts';
import type { Entry } from './shown.ts';
import { clean, count, firstOf } from './words.ts';

const MOST_KINDS = 20;
const MOST_INPUTS = 3;
const WORST = 'Worst: ';

/** What was read, and what of it was not judged. */
export function coverageLines(report: Report, columns: number): Line[] {
  const { files, objects, workloads, notJudged, otherDocuments } = report.coverage;
  const read = [
    count(files, 'file'),
    count(objects, 'object'),
    count(workloads, 'workload'),
    count(report.checks.size, 'check'),
    `Kubernetes ${clean(report.targetVersion)}`,
  ];
  return [
    ...flow(
      read.map((text) => [{ text }]),
      columns,
    ),
    ...(notJudged.size === 0 ? [] : paragraph(notJudgedText(report.coverage, columns), columns)),
    ...(otherDocuments === 0 ? [] : paragraph(otherDocumentsOf(otherDocuments), columns)),
  ];
}

/** As many kinds as fit on one line, the most frequent first. */
function notJudgedText({ notJudged }: CoverageSummary, columns: number): string {
  const kinds = [...notJudged].toSorted(([, left], [, right]) => right - left);
  const bare = kinds.map(([kind]) => bareKind(kind));
  const names = kinds.map(([kind, number], index) => {
    const name = bare[index] ?? kind;
    return `${number} ${clean(bare.indexOf(name) === bare.lastIndexOf(name) ? name : kind)}`;
  });
  let text = '';
  for (let most = Math.min(names.length, MOST_KINDS); most > 0; most -= 1) {
    text = `not judged: ${firstOf(names, most)}`;
    if (measure(text) <= columns) break;
  }
  return text;
}

function otherDocumentsOf(number: number): string {
  return number === 1 ? '1 document is no Kubernetes object' : `${number} documents are no Kubernetes objects`;
}

/** The verdicts and how they add up, the severities of the failed ones, and the score. */
export function totalLines(report: Report, columns: number): Line[] {
  const { counts, score } = report;
  const verdicts = [
    `${count(counts.judged, 'verdict')}: ${counts.failed} failed`,
    `${counts.accepted} accepted`,
    `${counts.unknown} unknown`,
    `${counts.passed} passed`,
    `${counts.notApplicable} not applicable`,
  ];
  return [
    ...flow(
      verdicts.map((text) => [{ text, style: 'strong' }]),
      columns,
    ),
    ...severityLines(report, columns),
    ...leftOutLines(report, columns),
    ...incompleteLines(report, columns),
    [{ text: score === undefined ? 'No score: nothing passed or failed' : `Score ${score} / 100`, style: 'strong' }],
  ];
}

function severityLines({ counts, severities: numbers }: Report, columns: number): Line[] {
  if (counts.failed === 0) return [];
  const worst = severities.filter((severity) => numbers[severity] > 0);
  const items = worst.map((severity): Run[] => [{ text: `${numbers[severity]} ${severity}`, style: severity }]);
  const [first = [], ...rest] = items;
  return flow([[{ text: `${counts.failed} failed: ` }, ...first], ...rest], columns);
}

/** Says how much is not shown, though the figures count it. */
function leftOutLines({ leftOut }: Report, columns: number): Line[] {
  if (leftOut === undefined || leftOut.findings === 0) return [];
  return paragraph(`not shown: ${count(leftOut.findings, 'finding')} under ${leftOut.least}`, columns);
}

/** Says that the figures are not the whole truth if part of the input could not be judged. */
function incompleteLines({ diagnostics }: Report, columns: number): Line[] {
  const errors = diagnostics.filter(({ code }) => diagnosticLevel(code) === 'error').length;
  return errors === 0 ? [] : paragraph(`not everything was judged: ${count(errors, 'error')} above`, columns, 'high');
}

/** The worst finding with its place, and the command that says more about it. */
export function nextLines(report: Report, worst: Entry, columns: number): Line[] {
  const { finding } = worst.first;
  const title = clean(report.checks.get(finding.check)?.title ?? findingText(finding));
  const [place] = finding.locations;
  const label = severityLabel(finding.severity);
  const labelWidth = measure(label.text) + 2;
  const text = `${title}, ${clean(resourceTitle(finding.subject))}`;
  const lines = beside(label, paragraph(text, columns - WORST.length - labelWidth, 'strong'), labelWidth);
  return [
    ...beside({ text: WORST }, withPlace(lines, place, columns - WORST.length), WORST.length),
    [{ text: 'Next: ' }, { text: `seawall explain ${clean(finding.check)}`, style: 'strong' }],
  ];
}

/** The place behind the last line, or below it without room. */
function withPlace(lines: readonly Line[], place: Location | undefined, columns: number): Line[] {
  if (place === undefined) return [...lines];
  const run = placeRun(place);
  const last: Line = [...(lines.at(-1) ?? []), { text: ', ' }, run];
  return lineWidth(last) <= columns ? [...lines.slice(0, -1), last] : [...lines, [run]];
}

/** Says plainly what was looked at when no Kubernetes object was found. */
export function emptyLines({ inputs, coverage }: Report, columns: number): Line[] {
  const { files, otherDocuments, gaps } = coverage;
  const where = inputs.length === 0 ? '' : ` in ${firstOf(inputs.map(clean), MOST_INPUTS)}`;
  const broken = new Set(gaps.map(({ file }) => file)).size;
  const looked = [
    `Looked at ${count(files, 'file')}`,
    ...(broken === 0 ? [] : [`${count(broken, 'input')} could not be read whole`]),
    ...(otherDocuments === 0 ? [] : [otherDocumentsOf(otherDocuments)]),
  ];
  return [
    ...paragraph(`No Kubernetes object found${where}.`, columns, 'strong'),
    ...paragraph(`${looked.join('; ')}.`, columns),
  ];
}
