import { isFrom, newestVersion, parseVersion } from '../../kubernetes/version.ts';
import { neutralise } from '../../outputs/neutralise.ts';
import { writeScalar } from '../../text/yaml/write-scalar.ts';
import { CONFIG_SCHEMA_URL } from '../config/schema-url.ts';
import type { Repository } from './repository.ts';

/** The text of a first configuration for a repository: what was found in it, and the rest as comments to take up. */
export function configText(repository: Repository): string {
  return `${[
    header,
    inputsPart(repository),
    failOnPart,
    versionPart(repository),
    outputsPart(repository),
    claimsPart,
    checksPart,
    exceptionsPart,
  ].join('\n\n')}\n`;
}

const header = `# yaml-language-server: $schema=${CONFIG_SCHEMA_URL}
# The configuration of seawall. An option of the command line wins over the key of its name; paths start at this folder.`;

function inputsPart({ manifests, charts, kustomizations }: Repository): string {
  const inputs = [...manifests].map(([folder, files]) => `  - ${scalar(folder)} # ${count(files, 'file')}`);
  const listed = inputs.length === 0 ? ['# inputs:', '#   - deploy'] : ['inputs:', ...inputs];
  return [
    '# What is scanned when the command line names no path: where Kubernetes objects were found.',
    ...listed,
    ...notes('chart', charts),
    ...notes('kustomization', kustomizations),
  ].join('\n');
}

const MOST_NAMED = 5;

/** Says what was found that must be rendered to be judged. */
function notes(noun: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const named = paths.slice(0, MOST_NAMED).map(neutralise).join(', ');
  const rest = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
  return [`# ${count(paths.length, noun)}, to be rendered and scanned from the standard input: ${named}${rest}`];
}

const failOnPart = `# Exit with 1 if a check fails at this severity or worse: critical, high, medium, low, never.
fail-on: high
# Show, and count for the exit code, only findings at this severity or worse.
# severity: medium`;

function versionPart({ version }: Repository): string {
  const lines = ['# The version of Kubernetes to judge for, in quotes. Without it: the newest that is known.'];
  const parsed = version === undefined ? undefined : parseVersion(version.version);
  if (version === undefined || parsed === undefined) return [...lines, "# kubernetes-version: '1.34'"].join('\n');
  const isKnown = !isFrom(parsed, newestVersion.minor + 1);
  const line = `kubernetes-version: '${version.version}' # as in ${neutralise(version.file)}`;
  return [...lines, isKnown ? line : `# ${line}`].join('\n');
}

function outputsPart({ continuousIntegration }: Repository): string {
  const found = continuousIntegration.length === 0 ? '' : `; CI was found in ${continuousIntegration.join(', ')}`;
  return `# Where the report goes, as with -o${found}.
# outputs:
#   - pretty
#   - sarif=seawall.sarif`;
}

const claimsPart = `# The input holds every object, so that what it does not hold does not exist. Else such verdicts are unknown.
# complete: true`;

const checksPart = `# Checks and areas: off, on, or a severity and parameters. \`seawall checks\` lists them.
# checks:
#   image-tag-latest: off
#   host-port:
#     severity: low
# Other settings for some files.
# paths:
#   - match: test/**
#     checks:
#       workload: off`;

const exceptionsPart = `# Accepted findings: which, why, who answers for it, and the last day. From the day after they count again.
# exceptions:
#   - checks: host-pid
#     objects:
#       - kind: DaemonSet
#         namespace: monitoring
#         name: node-exporter*
#     reason: the exporter measures the node itself
#     owner: platform team
#     until: 2030-06-30`;

function scalar(text: string): string {
  return writeScalar(text, 'block');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
