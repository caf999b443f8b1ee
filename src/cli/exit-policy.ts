import { type OptionValues, textOption } from './command.ts';
import type { Config } from './config/schema.ts';
import type { ExitPolicy } from './exit-code.ts';
import { isSeverity } from './scan-values.ts';

/** When a scan fails, by its options and the configuration. */
export function exitPolicy(options: OptionValues, config: Config | undefined): ExitPolicy {
  const [failOn, least] = [textOption(options, 'failOn'), textOption(options, 'severity')];
  return {
    failOn: isSeverity(failOn) ? failOn : undefined,
    failOnUnknown: options['failOnUnknown'] === true,
    isTolerant: options['tolerant'] === true,
    least: isSeverity(least) ? least : undefined,
    maximumFailed: config?.thresholds?.['maximum-failed'],
    minimumScore: config?.thresholds?.['minimum-score'],
  };
}
