import { UsageError } from '../command.ts';

/** What a reader of command-line values says against what it is given, on one line; undefined if it takes it. */
export function objectionOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.hint === undefined ? error.message : `${error.message}; ${error.hint}`;
  }
}
