import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtCorpora } from './built-corpora.ts';
import { countCases, notBuilt } from './not-built.ts';

describe('notBuilt', () => {
  it('lists no corpus that has a judge', async () => {
    const built = new Set((await builtCorpora(import.meta.dirname)).map(({ name }) => name));
    expect(notBuilt.filter(({ name }) => built.has(name))).toEqual([]);
  });
});

describe('countCases', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function count(name: string): number {
    const corpus = notBuilt.find((one) => one.name === name);
    if (corpus === undefined) throw new Error(`no corpus ${name}`);
    return countCases(folder, corpus);
  }

  it('adds the lines of all case files, and of no other file', () => {
    writeFileSync(join(folder, 'cases.jsonl'), '{}\n{}\n');
    writeFileSync(join(folder, 'values-cases.jsonl'), '{}\n{}\n{}');
    writeFileSync(join(folder, 'charts.jsonl'), '{}\n{}\n{}\n{}\n');
    expect(count('helm')).toBe(5);
    expect(count('network')).toBe(2);
  });

  it('counts compressed files and plain text', () => {
    writeFileSync(join(folder, 'cases.jsonl.gz'), gzipSync('{}\n{}\n{}\n'));
    writeFileSync(join(folder, 'deb.txt'), '1 < 2\n2 > 1\n');
    writeFileSync(join(folder, 'README.md'), 'one\ntwo\n');
    expect(count('rbac')).toBe(3);
    expect(count('versions')).toBe(2);
  });
});
