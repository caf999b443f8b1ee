import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { whyUnreadable } from '../sources/files/why-unreadable.ts';
import type { TextStream } from './command.ts';
import { run } from './run.ts';
import { readStandardInput } from './standard-input.ts';

/** A stream for texts. A reader that goes away (`| head`) ends the writing quietly; the exit code stands. */
function textStream(stream: NodeJS.WriteStream, name: string): TextStream {
  let isOpen = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream !== process.stderr) process.stderr.write(`seawall: ${name} cannot be written: ${error.message}\n`);
  });
  return {
    write(text) {
      if (isOpen) stream.write(text);
    },
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** Why a file cannot be written, before the work that fills it is done; undefined if it can. */
function whyUnwritable(path: string): string | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return 'it is a folder';
    accessSync(dirname(path), constants.W_OK);
    return undefined;
  } catch (error) {
    return `its folder: ${whyUnreadable(error)}`;
  }
}

async function main(): Promise<void> {
  const code = await run(process.argv.slice(2), {
    version: packageJson.version,
    workingDirectory: process.cwd(),
    environment: process.env,
    stdout: textStream(process.stdout, 'the standard output'),
    stderr: textStream(process.stderr, 'the standard error'),
    readStandardInput,
    whyUnwritable,
    writeFile: (path, text) => writeFileSync(path, text),
    now: () => Date.now(),
    untilEnd: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => resolve('interrupted'));
        process.stdout.once('error', () => resolve('unread'));
      }),
  });
  process.exitCode ??= code;
}

main().catch((error: unknown) => {
  process.exitCode = 2;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`seawall: this is a fault of the program, please report it:\n${detail}\n`);
});
