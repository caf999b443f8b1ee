import { UsageError } from '../command.ts';

/** What a reader of command-line values says against a text, on one line; undefined if it takes it. */
export function objectionTo(text: string, read: (text: string) => unknown): string | undefined {
  try {
    read(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.hint === undefined ? error.message : `${error.message}; ${error.hint}`;
  }
}
