import type { Framework } from '../../core/framework.ts';
import { frameworks } from '../../frameworks/registry.generated.ts';
import type { Command, OptionValues, Surroundings } from '../command.ts';
import { listFormatOption, wantsJson } from '../list-format.ts';
import { tableText } from '../table-text.ts';

const command: Command = {
  name: 'frameworks',
  summary: 'list the frameworks and the controls that checks answer',
  arguments: [],
  options: [listFormatOption],
  examples: [
    { line: 'seawall frameworks', does: 'one line a framework' },
    { line: 'seawall frameworks -o json', does: 'every control with its checks' },
  ],
  run: listFrameworks,
};
export default command;

function listFrameworks(_given: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number> {
  surroundings.stdout.write(wantsJson(options) ? frameworksJson() : frameworksTable());
  return Promise.resolve(0);
}

function frameworksJson(): string {
  const data = frameworks.map(({ id, title, controls }) => ({ id, title, controls }));
  return `${JSON.stringify(data, null, 2)}\n`;
}

function frameworksTable(): string {
  const rows = frameworks.map((framework) => [
    framework.id,
    String(framework.controls.length),
    String(checksOf(framework).size),
    framework.title,
  ]);
  return tableText(['FRAMEWORK', 'CONTROLS', 'CHECKS', 'TITLE'], rows);
}

function checksOf(framework: Framework): ReadonlySet<string> {
  return new Set(framework.controls.flatMap((control) => control.checks));
}
