import type { Credential } from './credential.ts';
import { credentialNameKind } from './credential-name.ts';
import { isCredentialValue } from './find-assignments.ts';
import { findCredentials } from './find-credentials.ts';
import { isLiteral } from './literal.ts';
import { shortOptions } from './short-options.ts';

/** A credential in one of the words of a command. */
export interface ArgumentCredential extends Credential {
  /** The index of the word. */
  readonly word: number;
  /** The option that the word is the value of, if that stands before it. */
  readonly option?: string;
}

/** The credentials in the words of a command: in each by itself, and in those that are values of the word before. */
export function findInArguments(words: readonly string[]): ArgumentCredential[] {
  return words.flatMap((word, index) => {
    const own = findCredentials(word);
    if (own.length > 0) return own.map((credential) => ({ ...credential, word: index }));
    const option = words[index - 1] ?? '';
    const found = valueOfOption(word, option) ?? ofShortOption(words, word, option);
    return found === undefined ? [] : [{ ...found, word: index, option }];
  });
}

function valueOfOption(word: string, option: string): Credential | undefined {
  if (!/^--?[A-Za-z]/.test(option) || /[=\s]/.test(option) || word.startsWith('-')) return undefined;
  const kind = credentialNameKind(option);
  return kind !== undefined && isCredentialValue(option.replace(/^-+/, ''), word)
    ? { start: 0, end: word.length, kind }
    : undefined;
}

/** What known programs take as a password; the program is the last that the words before name. */
function ofShortOption(words: readonly string[], word: string, before: string): Credential | undefined {
  for (const { programs, option, form } of shortOptions) {
    if (!words.some((other) => programs.includes(other.slice(other.lastIndexOf('/') + 1)))) continue;
    const start = form === 'joined' ? option.length : form === 'apart' ? 0 : word.indexOf(':') + 1;
    const isOption = form === 'joined' ? word.startsWith(option) && word.length > start : before === option;
    if (!isOption || (form === 'behind-user' && start === 0) || (form === 'apart' && word.startsWith('-'))) continue;
    if (isLiteral(word.slice(start))) return { start, end: word.length, kind: 'password' };
  }
  return undefined;
}
