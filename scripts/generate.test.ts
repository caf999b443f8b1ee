import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Producer } from './generate/producer.ts';
import { generate } from './generate.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'generate-'));
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

const first: Producer = async () => [{ path: 'made/first.txt', text: 'one' }];
const second: Producer = async (from) => [
  { path: 'second.txt', text: `after ${await readFile(join(from, 'made/first.txt'), 'utf8')}` },
];

const page: Producer = async () => [{ path: 'docs/checks/here.md', text: 'a page' }];

it('writes the files that differ, each producer after the files of those before it', async () => {
  expect(await generate(root, [first, second], true)).toEqual(['made/first.txt', 'second.txt']);
  expect(await readFile(join(root, 'second.txt'), 'utf8')).toBe('after one');
  expect(await generate(root, [first, second], true)).toEqual([]);
});

it('names the files that differ and writes nothing when it only checks', async () => {
  expect(await generate(root, [first], false)).toEqual(['made/first.txt']);
  expect(await generate(root, [first], false)).toEqual(['made/first.txt']);
});

it('takes away pages that nothing makes any more', async () => {
  await mkdir(join(root, 'docs/checks'), { recursive: true });
  await writeFile(join(root, 'docs/checks/gone.md'), 'a page');
  expect(await generate(root, [page], false)).toEqual(['docs/checks/here.md', 'docs/checks/gone.md']);
  expect(await generate(root, [page], true)).toEqual(['docs/checks/here.md', 'docs/checks/gone.md']);
  expect(await generate(root, [page], false)).toEqual([]);
});
