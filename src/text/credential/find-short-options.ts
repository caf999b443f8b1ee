import type { Credential } from './credential.ts';
import { isLiteral } from './literal.ts';
import { type ShortOption, shortOptions } from './short-options.ts';

const LONGEST_COMMAND = 2048;
const PROGRAM_BEFORE = /(?:^|[\s/;&|("'`])$/;

/** What the search looks for: an option behind white space or a quote. */
export const optionLiterals: readonly string[] = shortOptions.map(({ option }) => ` ${option}`);

/** The passwords in the short options of known programs: `mysql -pabc`, `curl -u user:abc`. */
export function* findShortOptions(text: string): Iterable<Credential> {
  for (const option of shortOptions) {
    if (!text.includes(option.option)) continue;
    for (const program of option.programs) if (text.includes(program)) yield* ofProgram(text, program, option);
  }
}

function* ofProgram(text: string, program: string, option: ShortOption): Iterable<Credential> {
  for (let found = text.indexOf(program); found !== -1; found = text.indexOf(program, found + program.length)) {
    const behind = found + program.length;
    const isWord =
      PROGRAM_BEFORE.test(text.slice(Math.max(found - 1, 0), found)) && !/[\w-]/.test(text.charAt(behind) || ' ');
    if (isWord) yield* inCommand(text, behind, endOfCommand(text, behind, program), option);
  }
}

/** Where the word behind an option starts: on the same line, or as the next entry of a list. */
const GAP = /(?:["']?(?:[ \t]{1,32}|[ \t]{0,32},\s{0,64}|[ \t]{0,32}\r?\n[ \t]{0,64}-[ \t]{1,32})|=)?["']?/y;
const WORD = /[^\s"'`;&|<>,\])]{1,512}/y;

function* inCommand(text: string, start: number, end: number, { option, form }: ShortOption): Iterable<Credential> {
  const command = text.slice(start, end);
  for (let index = command.indexOf(option); index !== -1; index = command.indexOf(option, index + 1)) {
    const behind = start + index + option.length;
    if (!/[\s"']/.test(command.charAt(index - 1))) continue;
    GAP.lastIndex = behind;
    GAP.test(text);
    const from = GAP.lastIndex;
    const isJoined = !/[\s,=]/.test(text.slice(behind, from));
    if (isJoined !== (form === 'joined') && !(form === 'behind-user' && option.length === 2)) continue;
    WORD.lastIndex = from;
    if (text.charAt(from) === '-' || !WORD.test(text)) continue;
    const word = text.slice(from, WORD.lastIndex);
    const lead = form === 'behind-user' ? word.indexOf(':') + 1 : 0;
    if (form === 'behind-user' && lead === 0) continue;
    if (isLiteral(word.slice(lead))) yield { start: from + lead, end: from + word.length, kind: 'password' };
  }
}

/**
 * A command ends with its line or a sign of the shell, but for a list of arguments, which has an entry a line; and where
 * its program is named again.
 */
function endOfCommand(text: string, start: number, program: string): number {
  const rest = text.slice(start, start + LONGEST_COMMAND);
  const again = rest.indexOf(program);
  const own = again === -1 ? rest : rest.slice(0, again);
  const end = own.search(/[;&|]|(?<!\\)\n(?![ \t]*-[ \t])/);
  return start + (end === -1 ? own.length : end);
}
