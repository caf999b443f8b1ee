import type { Credential } from './credential.ts';
import { credentialNameKind } from './credential-name.ts';
import { isCredentialValue } from './find-assignments.ts';
import { findCredentials } from './find-credentials.ts';
import { isLiteral } from './literal.ts';
import { type ShortOption, shortOptions } from './short-options.ts';

/** A credential in one of the words of a command. */
export interface ArgumentCredential extends Credential {
  /** The index of the word. */
  readonly word: number;
  /** The option that the word is the value of, if that stands before it. */
  readonly option?: string;
}

/** The credentials in the words of a command: in each by itself, and in those that are values of the word before. */
export function findInArguments(words: readonly string[]): ArgumentCredential[] {
  const options = optionsOf(words);
  const found: ArgumentCredential[] = [];
  for (const [index, word] of words.entries()) {
    const own = findCredentials(word);
    for (const credential of own) found.push({ ...credential, word: index });
    if (own.length > 0 || index === 0) continue;
    const option = words[index - 1] ?? '';
    const value = valueOfOption(word, option) ?? ofShortOption(options, word, option);
    if (value !== undefined) found.push({ ...value, word: index, option });
  }
  return found;
}

function valueOfOption(word: string, option: string): Credential | undefined {
  if (!option.startsWith('-') || !/^--?[A-Za-z]/.test(option) || /[=\s]/.test(option) || word.startsWith('-'))
    return undefined;
  const kind = credentialNameKind(option);
  return kind !== undefined && isCredentialValue(option.replace(/^-+/, ''), word)
    ? { start: 0, end: word.length, kind }
    : undefined;
}

const NO_OPTIONS: readonly ShortOption[] = [];
const knownPrograms: ReadonlySet<string> = new Set(shortOptions.flatMap(({ programs }) => programs));

/** The short options of the programs that a command names, by their names alone or with their folders. */
function optionsOf(words: readonly string[]): readonly ShortOption[] {
  const named = words.map((word) => word.slice(word.lastIndexOf('/') + 1)).filter((name) => knownPrograms.has(name));
  if (named.length === 0) return NO_OPTIONS;
  return shortOptions.filter(({ programs }) => named.some((name) => programs.includes(name)));
}

/** What known programs take as a password. */
function ofShortOption(options: readonly ShortOption[], word: string, before: string): Credential | undefined {
  for (const { option, form } of options) {
    const start = form === 'joined' ? option.length : form === 'apart' ? 0 : word.indexOf(':') + 1;
    const isOption = form === 'joined' ? word.startsWith(option) && word.length > start : before === option;
    if (!isOption || (form === 'behind-user' && start === 0) || (form === 'apart' && word.startsWith('-'))) continue;
    if (isLiteral(word.slice(start))) return { start, end: word.length, kind: 'password' };
  }
  return undefined;
}
