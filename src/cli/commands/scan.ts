import { checks } from '../../checks/registry.generated.ts';
import type { Version } from '../../core/check.ts';
import { diagnosticLevel } from '../../core/errors.ts';
import type { Report } from '../../core/report.ts';
import { scan as judgeInputs } from '../../core/scan.ts';
import { type Severity, severities } from '../../core/severity.ts';
import type { ReadRequest } from '../../core/source.ts';
import { frameworks } from '../../frameworks/registry.generated.ts';
import { formatVersion, isFrom, newestVersion, parseVersion } from '../../kubernetes/version.ts';
import { outputs } from '../../outputs/registry.generated.ts';
import filesSource from '../../sources/files/index.ts';
import { type Command, listOption, type OptionValues, type Surroundings, textOption, UsageError } from '../command.ts';
import { everything, parseCompleteClaim } from '../complete-claim.ts';
import { decideExit } from '../exit-code.ts';
import { checkWritable, type OutputTarget, openSink, parseOutputTargets } from '../output-target.ts';
import { startProgress } from '../progress.ts';

const command: Command = {
  name: 'scan',
  summary: 'judge manifests: what is wrong, where, and how to mend it',
  arguments: [{ name: '[path...]', description: 'files, folders or globs; - reads the standard input' }],
  options: [
    {
      flags: '-o, --output <format[=file]>',
      description: `${Object.keys(outputs).join(', ')}; repeatable (default: pretty)`,
      isRepeatable: true,
    },
    {
      flags: '--fail-on <severity>',
      description: 'exit with 1 if a check fails at this severity or worse (default: never)',
      choices: [...severities, 'never'],
    },
    { flags: '--fail-on-unknown', description: 'exit with 1 if a verdict is unknown' },
    { flags: '--tolerant', description: 'do not exit with 3 because of broken input' },
    {
      flags: '--complete <kinds@namespace>',
      description: 'the input holds every object (of these kinds, in this namespace); repeatable',
      isRepeatable: true,
      bare: everything,
    },
    { flags: '--namespace <name>', description: 'the namespace of objects that name none (default: "default")' },
    {
      flags: '--kubernetes-version <version>',
      description: `judge for this version of Kubernetes (default: ${formatVersion(newestVersion)})`,
    },
    {
      flags: '--group-by <what>',
      description: 'order the report by resource or by check (default: resource)',
      choices: ['resource', 'check'],
    },
    { flags: '--all', description: 'show every finding, however long the report' },
    {
      flags: '--pod-security',
      description: 'tell the Pod Security level that each workload meets, and the smallest change to the next',
    },
    { flags: '--stdin-filename <name>', description: 'the name that the standard input goes by (default: stdin)' },
  ],
  examples: [
    { line: 'seawall scan examples/shop', does: 'judge every manifest of a folder' },
    { line: 'kubectl get deploy,svc -o yaml | seawall scan -', does: 'judge what a cluster holds' },
    {
      line: 'seawall scan . --fail-on high -o pretty -o sarif=seawall.sarif',
      does: 'in CI: fail on high, and keep a SARIF file',
    },
    {
      line: 'seawall scan examples/shop --pod-security',
      does: 'which workloads would a namespace with pod-security.kubernetes.io/enforce admit?',
    },
    { line: 'seawall scan . --complete', does: 'take the folder for everything there is' },
  ],
  run: runScan,
};
export default command;

