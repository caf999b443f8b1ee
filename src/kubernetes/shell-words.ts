const SEPARATORS = /[\s;|&()]+/;
const QUOTES = /['"`]/g;

/**
 * True if some word of a command line has the program as its base name: `/usr/bin/sudo` for `sudo`. Words end where a shell
 * ends them, and quotes are removed.
 */
export function namesProgram(commandLine: string, program: string): boolean {
  return commandLine.split(SEPARATORS).some((word) => {
    const unquoted = word.replaceAll(QUOTES, '');
    return unquoted.slice(unquoted.lastIndexOf('/') + 1) === program;
  });
}
