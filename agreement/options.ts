import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** The folder of the corpora, absolute. */
  readonly folder: string;
  /** Names of corpora; undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly json: boolean;
}

/** What `--help` prints. */
export const usage = `usage: npm run agreement [-- OPTION…]

  --corpora DIR  the folder of the corpora (default: ../shared/corpora beside the checkout)
  --only NAME    one corpus; may be repeated
  --json         the counts as JSON, and nothing else, on the standard output
  --help         this text
`;

/** Reads the command line; undefined when it asks for help. Throws an Error that says what is wrong with it. */
export function parseOptions(
  words: readonly string[],
  defaultFolder: string,
  workingDirectory: string,
): Options | undefined {
  const { values } = parseArgs({
    args: [...words],
    options: {
      corpora: { type: 'string' },
      only: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  if (values.corpora === '') throw new Error('--corpora is empty');
  const folder = values.corpora === undefined ? defaultFolder : resolve(workingDirectory, values.corpora);
  return { folder, only: values.only, json: values.json };
}
