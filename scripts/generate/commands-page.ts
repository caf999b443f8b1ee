import { type Command, type CommandOption, sharedOptions } from '../../src/cli/command.ts';
import type { GeneratedFile } from './producer.ts';

/** The page of commands with their options and examples. */
export async function commandsPage(): Promise<GeneratedFile[]> {
  const { commands } = await import('../../src/cli/commands/registry.generated.ts');
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const sections = loaded.map(({ default: command }) => commandSection(command));
  const text = ['# Commands', ...sections, '## Every command', optionTable([...sharedOptions]), exitCodes].join('\n\n');
  return [{ path: 'docs/commands.md', text: `${text}\n` }];
}

function commandSection(command: Command): string {
  const words = ['seawall', command.name, ...command.arguments.map((argument) => argument.name), '[options]'];
  const described = command.arguments.map((argument) => `\`${argument.name}\`: ${argument.description}.`);
  const examples = command.examples.map(({ line, does }) => `- \`${line}\`: ${does}`).join('\n');
  const options = command.options.length === 0 ? [] : [optionTable(command.options)];
  return [`## ${command.name}`, `\`${words.join(' ')}\`: ${command.summary}.`, ...described, ...options, examples].join(
    '\n\n',
  );
}

function optionTable(options: readonly CommandOption[]): string {
  const rows = options.map((option) => `| \`${flagsOf(option)}\` | ${option.description}${choicesOf(option)} |`);
  return ['| option | what it does |', '|---|---|', ...rows].join('\n');
}

function flagsOf(option: CommandOption): string {
  return option.bare === undefined ? option.flags : option.flags.replace(/ <(.*)>$/, '[=$1]');
}

function choicesOf(option: CommandOption): string {
  return option.choices === undefined ? '' : `: ${option.choices.join(', ')}`;
}

const exitCodes = `## Exit codes

The first that applies; the program names all that apply on stderr.

| code | when |
|---|---|
| 2 | the command line or the configuration is wrong |
| 3 | the scan is not complete: a broken document, unreadable input or a limit (unless \`--tolerant\`) |
| 1 | findings at or over \`--fail-on\`, unknown verdicts under \`--fail-on-unknown\`, or a threshold of the configuration |
| 0 | none of these |
| 130 | ended by Ctrl-C |`;