async function runScan(paths: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number> {
  if (paths.length === 0) throw new UsageError('there is nothing to scan', 'name files or folders: seawall scan .');
  const failOn = textOption(options, 'failOn') ?? 'never';
  if (options['podSecurity'] === true) return tellLevels(paths, options, surroundings);
  const targets = parseOutputTargets(listOption(options, 'output'));
  checkWritable(targets, surroundings);
  const report = judge(paths, options, surroundings);
  await writeReport(report, targets, options, surroundings);
  const decision = decideExit(report, {
    failOn: isSeverity(failOn) ? failOn : undefined,
    failOnUnknown: options['failOnUnknown'] === true,
    isTolerant: options['tolerant'] === true,
  });
  if (decision.code !== 0)
    surroundings.stderr.write(`exit code ${decision.code}: ${decision.reasons.join('; also ')}\n`);
  return decision.code;
}

/** Writes the Pod Security level of each workload in place of the report. */
async function tellLevels(
  paths: readonly string[],
  options: OptionValues,
  surroundings: Surroundings,
): Promise<number> {
  const { levelsText, maskLevel, workloadLevels } = await import('../pod-security-report.ts');
  const [format = 'pretty', ...more] = listOption(options, 'output');
  if (more.length > 0 || (format !== 'pretty' && format !== 'json')) {
    throw new UsageError(
      '--pod-security writes pretty or json to the standard output',
      'write: --pod-security -o json',
    );
  }
  const targetVersion = targetVersionOf(options, surroundings);
  const read = filesSource.read(requestOf(paths, options, targetVersion, surroundings, () => {}));
  const levels = read.inventories
    .flatMap((inventory) => workloadLevels(inventory, targetVersion))
    .map((level) => maskLevel(level, read.mask));
  const text = format === 'json' ? `${JSON.stringify(levels, null, 2)}\n` : levelsText(levels, targetVersion);
  surroundings.stdout.write(text);
  const errors = read.diagnostics.filter((diagnostic) => diagnosticLevel(diagnostic.code) === 'error');
  for (const { code, message, file } of errors) {
    surroundings.stderr.write(`${code}: ${file ?? ''}: ${read.mask(message)}\n`);
  }
  return errors.length > 0 && options['tolerant'] !== true ? 3 : 0;
}

function judge(paths: readonly string[], options: OptionValues, surroundings: Surroundings): Report {
  const targetVersion = targetVersionOf(options, surroundings);
  const progress = startProgress(surroundings, options['quiet'] === true);
  const read = filesSource.read(
    requestOf(paths, options, targetVersion, surroundings, (files) => progress.update(`${files} files read`)),
  );
  const report = judgeInputs(read, {
    checks: checks.filter((check) => !check.optIn),
    frameworks,
    isCheck: (id) => checks.some((check) => check.id === id),
    tool: { name: 'seawall', version: surroundings.version },
    inputs: paths,
    targetVersion,
    now: surroundings.now(),
  });
  progress.end();
  return report;
}

function requestOf(
  paths: readonly string[],
  options: OptionValues,
  targetVersion: Version,
  surroundings: Surroundings,
  progress: (files: number) => void,
): ReadRequest {
  return {
    paths,
    workingDirectory: surroundings.workingDirectory,
    defaultNamespace: namespaceOf(options),
    claims: listOption(options, 'complete').map(parseCompleteClaim),
    targetVersion,
    standardInput: {
      name: textOption(options, 'stdinFilename') ?? 'stdin',
      read: () => surroundings.readStandardInput(),
    },
    progress,
  };
}

async function writeReport(
  report: Report,
  targets: readonly OutputTarget[],
  options: OptionValues,
  surroundings: Surroundings,
): Promise<void> {
  const layout = {
    groupBy: textOption(options, 'groupBy') === 'check' ? 'check' : 'resource',
    all: options['all'] === true,
  } as const;
  for (const target of targets) {
    const { default: output } = await outputs[target.format]();
    const open = openSink(target, options, surroundings);
    output.write(report, open.sink, layout);
    open.close();
  }
}

const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function namespaceOf(options: OptionValues): string {
  const given = textOption(options, 'namespace') ?? 'default';
  if (NAMESPACE.test(given)) return given;
  throw new UsageError(`"${given}" is no name of a namespace`, 'small letters, digits and dashes, 63 at most');
}

/** The version to judge for; one that is newer than any known is judged as the newest, and the user is told. */
function targetVersionOf(options: OptionValues, surroundings: Surroundings): Version {
  const given = textOption(options, 'kubernetesVersion');
  if (given === undefined) return newestVersion;
  const version = parseVersion(given);
  if (version === undefined) throw new UsageError(`"${given}" is no Kubernetes version`, 'write it like 1.34');
  if (!isFrom(version, newestVersion.minor + 1)) return version;
  const newest = formatVersion(newestVersion);
  if (options['quiet'] !== true) {
    surroundings.stderr.write(`${formatVersion(version)} is newer than any known version: judged for ${newest}\n`);
  }
  return newestVersion;
}

function isSeverity(text: string): text is Severity {
  return severities.some((severity) => severity === text);
}
