import { CommanderError, Option, Command as Program } from 'commander';
import { nearest } from '../core/nearest.ts';
import {
  type Command,
  type CommandOption,
  type OptionValues,
  type Surroundings,
  sharedOptions,
  UsageError,
} from './command.ts';
import { commands } from './commands/registry.generated.ts';

/** Runs a command line and gives the exit code: 2 for a wrong one, else what the command says. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const [name = '', ...rest] = words;
    if (name === 'help' && isCommandName(rest[0] ?? '')) return await run([...rest, '--help'], surroundings);
    if (isCommandName(name)) return await runCommand((await commands[name]()).default, rest, surroundings);
    return await runWithoutCommand(name, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    surroundings.stderr.write(`seawall: ${error.message}\n`);
    if (error.hint !== undefined) surroundings.stderr.write(`${error.hint}\n`);
    return 2;
  }
}

function isCommandName(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

async function runWithoutCommand(name: string, surroundings: Surroundings): Promise<number> {
  if (name === '--version' || name === '-V') {
    surroundings.stdout.write(`${surroundings.version}\n`);
    return 0;
  }
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    surroundings.stdout.write(await overview());
    return 0;
  }
  if (name.startsWith('-')) throw new UsageError(`there is no option "${name}"`, 'run: seawall --help');
  const close = nearest(name, Object.keys(commands));
  const hint = close === undefined ? 'run: seawall --help' : `did you mean: seawall ${close}`;
  throw new UsageError(`there is no command "${name}"`, hint);
}

async function overview(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...loaded.map(({ default: command }) => command.name.length));
  const lines = loaded.map(({ default: command }) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return [
    'Seawall: what can an attacker do to this cluster, and what is the smallest change that stops it?',
    '',
    'Usage: seawall <command> [options]',
    '',
    ...lines,
    '',
    'Start here: seawall scan .        More of a command: seawall <command> --help',
    '',
  ].join('\n');
}

async function runCommand(command: Command, words: readonly string[], surroundings: Surroundings): Promise<number> {
  const options = [...command.options, ...sharedOptions];
  let code = 0;
  const program = programOf(command, options, surroundings, async (given, values) => {
    code = await command.run(given, values, surroundings);
  });
  try {
    await program.parseAsync([...withBareValues(words, options)], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw new UsageError(error.message.replace(/^error: /, ''), `run: seawall ${command.name} --help`);
  }
  return code;
}

function programOf(
  command: Command,
  options: readonly CommandOption[],
  surroundings: Surroundings,
  act: (given: readonly string[], values: OptionValues) => Promise<void>,
): Program {
  const program = new Program(`seawall ${command.name}`);
  program.description(command.summary).exitOverride();
  program.configureOutput({
    writeOut: (text) => surroundings.stdout.write(text),
    writeErr: () => {},
    getOutHelpWidth: () => surroundings.stdout.columns ?? 80,
  });
  // An optional value stands behind `=` only, so help must show it so.
  program.configureHelp({ optionTerm: ({ flags }) => flags.replace(/ \[(.*)\]$/, '[=$1]') });
  for (const argument of command.arguments) program.argument(argument.name, argument.description);
  for (const option of options) program.addOption(programOption(option));
  program.addHelpText('after', examplesText(command));
  program.action(async (...values: unknown[]) => {
    const given = values.slice(0, command.arguments.length).flat();
    await act(
      given.filter((word) => typeof word === 'string'),
      program.opts(),
    );
  });
  return program;
}

function programOption(option: CommandOption): Option {
  const flags = option.bare === undefined ? option.flags : option.flags.replace(/ <(.*)>$/, ' [$1]');
  const made = new Option(flags, option.description);
  const { choices } = option;
  if (option.isRepeatable) {
    made.argParser((value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value]);
  } else if (choices !== undefined) {
    made.choices(choices);
  }
  return made;
}

/** An option that may stand without a value takes one only behind `=`, so that it does not swallow a path. */
function withBareValues(words: readonly string[], options: readonly CommandOption[]): string[] {
  const bare = new Map<string, string>();
  for (const option of options) {
    if (option.bare !== undefined) bare.set(option.flags.replace(/[ [<].*$/, ''), option.bare);
  }
  const end = words.indexOf('--');
  return words.map((word, index) => {
    const value = end === -1 || index < end ? bare.get(word) : undefined;
    return value === undefined ? word : `${word}=${value}`;
  });
}

function examplesText(command: Command): string {
  const lines = command.examples.map(({ line, does }) => `  ${line}\n      ${does}`);
  return `\nExamples:\n${lines.join('\n')}\n`;
}
