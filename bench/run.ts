// Measures Seawall against baselines that run beside it, and prints the ratios: see README.md of this folder.
import { cpus } from 'node:os';
import type { Options, SectionName } from './options.ts';
import { checkout, parseOptions, usage } from './options.ts';
import type { Bench } from './sections/comparison.ts';
import { measureGrowth } from './sections/growth.ts';
import { measureLibrary } from './sections/library.ts';
import { measureReader } from './sections/reader.ts';
import { measureStartUp } from './sections/start-up.ts';
import { measureStyles } from './sections/styles.ts';
import { measureThroughput } from './sections/throughput.ts';
import { measureWatch } from './sections/watch.ts';
import type { Section } from './table.ts';
import { formatSection } from './table.ts';
import { createWorkspace } from './workspace.ts';

const seed = 2_026;

const measures: Record<SectionName, (bench: Bench) => Promise<Section>> = {
  'start-up': measureStartUp,
  throughput: measureThroughput,
  reader: measureReader,
  growth: measureGrowth,
  styles: measureStyles,
  // Loaded when it runs: the other sections measure any program, whatever state the sources are in.
  checks: async (bench) => (await import('./sections/checks.ts')).measureChecks(bench),
  library: measureLibrary,
  watch: measureWatch,
};

// Ending by `exit` kills the process under measurement and removes the workspace.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

try {
  const options = parseOptions(process.argv.slice(2), checkout);
  if (options === undefined) process.stdout.write(usage);
  else process.exitCode = await runSections(options);
} catch (error) {
  process.stderr.write(`bench: ${messageOf(error)}\n\n${usage}`);
  process.exitCode = 2;
}

/** Prints each section as soon as it is measured. 1 if one of them could not be; the others run all the same. */
async function runSections({ scan, runs, smoke, sections }: Options): Promise<number> {
  process.stdout.write(
    `Seawall bench: ${[scan.command, ...scan.arguments].join(' ')}\n` +
      `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} processors, rounds: ${runs}` +
      `${smoke ? ', smoke test: the figures mean nothing' : ''}\n\n`,
  );
  const workspace = createWorkspace();
  let failures = 0;
  for (const name of sections) {
    try {
      process.stdout.write(formatSection(await measures[name]({ scan, runs, smoke, workspace, seed })));
    } catch (error) {
      failures += 1;
      process.stderr.write(`bench: ${name} failed: ${messageOf(error)}\n\n`);
    }
  }
  workspace.remove();
  return failures === 0 ? 0 : 1;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
