import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Example, listExamples } from '../../check-tester/example.ts';
import { optionsOf } from '../../check-tester/example-run.ts';
import { loadChecks } from '../../check-tester/load-checks.ts';
import type { Check } from '../../core/check.ts';
import { temporaryTree } from '../../sources/files/temporary-tree.ts';
import { everything, parseCompleteClaim } from '../complete-claim.ts';
import { createScanPair } from './scan-pair.ts';

const loaded = await loadChecks();

describe('after any object of an example went or came back, and time went by, the memory says what a fresh scan says', () => {
  it.each(loaded.map((file) => [file.check.id, file] as const))('of %s', (_id, { check, examples }) => {
    for (const example of listExamples(examples)) expectLikeFresh(check, example);
  });
});

function expectLikeFresh(check: Check, { name, setting }: Example): void {
  const documents = setting.yaml.split(/^---$/m).filter((text) => text.trim() !== '');
  const files = documents.map((text, index) => [`${index}.yaml`, text] as const);
  using tree = temporaryTree({ '.git/': '', ...Object.fromEntries(files) });
  const options = optionsOf(check, setting);
  const pair = createScanPair(tree.root, {
    claims: setting.complete === true ? [parseCompleteClaim(everything)] : [],
    targetVersion: options.targetVersion,
  });
  const tool = { name: 'seawall', version: '1.2.3' };

  function compare(now = options.now): void {
    const settings = { ...options, now, frameworks: [], isCheck: () => true, tool, inputs: ['.'] };
    const { remembered, fresh } = pair.scan(settings);
    expect(remembered, name).toBe(fresh);
  }

  compare();
  compare(options.now + LONG);
  if (files.length === 1) return;
  for (const [file, text] of files) {
    rmSync(tree.path(file));
    compare();
    writeFileSync(tree.path(file), text);
    compare();
  }
}

/** A thousand days in milliseconds. */
const LONG = 1_000 * 86_400_000;
