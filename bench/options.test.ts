import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCommand, parseOptions } from './options.ts';

describe('parseOptions', () => {
  let root = '';

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'seawall-bench-test-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('runs every section 15 times with the sources when there is no build', () => {
    expect(parseOptions([], root)).toEqual({
      smoke: false,
      sections: ['start-up', 'throughput', 'reader', 'growth', 'styles', 'checks', 'library', 'watch'],
      runs: 15,
      scan: { command: process.execPath, arguments: [join(root, 'bin', 'seawall.js'), 'scan'] },
    });
  });

  it('prefers the packed build', () => {
    const packed = join(root, 'dist', 'package', 'seawall.js');
    mkdirSync(join(root, 'dist', 'package'), { recursive: true });
    writeFileSync(packed, '');
    expect(parseOptions([], root)?.scan).toEqual({ command: process.execPath, arguments: [packed, 'scan'] });
  });

  it('runs once for a smoke test', () => {
    expect(parseOptions(['--smoke'], root)).toMatchObject({ smoke: true, runs: 1 });
  });

  it('takes sections, runs and a command', () => {
    const words = ['--only', 'growth', '--only', 'styles', '--runs', '5', '--command', 'seawall scan --quiet'];
    expect(parseOptions(words, root)).toEqual({
      smoke: false,
      sections: ['growth', 'styles'],
      runs: 5,
      scan: { command: 'seawall', arguments: ['scan', '--quiet'] },
    });
  });

  it('gives nothing when asked for help', () => {
    expect(parseOptions(['--help'], root)).toBeUndefined();
  });

  it.each([
    [['--runs', '0'], '--runs takes a whole number from 1 to 1000, not "0"'],
    [['--runs', 'many'], '--runs takes a whole number from 1 to 1000, not "many"'],
    [
      ['--only', 'speed'],
      'no section "speed"; there are start-up, throughput, reader, growth, styles, checks, library, watch',
    ],
    [['--command', ' '], '--command is empty'],
  ])('refuses %j', (words, message) => {
    expect(() => parseOptions(words, root)).toThrow(new Error(message));
  });

  it('refuses an unknown option', () => {
    expect(() => parseOptions(['--fast'], root)).toThrow("Unknown option '--fast'");
  });
});

describe('parseCommand', () => {
  it('keeps quoted words together and runs node by the node at hand', () => {
    expect(parseCommand(`node "a folder/cli.js" 'scan it'  -q`)).toEqual({
      command: process.execPath,
      arguments: ['a folder/cli.js', 'scan it', '-q'],
    });
  });
});
