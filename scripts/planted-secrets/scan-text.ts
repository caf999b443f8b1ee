import { run } from '../../src/cli/run.ts';
import { surroundingsInMemory } from '../../src/cli/surroundings-in-memory.ts';
import { asList, asObject, asString } from '../../src/core/json.ts';
import { newestVersion } from '../../src/kubernetes/version.ts';
import { outputs } from '../../src/outputs/registry.generated.ts';
import files from '../../src/sources/files/index.ts';

/** What the program makes of a text. */
export interface ScannedText {
  /** Everything that it writes in any format, its messages, and every line that it could quote. */
  readonly written: string;
  readonly reports: Reports;
}

/** The messages of each check, and of each diagnostic, by id. */
export type Reports = ReadonlyMap<string, ReadonlySet<string>>;

/** Scans a text as `seawall scan -` does, in every output and layout. */
export async function scanText(text: string, name: string): Promise<ScannedText> {
  const formats = Object.keys(outputs).filter((format) => format !== 'pretty');
  const targets = formats.flatMap((format) => ['-o', `${format}=/report.${format}`]);
  const scans = [
    ['--group-by', 'resource', '-o', 'pretty', ...targets],
    ['--group-by', 'check', '-o', 'pretty'],
    ['--pod-security'],
    ['--pod-security', '-o', 'json'],
  ];
  const written: string[] = [];
  let reports: Reports = new Map();
  for (const options of scans) {
    const surroundings = surroundingsInMemory({ readStandardInput: () => text });
    const all = options[0] === '--pod-security' ? [] : ['--all'];
    await run(['scan', '-', '--stdin-filename', name, ...all, ...options], surroundings);
    const { stdout, stderr, files: made } = surroundings.written;
    written.push(stdout, stderr, ...Object.values(made));
    const report = made['/report.json'];
    if (report !== undefined) reports = reportsIn(report);
  }
  written.push(quotableLines(text, name));
  return { written: written.join('\n'), reports };
}

/** What is reported of a text. */
export async function reportedIn(text: string, name: string): Promise<Reports> {
  const surroundings = surroundingsInMemory({ readStandardInput: () => text });
  await run(['scan', '-', '--stdin-filename', name, '-o', 'json'], surroundings);
  return reportsIn(surroundings.written.stdout);
}

function reportsIn(report: string): Reports {
  const { findings, diagnostics } = asObject(JSON.parse(report));
  const reports = new Map<string, Set<string>>();
  for (const each of [...asList(findings), ...asList(diagnostics)]) {
    const { check, code, message } = asObject(each);
    const id = asString(check) ?? asString(code) ?? '';
    reports.set(id, (reports.get(id) ?? new Set()).add(asString(message) ?? ''));
  }
  return reports;
}

/** Every line as a report would quote it, whether a finding stands on it or not. */
function quotableLines(text: string, name: string): string {
  const { sources } = files.read({
    paths: ['-'],
    workingDirectory: '/',
    defaultNamespace: 'default',
    claims: [],
    targetVersion: newestVersion,
    standardInput: { name, read: () => text },
    progress: () => {},
  });
  const count = text.split('\n').length;
  return Array.from({ length: count }, (_, index) => sources.line(name, index + 1) ?? '').join('\n');
}
