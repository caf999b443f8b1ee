import { type ChildProcess, spawn } from 'node:child_process';
import type { CommandLine } from './options.ts';
import { cleanEnvironment } from './run-process.ts';

/** A scan that stays and tells of changes. */
export interface WatchedScan {
  /** Makes a change and gives the milliseconds until the standard output tells of it. */
  timeOf(change: () => void): Promise<number>;
  stop(): void;
}

const limitMilliseconds = 60_000;
/** How the line on a change begins, with the time of day: only then comes the report. */
const changeLine = /^\d\d:\d\d:\d\d {2}/m;

/** Starts watching a folder; resolves when the first report is out. Rejects when the scan ends or takes over a minute. */
export async function startWatchedScan(scan: CommandLine, folder: string): Promise<WatchedScan> {
  const child = spawn(scan.command, [...scan.arguments, folder, '--watch'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(),
  });
  const stop = (): void => {
    child.kill('SIGKILL');
    process.removeListener('exit', stop);
  };
  process.once('exit', stop);
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8');
  // Unread output would fill the pipe, and the scan would wait.
  child.stdout.resume();
  await said(child, 'stderr', /^watching /m);
  return {
    async timeOf(change) {
      const told = said(child, 'stdout', changeLine);
      const start = process.hrtime.bigint();
      change();
      await told;
      return Number(process.hrtime.bigint() - start) / 1e6;
    },
    stop,
  };
}

function said(child: ChildProcess, name: 'stdout' | 'stderr', words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const stream = child[name];
    const timer = setTimeout(
      () => end(new Error(`the watch said nothing for ${limitMilliseconds} ms`)),
      limitMilliseconds,
    );
    const read = (chunk: string): void => {
      text += chunk;
      if (words.test(text)) end();
    };
    const exited = (): void => end(new Error(`the watch ended: ${text.slice(0, 1_000)}`));
    const end = (error?: Error): void => {
      clearTimeout(timer);
      stream?.removeListener('data', read);
      child.removeListener('exit', exited);
      if (error === undefined) resolve();
      else reject(error);
    };
    stream?.on('data', read);
    child.once('exit', exited);
  });
}
