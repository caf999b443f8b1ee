import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program to run to its end, and how long it may take. */
export interface ProcessRequest {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Variables on top of the cleaned environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMilliseconds: number;
  /** Whether to watch the process's peak memory under /proc while it runs; Linux only, and it costs a little time. */
  readonly watchMemory: boolean;
}

/** How a process ended. */
export interface ProcessResult {
  /** Wall-clock time from just before the start to the notice of its end. */
  readonly wallMilliseconds: number;
  /** The exit code, or the name of the signal that ended it. */
  readonly end: number | NodeJS.Signals;
  readonly timedOut: boolean;
  /** The beginning of what it wrote to standard error, at most 4,000 characters. */
  readonly complaint: string;
  /** The last peak resident memory seen, if it was watched; a little below the true peak. */
  readonly watchedPeakBytes: number | undefined;
}

// Each of these changes how long node takes to start, and none belongs to the program under measurement.
const unsetVariables = ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_V8_COVERAGE'];
const complaintLimit = 4_000;
const watchInterval = 10;

/**
 * Runs one process to its end with its output thrown away. Whatever is left of it and its children is killed when its
 * time is over or when this process exits. Rejects when the program cannot be started at all.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    let timedOut = false;
    let complaint = '';
    let watchedPeakBytes: number | undefined;
    let watcher: NodeJS.Timeout | undefined;
    const environment = { ...cleanEnvironment(), ...request.environment };

    const start = process.hrtime.bigint();
    // A process group of its own, so that a wrapper's child can be killed with the wrapper.
    const child = spawn(request.command, request.arguments, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment,
      detached: true,
    });
    const { pid } = child;
    const kill = (): void => {
      if (pid !== undefined) killGroup(pid);
    };
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, request.timeoutMilliseconds);
    process.once('exit', kill);
    if (request.watchMemory && pid !== undefined) {
      watcher = setInterval(() => {
        watchedPeakBytes = peakBytesOf(pid) ?? watchedPeakBytes;
      }, watchInterval);
    }

    let wallMilliseconds = 0;
    let stop = (): void => {
      clearTimeout(timer);
      clearInterval(watcher);
      process.removeListener('exit', kill);
      stop = () => {};
    };
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (text: string) => {
      if (complaint.length < complaintLimit) complaint = (complaint + text).slice(0, complaintLimit);
    });
    child.once('error', (error) => {
      stop();
      reject(error);
    });
    child.once('exit', () => {
      wallMilliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      stop();
      // A grandchild that outlives it would hold standard error open for ever.
      kill();
    });
    child.once('close', (code, signal) => {
      resolve({ wallMilliseconds, end: code ?? signal ?? 'SIGKILL', timedOut, complaint, watchedPeakBytes });
    });
  });
}

/** The environment of every process under measurement. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of unsetVariables) delete environment[name];
  return environment;
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function peakBytesOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
