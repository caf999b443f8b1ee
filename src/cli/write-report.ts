import type { Layout } from '../core/output.ts';
import type { Report } from '../core/report.ts';
import { outputs } from '../outputs/registry.generated.ts';
import { type OptionValues, type Surroundings, textOption } from './command.ts';
import { type OutputTarget, openSink } from './output-target.ts';

/** Writes a report in every format that is asked for. */
export async function writeReport(
  report: Report,
  targets: readonly OutputTarget[],
  options: OptionValues,
  surroundings: Surroundings,
): Promise<void> {
  for (const target of targets) {
    const { default: output } = await outputs[target.format]();
    const open = openSink(target, options, surroundings);
    output.write(report, open.sink, layoutOf(options));
    open.close();
  }
}

/** The layout that the options ask for. */
export function layoutOf(options: OptionValues): Layout {
  return { groupBy: textOption(options, 'groupBy') === 'check' ? 'check' : 'resource', all: options['all'] === true };
}
