import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtCorpora } from './built-corpora.ts';

describe('builtCorpora', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(file: string, name: string): void {
    const source = `export const corpus = { name: '${name}', groupedBy: [], read: () => [], judge: () => ({}) };\n`;
    writeFileSync(join(folder, file), source);
  }

  it('finds those of this folder', async () => {
    expect((await builtCorpora(import.meta.dirname)).map(({ name }) => name)).toContain('posture');
  });

  it('takes one from each module that exports one, and loads no other', async () => {
    write('ports.ts', 'ports');
    write('images.ts', 'images');
    write('images.test.ts', 'images');
    writeFileSync(join(folder, 'table.ts'), "throw new Error('loaded');\n");
    writeFileSync(join(folder, 'README.md'), 'export const corpus\n');
    expect((await builtCorpora(folder)).map(({ name }) => name)).toEqual(['images', 'ports']);
  });

  it('refuses one under another name, and what is none', async () => {
    write('ports.ts', 'images');
    const path = join(folder, 'ports.ts');
    await expect(builtCorpora(folder)).rejects.toThrow(new Error(`${path} exports no corpus of its own name`));
    rmSync(path);
    writeFileSync(join(folder, 'hosts.ts'), "export const corpus = { name: 'hosts' };\n");
    await expect(builtCorpora(folder)).rejects.toThrow('hosts.ts exports no corpus of its own name');
  });
});
