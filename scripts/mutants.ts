// Changes the logic of each check in one place at a time and counts how many of the changes its examples notice.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { checksFolder, listCheckFiles } from '../src/check-tester/load-checks.ts';
import { type Court, createCourt, type JudgeSettings, type Question } from './mutants/court.ts';
import { applyMutant, type Mutant } from './mutants/mutant.ts';
import { mutantsOf } from './mutants/mutate.ts';
import { type CheckResult, renderResults, shortcomings } from './mutants/results.ts';

const usage = `usage: npm run mutants [-- CHECK… --all]

  CHECK   the id of a check; without one, every check
  --all   list every mutant and what noticed it, not only the survivors

Fails if fewer than 95 % of all mutants are killed, or fewer than 80 % of one check's.
`;

const settings: JudgeSettings = { workers: Math.min(availableParallelism(), 4), timeoutMilliseconds: 5_000 };
const root = dirname(import.meta.dirname);

/**
 * Judges the mutants of the checks in these files, absolute paths. A check whose own
 * examples fail, or whose logic is not found, is given back as broken.
 */
export async function runMutants(files: readonly string[], using: JudgeSettings): Promise<CheckResult[]> {
  const court = createCourt(using);
  try {
    return await judgeFiles(files, court);
  } finally {
    await court.close();
  }
}

async function judgeFiles(files: readonly string[], court: Court): Promise<CheckResult[]> {
  const checks = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }));
  const unchanged = await court.judge(checks);
  const planned = checks.map((check, index) => ({ ...check, ...planOf(check.source, unchanged[index]?.fault) }));
  const questions = planned.flatMap(({ file, source, mutants }) =>
    mutants.map((mutant): Question => ({ file, source: applyMutant(source, mutant) })),
  );
  const answers = await court.judge(questions);
  return planned.map(({ file, source, broken, mutants }) => ({
    id: basename(file, '.ts'),
    file: relative(root, file).replaceAll('\\', '/'),
    source,
    broken,
    mutants: mutants.map((mutant) => ({ mutant, fault: answers.shift()?.fault })),
  }));
}

/** The mutants of a check, or why there are none. */
function planOf(source: string, fault: string | undefined): { broken: string | undefined; mutants: Mutant[] } {
  if (fault !== undefined) return { broken: `its examples fail without a mutant: ${fault}`, mutants: [] };
  try {
    return { broken: undefined, mutants: mutantsOf(source) };
  } catch (error) {
    return { broken: `it ${error instanceof Error ? error.message : String(error)}`, mutants: [] };
  }
}

/** The files of the checks asked for, or of all. Throws an Error that names an id which no file has. */
function filesOf(ids: readonly string[]): string[] {
  const files = listCheckFiles().map((path) => join(checksFolder, path));
  const unknown = ids.find((id) => !files.some((file) => basename(file, '.ts') === id));
  if (unknown !== undefined) throw new Error(`there is no check ${JSON.stringify(unknown)}`);
  return ids.length === 0 ? files : files.filter((file) => ids.includes(basename(file, '.ts')));
}

async function main(words: string[]): Promise<number> {
  let all: boolean;
  let files: string[];
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { all: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    all = values.all;
    files = filesOf(positionals);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const results = await runMutants(files, settings);
  process.stdout.write(renderResults(results, all));
  const faults = shortcomings(results);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
