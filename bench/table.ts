import type { Measurement } from './measure.ts';
import { roundRatios } from './measure.ts';
import { median, quantile } from './statistics.ts';

/** A section of the printed report: a heading, one line on what is compared, and a table whose first row is its head. */
export interface Section {
  readonly title: string;
  readonly about: string;
  readonly rows: readonly (readonly string[])[];
}

/** The section as text: columns aligned with spaces, no trailing ones, an empty line at the end. */
export function formatSection({ title, about, rows }: Section): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${[title, about, '', ...table].join('\n')}\n\n`;
}

/** `≤ GOAL ok` or `≤ GOAL over`; nothing without a goal. `unit` follows the goal. */
export function judgeGoal(value: number, goal: number | undefined, unit = ''): string {
  if (goal === undefined) return '';
  return `≤ ${goal}${unit} ${value <= goal ? 'ok' : 'over'}`;
}

/** `≥ GOAL ok` or `≥ GOAL under`. */
export function judgeLowerGoal(value: number, goal: number): string {
  return `≥ ${goal} ${value >= goal ? 'ok' : 'under'}`;
}

/** Milliseconds as text, with one decimal below 100. */
export function milliseconds(value: number | undefined): string {
  if (value === undefined) return '–';
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** Bytes as text, in decimal units: `4.8 kB`, `2.46 MB`, `212 MB`. */
export function byteCount(bytes: number | undefined): string {
  if (bytes === undefined) return '–';
  if (bytes < 100_000) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 10e6 ? 2 : 0)} MB`;
}

/** The median of round-by-round ratios with their middle half: `2.31 (2.28–2.40)`. */
export function ratioText(ratios: readonly number[]): string {
  const middle = `${quantile(ratios, 0.25).toFixed(2)}–${quantile(ratios, 0.75).toFixed(2)}`;
  return ratios.length < 3 ? median(ratios).toFixed(2) : `${median(ratios).toFixed(2)} (${middle})`;
}

/** Head of the rows that `comparisonRow` makes. */
export const comparisonHead: readonly string[] = [
  'ratio',
  'goal',
  'input',
  'size',
  'scan',
  'baseline',
  'scan CPU',
  'baseline CPU',
  'scan peak',
  'baseline peak',
  'remarks',
];

/** One row that sets a scan beside its baseline on the same input of `bytes`. */
export function comparisonRow(
  input: string,
  bytes: number,
  scan: Measurement,
  baseline: Measurement,
  goal?: number,
): readonly string[] {
  const ratios = roundRatios(scan, baseline);
  return [
    ratioText(ratios),
    judgeGoal(median(ratios), goal),
    input,
    byteCount(bytes),
    milliseconds(scan.wallMilliseconds),
    milliseconds(baseline.wallMilliseconds),
    milliseconds(scan.cpuMilliseconds),
    milliseconds(baseline.cpuMilliseconds),
    byteCount(scan.peakBytes),
    byteCount(baseline.peakBytes),
    remark(scan),
  ];
}

/** Says so when a scan did not read everything, because then it had less to do. */
export function remark(scan: Measurement): string {
  return scan.exitCodes.includes(3) ? 'scan incomplete (exit code 3)' : '';
}
