import { createLines } from '../../src/text/lines.ts';
import type { Mutant } from './mutant.ts';

/** A mutant and what became of it. */
export interface MutantResult {
  readonly mutant: Mutant;
  /** What noticed it; undefined if it survived. */
  readonly fault: string | undefined;
}

/** The mutants of one check. */
export interface CheckResult {
  readonly id: string;
  /** The check's file, as it is printed. */
  readonly file: string;
  readonly source: string;
  /** Why no mutants of it were judged: its examples find a fault in the check as it is, or its logic is not found. */
  readonly broken: string | undefined;
  readonly mutants: readonly MutantResult[];
}

const LEAST_OF_ALL = 95;
const LEAST_OF_ONE = 80;

/** The table of all checks, then the survivors, or every mutant if asked for, with their places. */
export function renderResults(results: readonly CheckResult[], showsAll: boolean): string {
  const rows = results.map(({ id, mutants, broken }) => [
    id,
    ...(broken === undefined ? cells(mutants) : ['-', '-', '-']),
  ]);
  const total = ['all', ...cells(results.flatMap(({ mutants }) => mutants))];
  const table = renderTable([['check', 'mutants', 'killed', '%'], ...rows, total]);
  const lines = results.flatMap((result) => mutantLines(result, showsAll));
  return lines.length === 0 ? table : `${table}\n${lines.join('\n')}\n`;
}

/** What keeps the run from success, one line each. */
export function shortcomings(results: readonly CheckResult[]): string[] {
  const found = results.flatMap(({ id, broken, mutants }) => {
    if (broken !== undefined) return [`${id}: ${broken}`];
    return percent(mutants) < LEAST_OF_ONE
      ? [`${id}: killed ${shownPercent(mutants)} %, less than ${LEAST_OF_ONE} %`]
      : [];
  });
  const all = results.flatMap(({ mutants }) => mutants);
  if (percent(all) < LEAST_OF_ALL) found.push(`all checks: killed ${shownPercent(all)} %, less than ${LEAST_OF_ALL} %`);
  return found;
}

function percent(mutants: readonly MutantResult[]): number {
  return mutants.length === 0 ? 100 : (100 * killedOf(mutants)) / mutants.length;
}

/** Rounded down, so that 100 means all. */
function shownPercent(mutants: readonly MutantResult[]): string {
  return (Math.floor(percent(mutants) * 10) / 10).toFixed(1);
}

function killedOf(mutants: readonly MutantResult[]): number {
  return mutants.filter(({ fault }) => fault !== undefined).length;
}

function cells(mutants: readonly MutantResult[]): string[] {
  return [String(mutants.length), String(killedOf(mutants)), shownPercent(mutants)];
}

function mutantLines({ file, source, mutants }: CheckResult, showsAll: boolean): string[] {
  const lines = createLines(source);
  return mutants
    .filter(({ fault }) => showsAll || fault === undefined)
    .map(({ mutant, fault }) => {
      const { line, column } = lines.at(mutant.start);
      const end = fault === undefined ? 'survived' : `killed by ${fault}`;
      return `${file}:${line}:${column} ${mutant.what}${showsAll ? `: ${end}` : ''}`;
    });
}

/** Columns of equal width, the first to the left and the figures to the right. */
function renderTable(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => {
      const shown = row.map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      );
      return `${shown.join('  ').trimEnd()}\n`;
    })
    .join('');
}
