import type { Random } from '../../bench/random.ts';
import { checks } from '../../src/checks/registry.generated.ts';
import { levelsText, workloadLevels } from '../../src/cli/pod-security-report.ts';
import type { Output } from '../../src/core/output.ts';
import type { Report } from '../../src/core/report.ts';
import { scan } from '../../src/core/scan.ts';
import type { ReadInputs } from '../../src/core/source.ts';
import { frameworks } from '../../src/frameworks/registry.generated.ts';
import { defaulted } from '../../src/kubernetes/defaulting/index.ts';
import { validateBuiltIn } from '../../src/kubernetes/schema/validate.ts';
import { newestVersion } from '../../src/kubernetes/version.ts';
import filesSource from '../../src/sources/files/index.ts';
import { createLines, type Lines } from '../../src/text/lines.ts';
import { readText } from '../../src/text/read.ts';
import { locateFaults, reportFaults } from './location-faults.ts';
import { readerFaults, textFaults } from './text-faults.ts';

/** What one execution came to. */
export interface Execution {
  /** What is wrong; empty where all is well. */
  readonly faults: readonly string[];
  /** The codes of the diagnostics. */
  readonly problems: readonly string[];
  readonly findings: number;
}

const MOST_FAULTS = 5;
const ids = new Set(checks.map(({ id }) => id));

/** Reads and judges a text as a scan does, opt-in checks included, and looks for what must never be. `outputs` write it. */
export function execute(text: string, file: string, random: Random, outputs: readonly Output[]): Execution {
  const faults: string[] = [];
  let problems: string[] = [];
  let findings = 0;
  function collect(found: Iterable<string>): void {
    for (const fault of found) if (faults.length < MOST_FAULTS) faults.push(fault);
  }
  try {
    collect(textFaults(text, readText(text, file)));
    collect(readerFaults(text));
    const read = readInputs(text, file, random);
    const report = judged(read);
    const lines = createLines(text);
    problems = report.diagnostics.map(({ code }) => code);
    findings = report.subjects.reduce((sum, subject) => sum + subject.findings.length, 0);
    collect(reportFaults(report, lines));
    collect(locateFaults(read, text, lines, random));
    collect(quoteFaults(report, file, lines));
    if (random.chance(0.2)) runDomain(read);
    for (const output of outputs) writeAway(output, report, random);
  } catch (error) {
    faults.push(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  return { faults, problems, findings };
}

function readInputs(text: string, file: string, random: Random): ReadInputs {
  return filesSource.read({
    paths: ['-'],
    workingDirectory: '/nowhere',
    defaultNamespace: 'default',
    claims: random.chance(0.3) ? [{ kinds: undefined, namespace: undefined }] : [],
    targetVersion: newestVersion,
    standardInput: { name: file, read: () => text },
    progress() {},
  });
}

function judged(read: ReadInputs): Report {
  return scan(read, {
    checks,
    frameworks,
    isCheck: (id) => ids.has(id),
    tool: { name: 'seawall', version: '0.0.0' },
    inputs: ['-'],
    targetVersion: newestVersion,
    now: Date.parse('2026-11-21'),
  });
}

const MOST_OBJECTS = 5;

/** What judges objects beside the checks; it must take any object too. */
function runDomain({ inventories }: ReadInputs): void {
  for (const inventory of inventories) {
    for (const { content } of inventory.resources.slice(0, MOST_OBJECTS)) {
      validateBuiltIn(content, newestVersion);
      validateBuiltIn(defaulted(content, { targetVersion: newestVersion }), newestVersion);
    }
    const levels = workloadLevels(inventory, newestVersion);
    JSON.stringify(levels);
    levelsText(levels, newestVersion);
  }
}

const MOST_QUOTES = 100;

/** Quoted lines that are not the lines of the text, but for asterisks. */
function* quoteFaults({ sources }: Report, file: string, lines: Lines): Iterable<string> {
  for (let line = 1; line <= Math.min(lines.count, MOST_QUOTES); line += 1) {
    const quoted = sources.line(file, line);
    if (quoted === undefined || !isQuoteOf(quoted, lines.text(line))) yield `line ${line} is quoted as ${quoted}`;
  }
}

/** True if they differ in asterisks only. */
function isQuoteOf(quoted: string, written: string): boolean {
  if (quoted.length !== written.length) return false;
  for (let at = 0; at < quoted.length; at += 1) {
    if (quoted.charAt(at) !== '*' && quoted.charAt(at) !== written.charAt(at)) return false;
  }
  return true;
}

function writeAway(output: Output, report: Report, random: Random): void {
  const layout = { groupBy: random.pick(['resource', 'check'] as const), all: random.chance(0.5) };
  const isTerminal = random.chance(0.5);
  output.write(
    report,
    {
      write() {},
      columns: random.pick([40, 80, 200]),
      color: isTerminal,
      links: isTerminal,
      absolutePath: (path) => `/nowhere/${path}`,
    },
    layout,
  );
}
