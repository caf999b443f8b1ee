/** A long option, or a short one with its first letter: what follows may be a value. */
const OPTION = /^(?:--[A-Za-z][A-Za-z0-9_.-]{0,63}(?==|$)|-[A-Za-z])/;

/**
 * Names an entry of a command by the option that stands in it or before it, and never by its own text, which may be a
 * credential: `--user`, `--user+1` for the word behind it, `+0` for the first of words without options.
 */
export function argumentName(words: readonly unknown[], index: number): string {
  for (let distance = 0; distance <= index; distance += 1) {
    const word = words[index - distance];
    const option = typeof word === 'string' ? OPTION.exec(word)?.[0] : undefined;
    if (option !== undefined) return distance === 0 ? option : `${option}+${distance}`;
  }
  return `+${index}`;
}
