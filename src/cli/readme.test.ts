import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run.ts';
import { surroundingsInMemory } from './surroundings-in-memory.ts';

const root = dirname(dirname(import.meta.dirname));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const [, sample = ''] = /What it prints:\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];

describe('the README', () => {
  it('shows what the program prints', async () => {
    const surroundings = surroundingsInMemory({ workingDirectory: root });
    expect(await run(['scan', 'examples/shop'], surroundings)).toBe(0);
    const printed = surroundings.written.stdout.split('\n');
    const shown = sample.split('\n').filter((line) => line !== '' && line !== '…');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((line) => !printed.includes(line))).toEqual([]);
  });
});
