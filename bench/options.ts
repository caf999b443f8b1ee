import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/** The sections of the report by name, in the order they run. */
export const sectionNames = [
  'start-up',
  'throughput',
  'reader',
  'growth',
  'styles',
  'checks',
  'library',
  'watch',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** A program and its first arguments; what to scan is appended. */
export interface CommandLine {
  readonly command: string;
  readonly arguments: readonly string[];
}

export interface Options {
  /** One run of tiny sizes, to prove that everything works; the figures mean nothing. */
  readonly smoke: boolean;
  readonly sections: readonly SectionName[];
  /** Timed rounds of each comparison. */
  readonly runs: number;
  readonly scan: CommandLine;
}

/** What `--help` prints. */
export const usage = `usage: npm run bench [-- OPTION…]

  --smoke            one run of tiny sizes: proves that it works, measures nothing
  --only NAME        one section: ${sectionNames.join(', ')}; may be repeated
  --runs N           timed rounds (default: 15)
  --command COMMAND  the scan to measure, in quotes, as "node dist/package/seawall.js scan"
  --help             this text
`;

const defaultRuns = 15;
const mostRuns = 1_000;

/**
 * Reads the command line; undefined when it asks for help. Throws an Error that says what is wrong with it. `root` is
 * the checkout: its packed build is measured if there is one, else its sources.
 */
export function parseOptions(words: readonly string[], root: string): Options | undefined {
  const { values } = parseArgs({
    args: [...words],
    options: {
      smoke: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string' },
      command: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const runs = values.runs === undefined ? (values.smoke ? 1 : defaultRuns) : Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1 || runs > mostRuns) {
    throw new Error(`--runs takes a whole number from 1 to ${mostRuns}, not ${JSON.stringify(values.runs)}`);
  }
  return {
    smoke: values.smoke,
    sections: values.only.length === 0 ? sectionNames : values.only.map(sectionNamed),
    runs,
    scan: values.command === undefined ? defaultCommand(root) : parseCommand(values.command),
  };
}

function sectionNamed(name: string): SectionName {
  const section = sectionNames.find((known) => known === name);
  if (section === undefined)
    throw new Error(`no section ${JSON.stringify(name)}; there are ${sectionNames.join(', ')}`);
  return section;
}

function defaultCommand(root: string): CommandLine {
  const packed = join(root, 'dist', 'package', 'seawall.js');
  const script = existsSync(packed) ? packed : join(root, 'bin', 'seawall.js');
  return { command: process.execPath, arguments: [script, 'scan'] };
}

/**
 * Splits a command line at its spaces; quotes, single or double, keep a word with spaces together. `node` means the
 * Node that runs the benchmark.
 */
export function parseCommand(text: string): CommandLine {
  const words = Array.from(
    text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g),
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
  const [command, ...rest] = words;
  if (command === undefined || command === '') throw new Error('--command is empty');
  return { command: command === 'node' ? process.execPath : command, arguments: rest };
}

/** The root of the checkout that this file belongs to. */
export const checkout = dirname(import.meta.dirname);
