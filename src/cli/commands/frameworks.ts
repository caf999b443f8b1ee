import { checks } from '../../checks/registry.generated.ts';
import { checksOf, type Framework } from '../../core/framework.ts';
import { frameworks } from '../../frameworks/registry.generated.ts';
import { frameworkNamed } from '../asked-frameworks.ts';
import { type Command, type OptionValues, type Surroundings, UsageError } from '../command.ts';
import { frameworkPage } from '../framework-page.ts';
import { frameworkTree } from '../framework-tree.ts';
import { coloredHeadings } from '../headings.ts';
import { listFormatOption, wantsJson } from '../list-format.ts';
import { usesColor } from '../output-target.ts';
import { tableText } from '../table-text.ts';

const command: Command = {
  name: 'frameworks',
  summary: 'list the frameworks, or show one: its controls, who answers them and what is left to a person',
  arguments: [
    { name: '[show]', description: 'show one framework instead of listing all' },
    { name: '[name]', description: 'the framework to show, as the list names it' },
  ],
  options: [listFormatOption],
  examples: [
    { line: 'seawall frameworks', does: 'one line a framework' },
    { line: 'seawall frameworks show nsa', does: 'every control with its checks, and what a person must do by hand' },
    { line: 'seawall frameworks show cis-1.12 -o json', does: 'the same for programs' },
  ],
  run: runFrameworks,
};
export default command;

function runFrameworks(given: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number> {
  const shown = shownFramework(given);
  const text = shown === undefined ? listText(options) : frameworkText(shown, options, surroundings);
  surroundings.stdout.write(text);
  return Promise.resolve(0);
}

/** The framework of `show NAME`; undefined to list all. */
function shownFramework([word, name]: readonly string[]): Framework | undefined {
  if (word === undefined) return undefined;
  if (word !== 'show') {
    throw new UsageError(
      `there is no "seawall frameworks ${word}"`,
      `did you mean: seawall frameworks show ${frameworks.find(({ id }) => id === word)?.id ?? 'NAME'}`,
    );
  }
  if (name === undefined) throw new UsageError('there is no framework to show', 'see them all: seawall frameworks');
  return frameworkNamed(name, frameworks);
}

function listText(options: OptionValues): string {
  if (wantsJson(options))
    return jsonText(frameworks.map(({ id, name, title, controls }) => ({ id, name, title, controls })));
  const rows = frameworks.map((framework) => [
    framework.id,
    String(framework.controls.length),
    String(new Set(framework.controls.flatMap(checksOf)).size),
    framework.title,
  ]);
  return `${tableText(['FRAMEWORK', 'CONTROLS', 'CHECKS', 'TITLE'], rows)}\nMore of one: seawall frameworks show nsa\n`;
}

function frameworkText(framework: Framework, options: OptionValues, surroundings: Surroundings): string {
  const tree = frameworkTree(framework, checks);
  if (wantsJson(options)) return jsonText(tree);
  const page = frameworkPage(tree, ({ id }) => id);
  return usesColor(options, surroundings) ? coloredHeadings(page) : page;
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
