import { readFileSync } from 'node:fs';
import { isObject } from '../src/core/json.ts';
import { type Comparison, tally } from './comparison.ts';

/** A case on which we stand by our answer against the source's. */
export interface Dispute {
  readonly corpus: string;
  /** The id of the case. */
  readonly case: string;
  /** Why our answer is right, in whole sentences. */
  readonly reason: string;
  /** The API documentation that decides it. */
  readonly decidedBy: string;
}

/** The largest share of a corpus's cases that may be disputed. */
const MOST_DISPUTED = 0.03;

const fields = ['corpus', 'case', 'reason', 'decidedBy'] as const;

/** Reads the file of disputes. Throws an Error if it cannot be read or a dispute is not whole, or is there twice. */
export function readDisputes(path: string): Dispute[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (!Array.isArray(content)) throw new Error(`${path} is no list of disputes`);
  const disputes = content.map((entry: unknown, index) => disputeOf(entry, `${path}, dispute ${index + 1}`));
  const seen = new Set<string>();
  for (const dispute of disputes) {
    const key = `${dispute.corpus}\n${dispute.case}`;
    if (seen.has(key)) throw new Error(`${path} disputes ${dispute.case} of ${dispute.corpus} twice`);
    seen.add(key);
  }
  return disputes;
}

function disputeOf(entry: unknown, at: string): Dispute {
  if (!isObject(entry)) throw new Error(`${at}: no object`);
  const extra = Object.keys(entry).find((key) => !fields.some((field) => field === key));
  if (extra !== undefined) throw new Error(`${at}: no field is called ${JSON.stringify(extra)}`);
  function text(field: (typeof fields)[number]): string {
    const value = isObject(entry) ? entry[field] : undefined;
    if (typeof value !== 'string' || value.trim() === '') throw new Error(`${at}: ${field} is missing or no text`);
    return value;
  }
  return { corpus: text('corpus'), case: text('case'), reason: text('reason'), decidedBy: text('decidedBy') };
}

/** Where disputes are checked. */
export interface DisputeSetting {
  /** True if the folder holds all the cases that disputes were written for: a case that is not there is gone. */
  readonly isWhole: boolean;
  /** False for a corpus that was not asked for. */
  readonly isSelected: (corpus: string) => boolean;
}

/** What is wrong with the disputes, one line each: those that are of no use any more, and corpora that have too many. */
export function disputeProblems(
  disputes: readonly Dispute[],
  comparisons: readonly Comparison[],
  { isWhole, isSelected }: DisputeSetting,
): string[] {
  const problems: string[] = [];
  const byName = new Map(comparisons.map((comparison) => [comparison.name, comparison]));
  for (const dispute of disputes) {
    if (!isSelected(dispute.corpus)) continue;
    const stale = staleness(dispute, byName.get(dispute.corpus), isWhole);
    if (stale !== undefined) problems.push(`the dispute of ${dispute.case} of ${dispute.corpus} is stale: ${stale}`);
  }
  for (const { name, cases } of comparisons) {
    const { disputed } = tally(cases);
    if (disputed <= cases.length * MOST_DISPUTED) continue;
    problems.push(`${disputed} of ${cases.length} cases of ${name} are disputed, more than ${MOST_DISPUTED * 100} %`);
  }
  return problems;
}

function staleness(dispute: Dispute, comparison: Comparison | undefined, isWhole: boolean): string | undefined {
  if (comparison === undefined) return isWhole ? 'no such corpus is compared' : undefined;
  const judged = comparison.cases.filter(({ compared }) => compared.id === dispute.case);
  if (judged.some(({ standing }) => standing !== 'agree')) return undefined;
  if (judged.length > 0) return 'the case agrees';
  const leftOut = comparison.leftOut.find(({ id }) => id === dispute.case);
  if (leftOut !== undefined) return `the case is not judged (${leftOut.name}: ${leftOut.why})`;
  return isWhole ? 'there is no such case' : undefined;
}
