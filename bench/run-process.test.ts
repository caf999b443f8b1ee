import { describe, expect, it } from 'vitest';
import { runProcess } from './run-process.ts';

function request(code: string) {
  return {
    command: process.execPath,
    arguments: ['-e', code],
    environment: {},
    timeoutMilliseconds: 60_000,
    watchMemory: false,
  };
}

describe('runProcess', () => {
  it('says how the process ended and what it complained about', async () => {
    const result = await runProcess(request('console.log("thrown away"); console.error("oh"); process.exitCode = 4'));
    expect(result).toMatchObject({ end: 4, timedOut: false, complaint: 'oh\n', watchedPeakBytes: undefined });
  });

  it('names the signal that ended it', async () => {
    expect((await runProcess(request('process.kill(process.pid, "SIGTERM")'))).end).toBe('SIGTERM');
  });

  it('keeps only the beginning of a long complaint', async () => {
    const { complaint } = await runProcess(request('process.stderr.write("x".repeat(1_000_000))'));
    expect(complaint).toBe('x'.repeat(4_000));
  });

  it('does not wait for what the process left behind', async () => {
    const left = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      stdio: 'inherit',
    }).unref()`;
    expect((await runProcess(request(left))).end).toBe(0);
  });

  it.runIf(process.platform === 'linux')('watches the peak memory where it is asked to', async () => {
    const code = 'Buffer.alloc(200_000_000, 1); setTimeout(() => {}, 500)';
    const { watchedPeakBytes } = await runProcess({ ...request(code), watchMemory: true });
    expect(watchedPeakBytes).toBeGreaterThan(200_000_000);
    expect(watchedPeakBytes).toBeLessThan(320_000_000);
  });
});
