import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** The modules that a file loads at once: neither types alone nor what is imported when it is needed. */
function loadedBy(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  const declared = source.matchAll(/^(?:import|export)\s+(?!type\s)(?:[^'";]+?\sfrom\s*)?'([^'\n]+)'/gm);
  return [...declared].map((match) => match[1] ?? '');
}

/** Everything that loading a file loads. */
function reachedFrom(start: string): Set<string> {
  const reached = new Set([start]);
  for (const path of reached) {
    if (!existsSync(path)) continue;
    for (const name of loadedBy(path)) reached.add(name.startsWith('.') ? join(dirname(path), name) : name);
  }
  return reached;
}

it('is loaded only where a configuration was found', () => {
  const folder = import.meta.dirname;
  expect(reachedFrom(join(folder, 'read.ts'))).toContain('zod/mini');
  for (const command of ['scan.ts', 'init.ts']) {
    const reached = reachedFrom(join(dirname(folder), 'commands', command));
    expect(reached).toContain(join(folder, 'load.ts'));
    expect([...reached].filter((name) => name.startsWith('zod'))).toEqual([]);
  }
});
