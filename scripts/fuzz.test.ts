import { describe, expect, it } from 'vitest';
import { seededRandom } from '../bench/random.ts';
import { outputs } from '../src/outputs/registry.generated.ts';
import { type FuzzOptions, fuzz, textOf } from './fuzz/fuzz.ts';
import { mutate } from './fuzz/mutate.ts';
import { seedTexts } from './fuzz/seed-texts.ts';

const texts = await seedTexts(1);
const loaded = await Promise.all(Object.values(outputs).map((load) => load()));
const options: FuzzOptions = {
  seed: 1,
  executions: 2_000,
  first: 0,
  texts,
  outputs: loaded.map((module) => module.default),
  slowestAllowed: Number.POSITIVE_INFINITY,
};

describe('fuzzing', () => {
  it('finds nothing that must never be in two thousand damaged manifests', { timeout: 120_000 }, () => {
    const result = fuzz(options);
    expect(result.failures).toEqual([]);
    expect(result.executions).toBe(2_000);
  });

  it('tries texts of which some can be read and some cannot, and that are judged', () => {
    const { problems, findings } = fuzz({ ...options, seed: 2, executions: 200, outputs: [] });
    expect(problems.get('none')).toBeGreaterThan(20);
    expect(problems.get('broken-document')).toBeGreaterThan(20);
    expect(findings).toBeGreaterThan(50);
  });

  it('repeats itself: an execution depends on the seed and its number only', () => {
    const whole = fuzz({ ...options, executions: 40, outputs: [] });
    const parts = [0, 20].map((first) => fuzz({ ...options, first, executions: 20, outputs: [] }));
    expect(parts.reduce((sum, { findings }) => sum + findings, 0)).toBe(whole.findings);
    expect(textOf(options, seededRandom(7))).toBe(textOf(options, seededRandom(7)));
    expect(textOf(options, seededRandom(7))).not.toBe(textOf(options, seededRandom(8)));
  });

  it('reports what is wrong, with the text, and stops when much is', () => {
    const slow = fuzz({ ...options, executions: 100, outputs: [], slowestAllowed: -1 });
    expect(slow.executions).toBe(10);
    expect(slow.failures).toHaveLength(10);
    expect(slow.failures[0]?.faults[0]).toMatch(/^took \d+ ms$/);
    expect(slow.failures[3]?.execution).toBe(3);
    expect(slow.failures[3]?.text).not.toBe('');
  });

  it('notices an output that throws', () => {
    const output = {
      name: 'broken',
      title: 'Broken',
      write() {
        throw new Error('cannot write');
      },
    };
    const { failures } = fuzz({ ...options, outputs: [output], executions: 200 });
    expect(failures[0]?.faults[0]).toMatch(/^threw Error: cannot write\n/);
  });
});

describe('mutate', () => {
  it('changes most texts, and makes none endless', () => {
    const random = seededRandom(3);
    const mutated = Array.from({ length: 300 }, () => mutate('kind: Pod\nspec:\n  a: 1\n', random, 'other: text\n'));
    expect(mutated.filter((text) => text !== 'kind: Pod\nspec:\n  a: 1\n').length).toBeGreaterThan(200);
    expect(Math.max(...mutated.map((text) => text.length))).toBeLessThanOrEqual(20_000);
  });

  it('takes the empty text', () => {
    const random = seededRandom(3);
    expect(() => Array.from({ length: 300 }, () => mutate('', random, ''))).not.toThrow();
  });
});
