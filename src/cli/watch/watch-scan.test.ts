import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type TemporaryTree, temporaryTree } from '../../sources/files/temporary-tree.ts';
import type { Surroundings } from '../command.ts';
import { run } from '../run.ts';
import { type SurroundingsInMemory, surroundingsInMemory } from '../surroundings-in-memory.ts';

const PATIENCE = { timeout: 60_000, interval: 10 };

function pod(name: string, fields = ''): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: shop
spec:
${fields}  containers:
    - name: web
      image: registry.example/web:1.4.2
`;
}

/** A watch that runs in this process until it is told to end. */
interface Running {
  readonly written: SurroundingsInMemory['written'];
  /** Waits until the standard output holds a text, and forgets what stands up to it; gives that. */
  heard(text: string): Promise<string>;
  end(why: 'interrupted' | 'unread'): Promise<number>;
}

let stop: (() => Promise<unknown>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function started(
  tree: TemporaryTree,
  words: readonly string[],
  parts: Partial<Surroundings> = {},
): Promise<Running> {
  const { promise: ended, resolve: end } = Promise.withResolvers<'interrupted' | 'unread'>();
  const surroundings = surroundingsInMemory({ workingDirectory: tree.root, untilEnd: () => ended, ...parts });
  const { written } = surroundings;
  const code = run(['scan', '--watch', ...words], surroundings);
  stop = async () => {
    end('interrupted');
    await code;
  };
  await vi.waitFor(() => expect(written.stderr).toMatch(/^watching /m), PATIENCE);
  return {
    written,
    async heard(text) {
      await vi.waitFor(() => expect(written.stdout).toContain(text), PATIENCE);
      const said = written.stdout;
      written.stdout = '';
      return said;
    },
    end(why) {
      end(why);
      return code;
    },
  };
}

describe('scan --watch', () => {
  it('writes the report, then what each change brings and takes', { timeout: 120_000 }, async () => {
    using tree = temporaryTree({ 'a.yaml': pod('web') });
    const watch = await started(tree, ['.', '--only', 'host-pid']);
    expect(watch.written.stdout).toContain('1 file');
    expect(watch.written.stderr).toBe('watching 1 file; Ctrl-C ends\n');
    watch.written.stdout = '';
    writeFileSync(tree.path('a.yaml'), pod('web', '  hostPID: true\n'));
    const said = await watch.heard('Remove hostPID');
    expect(said).toMatch(/^\n\d\d:\d\d:\d\d {2}a\.yaml changed: 1 new {2}\(1 failed\)\n\na\.yaml\n {2}Pod shop\/web/);
    writeFileSync(tree.path('a.yaml'), pod('web'));
    expect(await watch.heard('gone')).toMatch(/ {2}a\.yaml changed: 1 gone {2}\(0 failed\)\n$/);
    expect(await watch.end('interrupted')).toBe(130);
  });

  it('sees files that come, are written by renaming, and go', { timeout: 120_000 }, async () => {
    using tree = temporaryTree({ '.git/': '', 'a.yaml': pod('web') });
    const watch = await started(tree, ['.', '--only', 'host-pid']);
    mkdirSync(tree.path('b', 'c'), { recursive: true });
    writeFileSync(tree.path('b', 'c', 'd.yaml'), pod('other', '  hostPID: true\n'));
    await watch.heard('b/c/d.yaml added: 1 new  (1 failed)');
    writeFileSync(tree.path('a.yaml~'), pod('web', '  hostPID: true\n'));
    renameSync(tree.path('a.yaml~'), tree.path('a.yaml'));
    await watch.heard('a.yaml changed: 1 new  (2 failed)');
    writeFileSync(tree.path('.gitignore'), 'b/\n');
    await watch.heard('b/c/d.yaml removed: 1 gone  (1 failed)');
    rmSync(tree.path('a.yaml'));
    await watch.heard('a.yaml removed: 1 gone  (0 failed)');
  });

  it('tells of a document that is broken while one types', { timeout: 120_000 }, async () => {
    using tree = temporaryTree({ 'a.yaml': pod('web', '  hostPID: true\n') });
    const watch = await started(tree, ['.', '--only', 'host-pid']);
    writeFileSync(tree.path('a.yaml'), `${pod('web', '  hostPID: true\n')}---\nkind: [\n`);
    expect(await watch.heard('broken-document')).toContain('a.yaml changed: about the input: 1 new  (1 failed)\n');
  });

  it('judges by the configuration as it stands', { timeout: 120_000 }, async () => {
    using tree = temporaryTree({ 'a.yaml': pod('web', '  hostPID: true\n'), '.git/': '' });
    const watch = await started(tree, ['.']);
    writeFileSync(tree.path('seawall.yaml'), 'only: [host-ipc]\n');
    expect(await watch.heard('the configuration changed')).toMatch(/: \d+ gone {2}\(0 failed\)\n$/);
    writeFileSync(tree.path('seawall.yaml'), 'only: [host-x]\n');
    await vi.waitFor(() => expect(watch.written.stderr).toContain('seawall: '), PATIENCE);
    writeFileSync(tree.path('seawall.yaml'), 'only: [host-pid]\n');
    await watch.heard('the configuration changed: 1 new  (1 failed)');
  });

  it('writes other outputs anew, as a whole, and does not read them', { timeout: 120_000 }, async () => {
    using tree = temporaryTree({ 'a.yaml': pod('web') });
    const watch = await started(tree, ['.', '--only', 'host-pid', '-o', 'json', '-o', 'sarif=r.json'], {
      writeFile: writeFileSync,
    });
    expect(JSON.parse(watch.written.stdout)).toMatchObject({ coverage: { files: 1 } });
    watch.written.stdout = '';
    writeFileSync(tree.path('a.yaml'), pod('web', '  hostPID: true\n'));
    const said = await watch.heard('\n}\n');
    expect(JSON.parse(said)).toMatchObject({ coverage: { files: 1 }, counts: { failed: 1 } });
    expect(watch.written.stderr).toMatch(/ {2}a\.yaml changed: 1 new {2}\(1 failed\)\n$/);
  });

  it('clears a terminal', { timeout: 120_000 }, async () => {
    using tree = temporaryTree({ 'a.yaml': pod('web') });
    let text = '';
    const stdout = { write: (part: string) => void (text += part), isTerminal: true, columns: 100 };
    await started(tree, ['.', '--only', 'host-pid', '--color', 'never'], { stdout });
    text = '';
    writeFileSync(tree.path('a.yaml'), pod('web', '  hostPID: true\n'));
    await vi.waitFor(() => expect(text).toContain('Remove hostPID'), PATIENCE);
    expect(text.startsWith('\u001b[2J\u001b[3J\u001b[H')).toBe(true);
  });

  it('ends as a scan does when nobody reads it any more', { timeout: 120_000 }, async () => {
    using tree = temporaryTree({ 'a.yaml': pod('web', '  hostPID: true\n') });
    const failing = await started(tree, ['.', '--fail-on', 'low']);
    expect(await failing.end('unread')).toBe(1);
    const quiet = await started(tree, ['.']);
    expect(await quiet.end('unread')).toBe(0);
  });

  it.each([
    [['-'], '--watch cannot watch the standard input'],
    [['.', '--pod-security'], '--watch goes without --pod-security'],
    [[], 'there is nothing to scan'],
  ])('refuses %j', async (words, message) => {
    using tree = temporaryTree({});
    const surroundings = surroundingsInMemory({ workingDirectory: tree.root });
    expect(await run(['scan', '--watch', ...words], surroundings)).toBe(2);
    expect(surroundings.written.stderr).toContain(`seawall: ${message}\n`);
  });
});
