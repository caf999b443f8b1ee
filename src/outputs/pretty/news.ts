import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Finding } from '../../core/finding.ts';
import type { FoldedFinding } from '../../core/fold.ts';
import type { Layout, Sink } from '../../core/output.ts';
import type { Report } from '../../core/report.ts';
import { columnsOf, hiddenLines, mostOf } from '../pretty.ts';
import { byCheck } from './by-check.ts';
import { byResource } from './by-resource.ts';
import { diagnosticBlocks } from './diagnostic-lines.ts';
import type { Line } from './layout.ts';
import { createPaint } from './paint.ts';
import { shownOf } from './shown.ts';

/** What came to a report. */
export interface News {
  readonly findings: readonly FoldedFinding[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes what is new in a report, as a person sees it there, each block behind an empty line. */
export function writeNews(report: Report, news: News, sink: Sink, layout: Layout): void {
  const paint = createPaint(sink);
  const columns = columnsOf(sink);
  const most = mostOf(layout);
  const subjects = report.subjects.map((subject) => ({ ...subject, findings: subject.findings.filter(isOpen) }));
  const part = { ...report, subjects, folded: news.findings, diagnostics: news.diagnostics };
  const shown = shownOf(part, most);

  function put(block: readonly Line[]): void {
    if (block.length > 0) sink.write(`\n${block.map((line) => `${paint(line)}\n`).join('')}`);
  }

  for (const block of (layout.groupBy === 'check' ? byCheck : byResource)(part, shown, columns)) put(block);
  put(hiddenLines(shown, columns));
  for (const block of diagnosticBlocks(part, columns, most)) put(block);
}

function isOpen({ accepted }: Finding): boolean {
  return accepted === undefined;
}
