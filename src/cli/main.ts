import { readFileSync, writeFileSync } from 'node:fs';
import packageJson from '../../package.json' with { type: 'json' };
import type { TextStream } from './command.ts';
import { run } from './run.ts';

/** A reader that went away (`| head`) is no fault: end quietly. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

function textStream(stream: NodeJS.WriteStream): TextStream {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

process.exitCode = await run(process.argv.slice(2), {
  version: packageJson.version,
  workingDirectory: process.cwd(),
  environment: process.env,
  stdout: textStream(process.stdout),
  stderr: textStream(process.stderr),
  readStandardInput: () => readFileSync(0, 'utf8'),
  writeFile: (path, text) => writeFileSync(path, text),
  now: () => Date.now(),
});
