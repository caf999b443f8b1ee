/** Lines of block-style YAML, without line ends, indented relative to where they will be put. */
export type Lines = readonly string[];

/** Puts `width` spaces before every line; empty lines stay empty. */
export function indent(lines: Lines, width = 2): Lines {
  const margin = ' '.repeat(width);
  return lines.map((line) => (line === '' ? line : margin + line));
}

/** `key:` with `lines` as its mapping (or other block) below. */
export function block(key: string, lines: Lines): Lines {
  return [`${key}:`, ...indent(lines)];
}

/** One entry of a block sequence: a dash before the first line, the others aligned with it. */
export function entry(lines: Lines): Lines {
  return lines.map((line, index) => (index === 0 ? `- ${line}` : line === '' ? line : `  ${line}`));
}

/**
 * `key:` with `entries` as its sequence below. `compact` puts the dashes under the key itself, as kubectl prints them;
 * otherwise they are indented, as most people write them.
 */
export function sequence(key: string, entries: readonly Lines[], compact: boolean): Lines {
  const lines = entries.flatMap((content) => entry(content));
  return [`${key}:`, ...(compact ? lines : indent(lines))];
}

/** A sequence of one-line scalars. */
export function scalars(key: string, values: readonly string[], compact: boolean): Lines {
  return sequence(
    key,
    values.map((value) => [value]),
    compact,
  );
}

/** The text of a file: every line ends with a line feed. */
export function textOf(lines: Lines): string {
  return `${lines.join('\n')}\n`;
}
