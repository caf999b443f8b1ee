import { providers } from '../../core/provider.ts';
import { severities } from '../../core/severity.ts';
import { formatVersion, newestVersion } from '../../kubernetes/version.ts';
import { outputs } from '../../outputs/registry.generated.ts';
import { frameworkOption } from '../asked-frameworks.ts';
import { type Command, listOption, type OptionValues, type Surroundings } from '../command.ts';
import { everything } from '../complete-claim.ts';
import { isPartialScan } from '../config/option-values.ts';
import { configOptions } from '../config/options.ts';
import { decideExit } from '../exit-code.ts';
import { exitPolicy } from '../exit-policy.ts';
import { catalogue, judgePaths } from '../judge-paths.ts';
import { checkWritable, parseOutputTargets } from '../output-target.ts';
import { prepareScan } from '../prepared-scan.ts';
import { writeReport } from '../write-report.ts';

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
    {
      flags: '--severity <level>',
      description: 'show, and count for the exit code, only findings at this severity or worse',
      choices: severities,
    },
    {
      flags: '--only <checks>',
      description: 'run these checks alone: ids, areas and patterns such as rbac-*, by commas; repeatable',
      isRepeatable: true,
    },
    {
      flags: '--skip <checks>',
      description: 'do not run these checks: ids, areas and patterns, by commas; repeatable',
      isRepeatable: true,
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
    { flags: '--provider <name>', description: `where the cluster runs: ${providers.join(', ')}` },
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
    frameworkOption,
    {
      flags: '--watch',
      description: 'stay, and judge again what changes; Ctrl-C ends',
    },
    { flags: '--stdin-filename <name>', description: 'the name that the standard input goes by (default: stdin)' },
    ...configOptions,
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
    { line: 'seawall scan . --only rbac,host-* --severity high', does: 'look at some checks, and the worst of them' },
    { line: 'seawall scan . --framework nsa,cis-1.12', does: 'say also how each control of these came out' },
    { line: 'seawall scan . --watch', does: 'while you edit: tell what each change brings' },
    { line: 'seawall scan . --complete', does: 'take the folder for everything there is' },
  ],
  run: runScan,
};
export default command;

async function runScan(given: readonly string[], words: OptionValues, surroundings: Surroundings): Promise<number> {
  if (words['watch'] === true) {
    const { watchScan } = await import('../watch/watch-scan.ts');
    return await watchScan(given, words, surroundings);
  }
  const { loaded, options, paths } = await prepareScan(given, words, surroundings, catalogue);
  if (options['podSecurity'] === true) {
    const { tellLevels } = await import('../pod-security-scan.ts');
    return tellLevels(paths, { ...options, output: listOption(words, 'output') }, surroundings);
  }
  const targets = parseOutputTargets(listOption(options, 'output'));
  checkWritable(targets, surroundings);
  const isPartial = loaded !== undefined && isPartialScan(given, words, loaded, surroundings.workingDirectory);
  const report = judgePaths(paths, options, loaded, isPartial, surroundings);
  await writeReport(report, targets, options, surroundings);
  const decision = decideExit(report, exitPolicy(options, loaded?.config));
  if (decision.code !== 0)
    surroundings.stderr.write(`exit code ${decision.code}: ${decision.reasons.join('; also ')}\n`);
  return decision.code;
}
