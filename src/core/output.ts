import type { Report } from './report.ts';

/** Where an output goes; a terminal has a width and perhaps colours and links. */
export interface Sink {
  write(text: string): void;
  /** Columns of the terminal, or 80 for a file or pipe. */
  readonly columns: number;
  readonly color: boolean;
  /** True if paths may be written as terminal links. */
  readonly links: boolean;
  /** Turns a file of the report into an absolute path, for links. */
  absolutePath(file: string): string;
}

/** What a person asked of the layout. */
export interface Layout {
  readonly groupBy: 'resource' | 'check';
  /** Show everything, however long. */
  readonly all: boolean;
}

/** Writes a report in one format: streaming, and the same bytes for equal reports. */
export interface Output {
  readonly name: string;
  readonly title: string;
  write(report: Report, sink: Sink, layout: Layout): void;
}
