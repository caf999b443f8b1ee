import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'bin', 'seawall.js');
const text =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {hostPID: false, containers: []}\n';
const patience = { timeout: 60_000, interval: 20 };

it('the program watches a folder until Ctrl-C', { timeout: 180_000 }, async () => {
  using tree = temporaryTree({ 'a.yaml': text });
  const child = spawn(process.execPath, [program, 'scan', '--watch', '.', '--only', 'host-pid'], { cwd: tree.root });
  let [said, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (told += part));
  try {
    await vi.waitFor(() => expect(told).toBe('watching 1 file; Ctrl-C ends\n'), patience);
    writeFileSync(tree.path('a.yaml'), text.replace('false', 'true'));
    await vi.waitFor(
      () => expect(said).toMatch(/a\.yaml changed: 1 new {2}\(1 failed\)\n[^]*Remove hostPID/),
      patience,
    );
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
