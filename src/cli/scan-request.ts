import type { Version } from '../core/check.ts';
import type { ReadRequest } from '../core/source.ts';
import { formatVersion, isFrom, newestVersion } from '../kubernetes/version.ts';
import { listOption, type OptionValues, type Surroundings, textOption } from './command.ts';
import { parseCompleteClaim } from './complete-claim.ts';
import { parseNamespace, parseTargetVersion } from './scan-values.ts';

/** What the options of a scan ask the sources to read. */
export function scanRequest(
  paths: readonly string[],
  options: OptionValues,
  targetVersion: Version,
  surroundings: Surroundings,
  progress: (files: number) => void,
): ReadRequest {
  return {
    paths,
    workingDirectory: surroundings.workingDirectory,
    defaultNamespace: parseNamespace(textOption(options, 'namespace') ?? 'default'),
    claims: listOption(options, 'complete').map(parseCompleteClaim),
    targetVersion,
    standardInput: {
      name: textOption(options, 'stdinFilename') ?? 'stdin',
      read: () => surroundings.readStandardInput(),
    },
    progress,
  };
}

/** The version to judge for; one that is newer than any known is judged as the newest, and the user is told. */
export function scanTargetVersion(options: OptionValues, surroundings: Surroundings): Version {
  const given = textOption(options, 'kubernetesVersion');
  if (given === undefined) return newestVersion;
  const version = parseTargetVersion(given);
  if (!isFrom(version, newestVersion.minor + 1)) return version;
  const newest = formatVersion(newestVersion);
  if (options['quiet'] !== true) {
    surroundings.stderr.write(`${formatVersion(version)} is newer than any known version: judged for ${newest}\n`);
  }
  return newestVersion;
}
