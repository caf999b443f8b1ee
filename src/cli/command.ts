/** What a command is given besides its own arguments and options. */
export interface Surroundings {
  /** The version of the program. */
  readonly version: string;
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Reads the standard input to its end. */
  readStandardInput(): string;
  /** Why a file cannot be written; undefined if it seems it can. */
  whyUnwritable(path: string): string | undefined;
  writeFile(path: string, text: string): void;
  /** Now, in milliseconds since 1970. */
  now(): number;
  /** Settles when the user ends the program, or nobody reads the standard output any more. */
  untilEnd(): Promise<'interrupted' | 'unread'>;
}

export interface TextStream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined for files and pipes. */
  readonly columns: number | undefined;
}

/** Options as given: a text, a list of texts for repeatable ones, true for flags; undefined if not given. */
export type OptionValues = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export interface CommandOption {
  /** `--fail-on <severity>`, `-o, --output <format[=file]>`; no placeholder for a flag. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly isRepeatable?: boolean;
  /** The value that the option has when given without one; it then takes a value only behind `=`. */
  readonly bare?: string;
}

export interface CommandArgument {
  /** `<check>` if it must be given, `[path...]` if it may be repeated or left out. */
  readonly name: string;
  readonly description: string;
}

/** One command of the program: data for its help, and what it does. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** Command lines with what they do. */
  readonly examples: readonly { readonly line: string; readonly does: string }[];
  /** Runs the command and gives the exit code. */
  run(given: readonly string[], options: OptionValues, surroundings: Surroundings): Promise<number>;
}

/** A wrong command line; the program prints it and ends with exit code 2. */
export class UsageError extends Error {
  readonly hint: string | undefined;
  constructor(message: string, hint?: string) {
    super(message);
    this.name = 'UsageError';
    this.hint = hint;
  }
}

/** The options that every command has. */
export const sharedOptions: readonly CommandOption[] = [
  {
    flags: '--color <when>',
    description: 'color the output: auto, always or never',
    choices: ['auto', 'always', 'never'],
  },
  { flags: '-q, --quiet', description: 'write nothing to stderr but errors' },
];

/** The text of an option, if it was given. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a repeatable option. */
export function listOption(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return typeof value === 'object' ? value : [];
}
