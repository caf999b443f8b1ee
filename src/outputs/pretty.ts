import type { Layout, Output, Sink } from '../core/output.ts';
import type { Report } from '../core/report.ts';
import { severities } from '../core/severity.ts';
import { byCheck } from './pretty/by-check.ts';
import { byResource } from './pretty/by-resource.ts';
import { diagnosticBlocks } from './pretty/diagnostic-lines.ts';
import { frameworkBlocks, frameworkTotals } from './pretty/framework-lines.ts';
import { flow, type Line } from './pretty/layout.ts';
import { createPaint } from './pretty/paint.ts';
import { type Shown, shownOf, worstOf } from './pretty/shown.ts';
import { coverageLines, emptyLines, nextLines, totalLines } from './pretty/summary-lines.ts';
import { unknownBlocks } from './pretty/unknown-lines.ts';

/** What is shown at most of findings, accepted findings, unknown verdicts and diagnostics each, unless all is asked for. */
export const MOST_ENTRIES = 50;
const NARROWEST = 40;
/** Lines grow no longer than this: an eye finds no way back from a wider one. */
const WIDEST = 140;

/** What a person sees. */
const pretty: Output = { name: 'pretty', title: 'Text for people', write };
export default pretty;

function write(report: Report, sink: Sink, layout: Layout): void {
  const paint = createPaint(sink);
  const columns = columnsOf(sink);
  const most = mostOf(layout);
  const shown = shownOf(report, most);
  let isFirst = true;

  function put(block: readonly Line[]): void {
    if (block.length === 0) return;
    sink.write(`${isFirst ? '' : '\n'}${block.map((line) => `${paint(line)}\n`).join('')}`);
    isFirst = false;
  }

  for (const block of (layout.groupBy === 'check' ? byCheck : byResource)(report, shown, columns)) put(block);
  put(hiddenLines(shown, columns));
  for (const block of unknownBlocks(report, columns, most)) put(block);
  for (const block of diagnosticBlocks(report, columns, most)) put(block);
  for (const block of frameworkBlocks(report, columns, most)) put(block);
  const rule: Line = [{ text: '─'.repeat(columns), style: 'faint' }];
  put([...(isFirst ? [] : [rule]), ...summaryLines(report, columns)]);
  const worst = worstOf(shown.entries);
  if (worst !== undefined) put(nextLines(report, worst, columns));
}

/** How wide lines may be. */
export function columnsOf({ columns }: Sink): number {
  return Math.min(Math.max(columns, NARROWEST), WIDEST);
}

/** How many entries of each kind are shown. */
export function mostOf({ all }: Layout): number {
  return all ? Number.POSITIVE_INFINITY : MOST_ENTRIES;
}

function summaryLines(report: Report, columns: number): Line[] {
  const isEmpty = report.coverage.objects === 0 && report.counts.judged === 0;
  const read = isEmpty
    ? emptyLines(report, columns)
    : [...coverageLines(report, columns), ...totalLines(report, columns)];
  return [...read, ...frameworkTotals(report, columns)];
}

/** How much is not shown. */
export function hiddenLines({ hidden, hiddenAccepted }: Shown, columns: number): Line[] {
  const number = severities.reduce((sum, severity) => sum + hidden[severity], 0);
  const kinds = severities.filter((severity) => hidden[severity] > 0);
  const counts = kinds.map((severity): Line => [{ text: `${hidden[severity]} ${severity}`, style: severity }]);
  return [
    ...(number === 0 ? [] : flow([[{ text: `${number} more: --all` }], ...counts], columns)),
    ...(hiddenAccepted === 0 ? [] : [[{ text: `${hiddenAccepted} more accepted: --all` }]]),
  ];
}
