import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCaseLines } from './case-files.ts';

describe('readCaseLines', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seawall-agreement-test-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads the objects of a plain file, and skips lines without any', () => {
    writeFileSync(join(folder, 'cases.jsonl'), '{"id":"a"}\n\r\n{"id":"b"}\r\n');
    const path = join(folder, 'cases.jsonl');
    expect(readCaseLines(folder, 'cases')).toEqual([
      { content: { id: 'a' }, at: `${path}:1` },
      { content: { id: 'b' }, at: `${path}:3` },
    ]);
  });

  it('reads a compressed file where there is no plain one', () => {
    writeFileSync(join(folder, 'cases.jsonl.gz'), gzipSync('{"id":"ä"}\n'));
    expect(readCaseLines(folder, 'cases').map(({ content }) => content)).toEqual([{ id: 'ä' }]);
  });

  it('names the line that is no JSON object', () => {
    const path = join(folder, 'cases.jsonl');
    writeFileSync(path, '{"id":"a"}\n{"id"\n');
    expect(() => readCaseLines(folder, 'cases')).toThrow(new Error(`${path}:2: the line is no JSON`));
    writeFileSync(path, '["a"]\n');
    expect(() => readCaseLines(folder, 'cases')).toThrow(new Error(`${path}:1: the line is no JSON object`));
  });

  it('names the file that is missing or damaged', () => {
    const path = join(folder, 'cases.jsonl.gz');
    expect(() => readCaseLines(folder, 'cases')).toThrow(`${path} cannot be read: ENOENT`);
    writeFileSync(path, 'not compressed');
    expect(() => readCaseLines(folder, 'cases')).toThrow(new Error(`${path} cannot be read: incorrect header check`));
  });
});
