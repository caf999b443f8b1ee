import { type ComparedCase, type Comparison, type Tally, tally } from './comparison.ts';
import type { Dispute } from './disputes.ts';

/** What does not count, in one line: a folder without a judge, or the cases of a corpus that need what is not there. */
export interface NotCounted {
  readonly name: string;
  readonly why: string;
  /** Undefined if the form of the cases is not known. */
  readonly cases: number | undefined;
}

const TALLY_HEAD = ['cases', 'agree', 'disagree', 'disputed', 'unknown', 'agreement'];

/** A table for each corpus, a row for each of its groups; cases with caveats have rows of their own. */
export function groupTables(comparisons: readonly Comparison[]): string {
  return comparisons
    .filter(({ cases, groupedBy }) => cases.length > 0 && groupedBy.length > 0)
    .map(({ name, groupedBy, cases }) => {
      const rows = [...groupRows(cases)].toSorted(([left], [right]) => (left < right ? -1 : 1));
      return section(`${name}, by ${groupedBy.join(' and ')} (a case of several counts for each)`, [
        [...groupedBy, 'caveats', ...TALLY_HEAD],
        ...rows.map(([, { cells, members }]) => [...cells, ...tallyCells(tally(members))]),
      ]);
    })
    .join('');
}

function groupRows(cases: readonly ComparedCase[]): Map<string, { cells: string[]; members: ComparedCase[] }> {
  const rows = new Map<string, { cells: string[]; members: ComparedCase[] }>();
  for (const one of cases) {
    for (const group of one.compared.groups) {
      const cells = [...group.map(oneLine), caveatCell(one)];
      const row = rows.get(cells.join('\n'));
      if (row === undefined) rows.set(cells.join('\n'), { cells, members: [one] });
      else row.members.push(one);
    }
  }
  return rows;
}

/** A row for each corpus, and one for its cases with caveats. */
export function summaryTable(comparisons: readonly Comparison[]): string {
  const rows = comparisons.flatMap(({ name, cases }) => {
    const apart = cases.filter((one) => caveatCell(one) !== '');
    const plain = cases.filter((one) => caveatCell(one) === '');
    const row = [name, '', ...tallyCells(tally(plain))];
    return apart.length === 0 ? [row] : [row, [name, caveatCell(apart[0]), ...tallyCells(tally(apart))]];
  });
  return rows.length === 0 ? '' : section('Agreement', [['corpus', 'caveats', ...TALLY_HEAD], ...rows]);
}

/** Every case that neither agrees nor is disputed, with what led to our answer. */
export function disagreementList(comparisons: readonly Comparison[]): string {
  return comparisons
    .map(({ name, groupedBy, cases }) => {
      const open = cases.filter(({ standing }) => standing === 'disagree' || standing === 'unknown');
      if (open.length === 0) return '';
      const entries = open.map((one) => disagreement(one, groupedBy[0] ?? 'group'));
      return `${name}: ${open.length} ${open.length === 1 ? 'disagreement' : 'disagreements'}\n\n${entries.join('')}\n`;
    })
    .join('');
}

function disagreement({ compared, judgement }: ComparedCase, groupHead: string): string {
  const groups = [...new Set(compared.groups.map((group) => group[0] ?? ''))].join(', ');
  const caveats = compared.caveats.length === 0 ? '' : ` (caveat: ${compared.caveats.join('; ')})`;
  const evidence = judgement.evidence === undefined ? '' : `: ${judgement.evidence}`;
  const lines = [
    [groupHead, groups],
    ['expected', `${compared.expected}${caveats}`],
    ['ours', `${judgement.ours}${evidence}`],
  ].map(([head = '', text = '']) => `    ${head.padEnd('expected'.length)}  ${oneLine(text)}\n`);
  return `  ${oneLine(compared.id)}\n${lines.join('')}`;
}

/** The disputes that take cases out of the disagreements, with their reasons. */
export function disputeList(comparisons: readonly Comparison[], disputes: readonly Dispute[]): string {
  const inUse = disputes.filter((dispute) =>
    comparisons.some(
      ({ name, cases }) =>
        name === dispute.corpus &&
        cases.some(({ compared, standing }) => standing === 'disputed' && compared.id === dispute.case),
    ),
  );
  if (inUse.length === 0) return '';
  const entries = inUse.map(
    (dispute) => `  ${oneLine(dispute.case)}\n    ${oneLine(dispute.reason)}\n    ${oneLine(dispute.decidedBy)}\n`,
  );
  return `Disputed\n\n${entries.join('')}\n`;
}

/** One line for each thing that was not counted. */
export function notCountedTable(notCounted: readonly NotCounted[]): string {
  if (notCounted.length === 0) return '';
  return section('Not counted', [
    ['name', 'cases', 'why'],
    ...notCounted.map(({ name, why, cases }) => [oneLine(name), cases === undefined ? '–' : String(cases), why]),
  ]);
}

/** The counts as JSON: `{"corpora":{NAME:{"cases","agree","disagree","disputed","unknown"}}}`, with a line break. */
export function formatJson(comparisons: readonly Comparison[]): string {
  const corpora = Object.fromEntries(comparisons.map(({ name, cases }) => [name, tally(cases)]));
  return `${JSON.stringify({ corpora })}\n`;
}

function tallyCells({ cases, agree, disagree, disputed, unknown }: Tally): string[] {
  // Rounded down, so that only full agreement is 100 %.
  const share = cases === 0 ? '–' : `${(Math.floor((1000 * agree) / cases) / 10).toFixed(1)} %`;
  return [...[cases, agree, disagree, disputed, unknown].map(String), share];
}

function caveatCell(one: ComparedCase | undefined): string {
  return one === undefined || one.compared.caveats.length === 0 ? '' : 'with';
}

/** A heading and a table of aligned columns without trailing spaces; numbers stand to the right. */
function section(title: string, rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const isNumber = widths.map((_, column) => rows.slice(1).every((row) => /^(?:\d.*|–)$/.test(row[column] ?? '')));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return `${[title, '', ...lines].join('\n')}\n\n`;
}

const LONGEST_TEXT = 400;

/** Texts of cases are not ours: on one line, without what steers a terminal, and cut where they are very long. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT)}…`;
}
