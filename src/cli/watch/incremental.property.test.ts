import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateManifests } from '../../../bench/manifests.ts';
import { listExamples } from '../../check-tester/example.ts';
import { loadChecks } from '../../check-tester/load-checks.ts';
import { checks } from '../../checks/registry.generated.ts';
import type { ScanSettings } from '../../core/scan.ts';
import { frameworks } from '../../frameworks/registry.generated.ts';
import { newestVersion } from '../../kubernetes/version.ts';
import { type TemporaryTree, temporaryTree } from '../../sources/files/temporary-tree.ts';
import { everything, parseCompleteClaim } from '../complete-claim.ts';
import { createScanPair } from './scan-pair.ts';

/** The documents of every example of every check, and everyday manifests: each list belongs together. */
const groups = [
  ...(await loadChecks()).flatMap(({ examples }) =>
    listExamples(examples).map(({ setting }) => setting.yaml.split(/^---$/m).filter((text) => text.trim() !== '')),
  ),
  ...Array.from({ length: 20 }, (_, seed) =>
    generateManifests({ seed, count: 4, style: 'mixed' }).map(({ text }) => text),
  ),
];

const NAMES = ['a.yaml', 'b.yaml', 'c/a.yaml', 'c/b.yaml', 'c/d/a.yml', 'e.yaml', 'f/a.yaml', 'f/b.yaml', 'g.json'];
const WORDS = ['shop', 'web', 'default', 'kube-system', 'app', 'a', 'true', 'api', 'data', '2026-01-01T00:00:00Z'];
const name = fc.nat(NAMES.length - 1);
const number = fc.nat(1_000_000);

/** What may happen to a folder between two scans. */
const edit = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ does: fc.constant('lay'), group: fc.nat(groups.length - 1), at: name, joins: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('change'), at: name, word: number, by: number }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('remove'), at: name }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('move'), at: name, to: name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('break'), at: name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('comment'), at: name, check: fc.nat(checks.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('ignore'), at: name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('patch'), at: name }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('wait'), milliseconds: fc.nat(200 * 86_400_000) }) },
);
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

/** A folder that is edited, and the texts in it. */
interface World {
  readonly tree: TemporaryTree;
  readonly texts: Map<string, string>;
  now: number;
}

function nameAt(place: number): string {
  return NAMES[place % NAMES.length] ?? '';
}

function write({ tree, texts }: World, file: string, text: string): void {
  mkdirSync(dirname(tree.path(file)), { recursive: true });
  writeFileSync(tree.path(file), text);
  texts.set(file, text);
}

function apply(world: World, one: Edit): void {
  const { tree, texts } = world;
  if ('milliseconds' in one) {
    world.now += one.milliseconds;
    return;
  }
  const file = nameAt(one.at);
  const text = texts.get(file);
  if ('group' in one) {
    for (const [index, document] of (groups[one.group] ?? []).entries()) {
      write(world, nameAt(one.at + index), one.joins ? inShop(document) : document);
    }
  } else if (one.does === 'ignore') write(world, '.gitignore', `${file}\n`);
  else if (one.does === 'patch') write(world, 'kustomization.yaml', `patches: [{path: ${file}}]\n`);
  else if (text === undefined) return;
  else if ('word' in one) write(world, file, changed(text, one.word, WORDS[one.by % WORDS.length] ?? ''));
  else if ('to' in one) {
    const to = nameAt(one.to);
    mkdirSync(dirname(tree.path(to)), { recursive: true });
    renameSync(tree.path(file), tree.path(to));
    texts.delete(file);
    texts.set(to, text);
  } else if (one.does === 'remove') {
    rmSync(tree.path(file));
    texts.delete(file);
  } else if (one.does === 'break') write(world, file, `${text}\n---\nkind: [\n`);
  else if ('check' in one) write(world, file, `# seawall:ignore ${checks[one.check]?.id ?? ''} why\n${text}`);
}

/** The object in the namespace of most others; a namespace as that one. */
function inShop(text: string): string {
  const moved = text.replaceAll(/\bnamespace: [a-z-]+/g, 'namespace: shop');
  return /^kind: Namespace$/m.test(text) ? moved.replace(/\bname: [a-z-]+/, 'name: shop') : moved;
}

/** The text with one of its words written as another. */
function changed(text: string, word: number, by: string): string {
  const words = [...text.matchAll(/[A-Za-z0-9][\w.:/-]*/g)];
  const found = words[word % Math.max(words.length, 1)];
  if (found === undefined) return text;
  return text.slice(0, found.index) + by + text.slice(found.index + found[0].length);
}

const noon = Date.UTC(2026, 0, 1, 12);

/** Checks that each scan of an edited folder says what a fresh one says. */
function expectLikeFresh(edits: readonly Edit[], isComplete: boolean): void {
  using tree = temporaryTree({ '.git/': '' });
  const world: World = { tree, texts: new Map(), now: noon };
  const settings: ScanSettings = {
    checks,
    frameworks,
    assess: frameworks,
    isCheck: (id) => checks.some((check) => check.id === id),
    tool: { name: 'seawall', version: '1.2.3' },
    inputs: ['.'],
    targetVersion: newestVersion,
    now: noon,
  };
  const claims = isComplete ? [parseCompleteClaim(everything)] : [];
  const pair = createScanPair(tree.root, { claims, targetVersion: newestVersion });
  for (const one of edits) {
    apply(world, one);
    const { remembered, fresh } = pair.scan({ ...settings, now: world.now });
    expect(remembered).toBe(fresh);
  }
}

it('says after each edit what a fresh scan says, whatever is edited', { timeout: 120_000 }, () => {
  fc.assert(fc.property(fc.array(edit, { maxLength: 12, size: 'max' }), fc.boolean(), expectLikeFresh), {
    numRuns: 20,
  });
});
