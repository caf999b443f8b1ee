import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Candidate } from './measure.ts';
import { measureInterleaved, parseGnuTime, roundRatios } from './measure.ts';

function script(name: string, code: string, more: Partial<Candidate> = {}): Candidate {
  return { name, command: process.execPath, arguments: ['-e', code], ...more };
}

describe('measureInterleaved', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-bench-test-'));
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('runs the candidates in turn, round after round', async () => {
    const file = join(folder, 'order');
    const write = (letter: string): Candidate =>
      script(letter, `fs.appendFileSync(process.env.ORDER, '${letter}')`, { environment: { ORDER: file } });
    const measurements = await measureInterleaved([write('a'), write('b')], 2);
    // Two rounds for memory and processor time, two that are timed.
    expect(readFileSync(file, 'utf8')).toBe('abababab');
    expect(measurements.map(({ name, wallSamples, exitCodes }) => [name, wallSamples.length, exitCodes])).toEqual([
      ['a', 2, [0]],
      ['b', 2, [0]],
    ]);
  });

  it('unsets what distorts the start of node, and keeps the rest', async () => {
    vi.stubEnv('NODE_EXTRA_CA_CERTS', '/nowhere.pem');
    vi.stubEnv('NODE_OPTIONS', '--no-such-option');
    vi.stubEnv('BENCH_TEST_KEPT', 'kept');
    const code = 'process.exit("NODE_EXTRA_CA_CERTS" in process.env || process.env.BENCH_TEST_KEPT !== "kept" ? 5 : 0)';
    const [measurement] = await measureInterleaved([script('environment', code)], 1);
    expect(measurement?.exitCodes).toEqual([0]);
  });

  it('accepts the exit codes it is told to, and lists them', async () => {
    const code = `const file = process.env.COUNT; fs.appendFileSync(file, 'x');
      process.exit(fs.statSync(file).size % 2 === 0 ? 3 : 0)`;
    const candidate = script('partial', code, { environment: { COUNT: join(folder, 'count') }, exitCodes: [0, 3] });
    const [measurement] = await measureInterleaved([candidate], 2);
    expect(measurement?.exitCodes).toEqual([0, 3]);
  });

  it('fails with the beginning of standard error on any other exit code', async () => {
    const code = 'console.error("no such file: x.yaml"); process.exitCode = 7';
    await expect(measureInterleaved([script('broken', code)], 1)).rejects.toThrow(
      new Error('broken: ended with exit code 7\nno such file: x.yaml'),
    );
  });

  it('fails when the program cannot be started', async () => {
    const candidate = { name: 'missing', command: join(folder, 'missing'), arguments: [] };
    await expect(measureInterleaved([candidate], 1)).rejects.toThrow('missing');
  });

  it('kills a process and its children when their time is over', async () => {
    // The child holds standard error open: left alive, it would keep the measurement waiting for ever.
    const code = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      stdio: 'inherit',
    })`;
    await expect(measureInterleaved([script('endless', code)], 1, { timeoutMilliseconds: 1_000 })).rejects.toThrow(
      new Error('endless: killed after 1000 ms'),
    );
  });

  it.runIf(process.platform === 'linux')('sees the peak memory of the candidate, not of this process', async () => {
    const ballast = Buffer.alloc(400_000_000, 1);
    const [small, large] = await measureInterleaved(
      [script('small', '0'), script('large', 'Buffer.alloc(200_000_000, 1); setTimeout(() => {}, 100)')],
      1,
    );
    expect(ballast.length).toBe(400_000_000);
    expect(small?.peakBytes).toBeLessThan(120_000_000);
    expect(large?.peakBytes).toBeGreaterThan(200_000_000);
    expect(large?.peakBytes).toBeLessThan(320_000_000);
  });
});

describe('roundRatios', () => {
  it('divides round by round', () => {
    const measurement = {
      name: '',
      wallMilliseconds: 0,
      cpuMilliseconds: undefined,
      peakBytes: undefined,
      exitCodes: [0],
    };
    const ratios = roundRatios({ ...measurement, wallSamples: [30, 80] }, { ...measurement, wallSamples: [10, 20] });
    expect(ratios).toEqual([3, 4]);
  });
});

describe('parseGnuTime', () => {
  it('adds user and system time and reads kilobytes', () => {
    expect(parseGnuTime('1.25 0.31 42856\n')).toEqual({ cpuMilliseconds: 1560, peakBytes: 43_884_544 });
  });

  it('refuses anything else', () => {
    expect(() => parseGnuTime('Command exited')).toThrow(
      new Error('unexpected output of /usr/bin/time: "Command exited"'),
    );
  });
});
