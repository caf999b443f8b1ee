import { diagnosticLevel } from '../core/errors.ts';
import filesSource from '../sources/files/index.ts';
import { listOption, type OptionValues, type Surroundings, UsageError } from './command.ts';
import { levelsText, maskLevel, workloadLevels } from './pod-security-report.ts';
import { scanRequest, scanTargetVersion } from './scan-request.ts';

/** Writes the Pod Security level of each workload in place of the report. */
export function tellLevels(paths: readonly string[], options: OptionValues, surroundings: Surroundings): number {
  const [format = 'pretty', ...more] = listOption(options, 'output');
  if (more.length > 0 || (format !== 'pretty' && format !== 'json')) {
    throw new UsageError(
      '--pod-security writes pretty or json to the standard output',
      'write: --pod-security -o json',
    );
  }
  const targetVersion = scanTargetVersion(options, surroundings);
  const read = filesSource.read(scanRequest(paths, options, targetVersion, surroundings, () => {}));
  const levels = read.inventories
    .flatMap((inventory) => workloadLevels(inventory, targetVersion))
    .map((level) => maskLevel(level, read.mask));
  const text = format === 'json' ? `${JSON.stringify(levels, null, 2)}\n` : levelsText(levels, targetVersion);
  surroundings.stdout.write(text);
  const errors = read.diagnostics.filter((diagnostic) => diagnosticLevel(diagnostic.code) === 'error');
  for (const { code, message, file } of errors)
    surroundings.stderr.write(`${code}: ${file ?? ''}: ${read.mask(message)}\n`);
  return errors.length > 0 && options['tolerant'] !== true ? 3 : 0;
}
