// Reads and judges damaged manifests by the ten thousand, and fails on anything that must never be: see `execute`.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { outputs } from '../src/outputs/registry.generated.ts';
import { type FuzzResult, fuzz } from './fuzz/fuzz.ts';
import { seedTexts } from './fuzz/seed-texts.ts';
import { wholeNumber } from './whole-number.ts';

const usage = `usage: npm run fuzz [-- OPTION…]

  --executions N  how many texts to try (default: 20000)
  --seed S        a whole number; the same seed tries the same texts (default: of the day)
  --first N       the number of the first execution, to repeat a failure (default: 0)
`;

const SLOWEST_ALLOWED_MILLISECONDS = 1_000;

async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      executions: { type: 'string' },
      seed: { type: 'string' },
      first: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const seed = wholeNumber('seed', values.seed, Math.floor(Date.now() / 86_400_000));
  const executions = wholeNumber('executions', values.executions, 20_000);
  const first = wholeNumber('first', values.first, 0);
  const loaded = await Promise.all(Object.values(outputs).map((load) => load()));
  const result = fuzz({
    seed,
    executions,
    first,
    texts: await seedTexts(seed),
    outputs: loaded.map((module) => module.default),
    slowestAllowed: SLOWEST_ALLOWED_MILLISECONDS,
  });
  process.stdout.write(summaryOf(result, seed));
  for (const { execution, text, faults } of result.failures) {
    const file = join(tmpdir(), `seawall-fuzz-${seed}-${execution}.yaml`);
    writeFileSync(file, text);
    process.stderr.write(`failed: --seed ${seed} --first ${execution} --executions 1\n  input: ${file}\n`);
    for (const fault of faults) process.stderr.write(`  ${fault}\n`);
  }
  return result.failures.length === 0 ? 0 : 1;
}

function summaryOf(
  { executions, milliseconds, problems, findings, slowest, failures }: FuzzResult,
  seed: number,
): string {
  const codes = [...problems].toSorted(([, left], [, right]) => right - left);
  return [
    `${executions} executions in ${(milliseconds / 1_000).toFixed(1)} s, seed ${seed}: ${failures.length} failed`,
    `${findings} findings; the slowest took ${Math.round(slowest.milliseconds)} ms (execution ${slowest.execution}, ${slowest.characters} characters)`,
    'executions with a diagnostic:',
    ...codes.map(([code, count]) => `  ${code.padEnd(22)} ${String(count).padStart(7)}`),
    '',
  ].join('\n');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`fuzz: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
