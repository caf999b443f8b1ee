import { type CommandOption, type OptionValues, textOption } from './command.ts';

/** `-o` of the commands that print a list. */
export const listFormatOption: CommandOption = {
  flags: '-o, --output <format>',
  description: 'text or json',
  choices: ['text', 'json'],
};

export function wantsJson(options: OptionValues): boolean {
  return textOption(options, 'output') === 'json';
}
