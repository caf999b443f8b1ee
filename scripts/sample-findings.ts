// Draws findings at random from manifests, each file judged by itself, for people to say which are false alarms; and
// counts how many workloads each check fires on.
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../bench/random.ts';
import { checks } from '../src/checks/registry.generated.ts';
import { findingText } from '../src/core/finding.ts';
import type { Report } from '../src/core/report.ts';
import { resourceTitle } from '../src/core/resource.ts';
import { scan } from '../src/core/scan.ts';
import { newestVersion } from '../src/kubernetes/version.ts';
import files from '../src/sources/files/index.ts';

const usage = `usage: node scripts/sample-findings.ts FOLDER [--seed S] [--count N] [--rates]

  --seed S   a whole number; the same seed draws the same findings (default: 1)
  --count N  how many to draw (default: 100)
  --rates    print instead on how many workloads each check fires
`;

/** One finding, with the file it is in. */
interface Drawn {
  readonly file: string;
  readonly line: number;
  readonly check: string;
  readonly subject: string;
  readonly text: string;
  readonly id: string;
}

function judgeFile(folder: string, file: string): Report {
  const read = files.read({
    paths: [file],
    workingDirectory: folder,
    defaultNamespace: 'default',
    claims: [],
    targetVersion: newestVersion,
    standardInput: { name: 'stdin', read: () => '' },
    progress: () => {},
  });
  return scan(read, {
    checks: checks.filter(({ optIn }) => !optIn),
    frameworks: [],
    isCheck: () => true,
    tool: { name: 'sample', version: '0' },
    inputs: [file],
    targetVersion: newestVersion,
    now: Date.parse('2026-11-21'),
  });
}

function findingsOf(report: Report, file: string): Drawn[] {
  return report.folded.map(({ finding }) => ({
    file,
    line: finding.locations[0]?.line ?? 0,
    check: finding.check,
    subject: resourceTitle(finding.subject),
    text: findingText(finding),
    id: finding.fingerprint,
  }));
}

function sample(all: readonly Drawn[], seed: number, count: number): Drawn[] {
  const random = seededRandom(seed);
  const rest = [...all];
  const drawn: Drawn[] = [];
  while (drawn.length < count && rest.length > 0) {
    drawn.push(...rest.splice(random.integer(0, rest.length - 1), 1));
  }
  return drawn;
}

/** Of all workloads, the share on which each check fires, most first. */
function ratesOf(reports: readonly Report[]): [check: string, share: number][] {
  const fired = new Map<string, number>();
  let workloads = 0;
  for (const { subjects } of reports) {
    for (const { type, findings } of subjects) {
      if (type !== 'workload') continue;
      workloads += 1;
      for (const check of new Set(findings.map((finding) => finding.check))) {
        fired.set(check, (fired.get(check) ?? 0) + 1);
      }
    }
  }
  const shares = [...fired].map(([check, count]): [string, number] => [check, count / workloads]);
  return shares.toSorted((left, right) => right[1] - left[1]);
}

function main(words: string[]): number {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '100' },
      rates: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const names = globSync('**/*.{yaml,yml,json}', { cwd: folder }).toSorted();
  const reports = names.map((name) => ({ name, report: judgeFile(folder, join(folder, name)) }));
  if (values.rates) {
    for (const [check, share] of ratesOf(reports.map(({ report }) => report))) {
      process.stdout.write(`${(share * 100).toFixed(1).padStart(5)} %  ${check}\n`);
    }
    return 0;
  }
  const all = reports.flatMap(({ name, report }) => findingsOf(report, relative('', name)));
  process.stderr.write(`${all.length} findings in ${names.length} files\n`);
  for (const drawn of sample(all, Number(values.seed), Number(values.count))) {
    process.stdout.write(`${JSON.stringify(drawn)}\n`);
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
