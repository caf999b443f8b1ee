import type { CommandOption } from '../command.ts';

/** The options of every command that reads the configuration. */
export const configOptions: readonly CommandOption[] = [
  { flags: '--config <file>', description: 'the configuration (default: seawall.yaml here or above, up to .git)' },
  { flags: '--no-config', description: 'read no configuration' },
];
