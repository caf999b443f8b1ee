import type { Credential } from './credential.ts';
import { isLiteral } from './literal.ts';
import { type ShortOption, shortOptions } from './short-options.ts';

const LONGEST_COMMAND = 2048;
const PROGRAM_BEFORE = /(?:^|[\s/;&|("'`\\-])$/;

/** The passwords in the short options of known programs: `mysql -pabc`, `curl -u user:abc`. */
export function* findShortOptions(text: string): Iterable<Credential> {
  for (const option of shortOptions) {
    for (const program of option.programs) yield* ofProgram(text, program, option);
  }
}

function* ofProgram(text: string, program: string, option: ShortOption): Iterable<Credential> {
  for (let found = text.indexOf(program); found !== -1; found = text.indexOf(program, found + program.length)) {
    const behind = found + program.length;
    const isWord =
      PROGRAM_BEFORE.test(text.slice(Math.max(found - 1, 0), found)) && !/[\w-]/.test(text.charAt(behind) || ' ');
    if (isWord) yield* inCommand(text, behind, option);
  }
}

/** Where the word behind an option starts: on the same line, or as the next entry of a list. */
const GAP = /(?:["']?(?:[ \t]{1,32}|[ \t]{0,32},\s{0,64}|[ \t]{0,32}\r?\n[ \t]{0,64}-[ \t]{1,32})|=)?["']?/y;
const WORD = /[^\s"'`;&|<>,\])]{1,512}/y;

function* inCommand(text: string, start: number, { option, form }: ShortOption): Iterable<Credential> {
  const limit = endOfCommand(text, start);
  for (
    let found = text.indexOf(option, start);
    found !== -1 && found < limit;
    found = text.indexOf(option, found + 1)
  ) {
    if (!/[\s"']/.test(text.charAt(found - 1))) continue;
    GAP.lastIndex = found + option.length;
    GAP.test(text);
    const isJoined = GAP.lastIndex === found + option.length;
    if (isJoined !== (form === 'joined') && !(form === 'behind-user' && option.length === 2)) continue;
    WORD.lastIndex = GAP.lastIndex;
    if (!WORD.test(text)) continue;
    const from = form === 'behind-user' ? behindUser(text, GAP.lastIndex, WORD.lastIndex) : GAP.lastIndex;
    if (from === undefined || !isLiteral(text.slice(from, WORD.lastIndex)) || text.charAt(from) === '-') continue;
    yield { start: from, end: WORD.lastIndex, kind: 'password' };
  }
}

/** A command ends with its line or a sign of the shell, but for a list of arguments, which has an entry a line. */
function endOfCommand(text: string, start: number): number {
  const end = /[;&|]|\n(?![ \t]*-[ \t])(?<!\\\n)/g;
  end.lastIndex = start;
  return Math.min(end.exec(text)?.index ?? text.length, start + LONGEST_COMMAND);
}

function behindUser(text: string, start: number, end: number): number | undefined {
  const colon = text.indexOf(':', start);
  return colon === -1 || colon + 1 >= end ? undefined : colon + 1;
}
