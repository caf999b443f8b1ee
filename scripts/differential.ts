// Reads generated YAML with our reader, js-yaml and yaml, and fails on any difference that no named class explains.
import { parseArgs } from 'node:util';
import { formatSection } from '../bench/table.ts';
import { type DifferentialResult, runDifferential } from './differential/differential.ts';
import { wholeNumber } from './whole-number.ts';

const usage = `usage: npm run differential [-- OPTION…]

  --documents N  how many documents to read (default: 20000)
  --seed S       a whole number; the same seed makes the same documents (default: 1)
  --first N      the number of the first document, to repeat a failure (default: 0)
`;

function main(words: string[]): number {
  const { values } = parseArgs({
    args: words,
    options: {
      documents: { type: 'string' },
      seed: { type: 'string' },
      first: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const seed = wholeNumber('seed', values.seed, 1);
  const documents = wholeNumber('documents', values.documents, 20_000);
  const result = runDifferential({ seed, documents, first: wholeNumber('first', values.first, 0) });
  process.stdout.write(formatSection(tableOf(result, seed)));
  for (const { document, text, difference } of result.unexplained) {
    process.stderr.write(`unexplained: --seed ${seed} --first ${document} --documents 1\n`);
    process.stderr.write(`  ${JSON.stringify(text)}\n  ${describe(difference)}\n`);
  }
  return result.unexplained.length === 0 ? 0 : 1;
}

function tableOf({ documents, read, alike, classes, unexplained }: DifferentialResult, seed: number) {
  const rows = [...classes].toSorted(
    ([, left], [, right]) => right['js-yaml'] + right.yaml - left['js-yaml'] - left.yaml,
  );
  return {
    title: `${documents} documents, seed ${seed}: ${unexplained.length} unexplained differences`,
    about: `${read} are read, ${alike} of them alike by all. Documents that differ from a peer, by class:`,
    rows: [
      ['js-yaml', 'yaml', 'class'],
      ...rows.map(([name, count]) => [String(count['js-yaml']), String(count.yaml), name]),
    ],
  };
}

function describe(difference: object): string {
  return JSON.stringify(difference, (_key, value: unknown) => {
    if (typeof value === 'bigint' || typeof value === 'number') return String(value);
    return value instanceof Map ? [...value] : value;
  });
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`differential: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
