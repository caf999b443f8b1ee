import { checks } from '../../checks/registry.generated.ts';
import type { Report } from '../../core/report.ts';
import { scan as judgeInputs } from '../../core/scan.ts';
import { type Severity, severities } from '../../core/severity.ts';
import type { ReadRequest } from '../../core/source.ts';
import { frameworks } from '../../frameworks/registry.generated.ts';
import { newestVersion, parseVersion } from '../../kubernetes/version.ts';
import { outputs } from '../../outputs/registry.generated.ts';
import filesSource from '../../sources/files/index.ts';
import { type Command, listOption, type OptionValues, type Surroundings, textOption, UsageError } from '../command.ts';
import { everything, parseCompleteClaim } from '../complete-claim.ts';
import { decideExit } from '../exit-code.ts';
import { type OutputTarget, openSink, parseOutputTargets } from '../output-target.ts';
import { startProgress } from '../progress.ts';

const command: Command = {
  name: 'scan',
  summary: 'judge manifests: what is wrong, where, and how to mend it',
  arguments: [{ name: '[path...]', description: 'files, folders or globs; - reads the standard input' }],
  options: [
    {
      flags: '-o, --output <format[=file]>',
      description: `${Object.keys(outputs).join(', ')}; repeatable`,
      isRepeatable: true,
    },
    {
      flags: '--fail-on <severity>',
      description: 'exit with 1 if a check fails at this severity or worse',
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
    { flags: '--kubernetes-version <version>', description: 'judge for this version of Kubernetes' },
    {
      flags: '--group-by <what>',
      description: 'order the report by resource or by check',
      choices: ['resource', 'check'],
    },
    { flags: '--all', description: 'show every finding, however long the report' },
    { flags: '--stdin-filename <name>', description: 'the name that the standard input goes by' },
  ],
  examples: [
    { line: 'seawall scan examples/shop', does: 'judge every manifest of a folder' },
    { line: 'kubectl get deploy,svc -o yaml | seawall scan -', does: 'judge what a cluster holds' },
    {
      line: 'seawall scan . --fail-on high -o pretty -o sarif=seawall.sarif',
      does: 'in CI: fail on high, and keep a SARIF file',
    },
    { line: 'seawall scan . --complete', does: 'take the folder for everything there is' },
  ],
  run: runScan,
};
export default command;

async function runScan(paths: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number> {
  if (paths.length === 0) throw new UsageError('there is nothing to scan', 'name files or folders: seawall scan .');
  const failOn = textOption(options, 'failOn') ?? 'never';
  const targets = parseOutputTargets(listOption(options, 'output'));
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

function judge(paths: readonly string[], options: OptionValues, surroundings: Surroundings): Report {
  const targetVersion = targetVersionOf(options);
  const progress = startProgress(surroundings, options['quiet'] === true);
  const read = filesSource.read(
    requestOf(paths, options, surroundings, (files) => progress.update(`${files} files read`)),
  );
  const report = judgeInputs(read, {
    checks: checks.filter((check) => !check.optIn),
    frameworks,
    isCheck: (id) => checks.some((check) => check.id === id),
    tool: { name: 'seawall', version: surroundings.version },
    inputs: paths,
    targetVersion,
    today: new Date(surroundings.now()).toISOString().slice(0, 10),
  });
  progress.end();
  return report;
}

function requestOf(
  paths: readonly string[],
  options: OptionValues,
  surroundings: Surroundings,
  progress: (files: number) => void,
): ReadRequest {
  return {
    paths,
    workingDirectory: surroundings.workingDirectory,
    defaultNamespace: textOption(options, 'namespace') ?? 'default',
    claims: listOption(options, 'complete').map(parseCompleteClaim),
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

function targetVersionOf(options: OptionValues): typeof newestVersion {
  const given = textOption(options, 'kubernetesVersion');
  if (given === undefined) return newestVersion;
  const version = parseVersion(given);
  if (version === undefined) throw new UsageError(`"${given}" is no Kubernetes version`, 'write it like 1.34');
  return version;
}

function isSeverity(text: string): text is Severity {
  return severities.some((severity) => severity === text);
}
