// Runs the engine over public projects' test cases, and prints how often it agrees: see README.md of this folder.
import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { groupBy } from '../src/core/group-by.ts';
import { builtCorpora } from './built-corpora.ts';
import { type Comparison, compareCorpus, tally } from './comparison.ts';
import type { Corpus } from './corpus.ts';
import { type Dispute, disputeProblems, readDisputes } from './disputes.ts';
import { countCases, notBuilt } from './not-built.ts';
import { type Options, parseOptions, usage } from './options.ts';
import {
  disagreementList,
  disputeList,
  formatJson,
  groupTables,
  type NotCounted,
  notCountedTable,
  summaryTable,
} from './table.ts';

/** What a run needs besides its arguments. */
export interface Setting {
  /** The corpora that have a judge. */
  readonly corpora: readonly Corpus[];
  /** The folder of the corpora where none is named; disputes are written for the cases in it. */
  readonly defaultFolder: string;
  readonly disputesFile: string;
  readonly workingDirectory: string;
  /** Takes what goes to the standard output. */
  print(text: string): void;
  /** Takes what goes to the standard error. */
  complain(text: string): void;
}

/**
 * Runs the comparison that the arguments ask for. Gives the exit code: 0; 1 if a case disagrees that is not disputed or if
 * something is wrong with the disputes; 2 if the arguments are wrong or an input cannot be read.
 */
export function runAgreement(words: readonly string[], setting: Setting): number {
  let options: Options | undefined;
  try {
    options = parseOptions(words, setting.defaultFolder, setting.workingDirectory);
  } catch (error) {
    setting.complain(`agreement: ${messageOf(error)}\n\n${usage}`);
    return 2;
  }
  if (options === undefined) {
    setting.print(usage);
    return 0;
  }
  try {
    return compareAll(options, setting);
  } catch (error) {
    setting.complain(`agreement: ${messageOf(error)}\n`);
    return 2;
  }
}

function compareAll({ folder, only, json }: Options, setting: Setting): number {
  const names = selectedFolders(folder, only, setting.corpora);
  const disputes = readDisputes(setting.disputesFile);
  const comparisons: Comparison[] = [];
  const notCounted: NotCounted[] = [];
  for (const name of names) {
    const corpus = setting.corpora.find((built) => built.name === name);
    if (corpus === undefined) notCounted.push(withoutJudge(folder, name));
    else comparisons.push(compareCorpus(corpus, join(folder, name), isDisputedIn(name, disputes)));
  }
  for (const { name } of setting.corpora) {
    if (only === undefined && !names.includes(name)) notCounted.push({ name, why: 'its folder is missing', cases: 0 });
  }
  notCounted.push(...comparisons.flatMap(leftOutLines));
  const problems = disputeProblems(disputes, comparisons, {
    isWhole: resolve(folder) === resolve(setting.defaultFolder),
    isSelected: (name) => only === undefined || only.includes(name),
  });

  if (json) setting.print(formatJson(comparisons));
  else {
    setting.print(groupTables(comparisons));
    setting.print(disagreementList(comparisons));
    setting.print(disputeList(comparisons, disputes));
    setting.print(notCountedTable(notCounted));
    setting.print(summaryTable(comparisons));
  }
  for (const problem of problems) setting.complain(`agreement: ${problem}\n`);
  const open = comparisons.map(({ cases }) => tally(cases)).some(({ disagree, unknown }) => disagree + unknown > 0);
  return open || problems.length > 0 ? 1 : 0;
}

/** The corpus folders to look at, sorted. Throws an Error if there is none, or none of a name that was asked for. */
function selectedFolders(
  folder: string,
  only: readonly string[] | undefined,
  corpora: readonly Corpus[],
): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`there is no folder ${folder}`);
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isDirectory())
    .toSorted();
  const known = new Set([...corpora, ...notBuilt].map(({ name }) => name));
  if (!names.some((name) => known.has(name))) throw new Error(`${folder} holds no corpus`);
  const absent = only?.find((name) => !names.includes(name));
  if (absent !== undefined) {
    throw new Error(`${folder} holds no corpus ${JSON.stringify(absent)}; there are ${names.join(', ')}`);
  }
  return only === undefined ? names : names.filter((name) => only.includes(name));
}

function withoutJudge(folder: string, name: string): NotCounted {
  const known = notBuilt.find((one) => one.name === name);
  if (known === undefined) return { name, why: 'no corpus of this name is known', cases: undefined };
  return { name, why: known.why, cases: countCases(join(folder, name), known) };
}

/** One line for each thing that cases of a corpus lack. */
function leftOutLines({ name, leftOut }: Comparison): NotCounted[] {
  const byLack = groupBy(leftOut, (one) => `${one.name}\n${one.why}`);
  return [...byLack.values()]
    .flatMap((cases) => cases.slice(0, 1).map((one) => ({ ...one, cases: cases.length })))
    .map((one) => ({ name: `${name}: ${one.name}`, why: one.why, cases: one.cases }))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

function isDisputedIn(corpus: string, disputes: readonly Dispute[]): (id: string) => boolean {
  const ids = new Set(disputes.filter((dispute) => dispute.corpus === corpus).map((dispute) => dispute.case));
  return (id) => ids.has(id);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (import.meta.main) {
  const here = import.meta.dirname;
  process.exitCode = runAgreement(process.argv.slice(2), {
    corpora: await builtCorpora(here),
    defaultFolder: join(dirname(here), '..', 'shared', 'corpora'),
    disputesFile: join(here, 'disputes.json'),
    workingDirectory: process.cwd(),
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
  });
}
