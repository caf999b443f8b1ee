import type { Plugin } from 'rolldown';

const NAME = 'node:child_process';
const EMPTY = `\0empty ${NAME}`;

/**
 * Leaves child processes out: commander can start subcommands that are programs of their own, which ours are not, and
 * loading the module costs a scan a tenth of its start.
 */
export function noChildProcess(): Plugin {
  return {
    name: 'no-child-process',
    resolveId: { filter: { id: /^node:child_process$/ }, handler: () => EMPTY },
    load: { filter: { id: /^\0empty node:child_process$/ }, handler: () => 'export default {};' },
  };
}
