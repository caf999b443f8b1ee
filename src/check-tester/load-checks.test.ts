import { describe, expect, it } from 'vitest';
import { checkFileOf, listCheckFiles, loadChecks } from './load-checks.ts';
import { sampleCheck, sampleExamples } from './sample-check.ts';

describe('loadChecks', () => {
  it('loads every check with its examples', async () => {
    const files = await loadChecks();
    expect(files.map(({ path }) => path)).toEqual(listCheckFiles());
    expect(files.find(({ path }) => path === 'workload/privileged-container.ts')?.check.id).toBe(
      'privileged-container',
    );
  });
});

describe('checkFileOf', () => {
  it('takes the default export and the examples', () => {
    expect(checkFileOf('workload/a.ts', { default: sampleCheck, examples: sampleExamples })).toEqual({
      path: 'workload/a.ts',
      check: sampleCheck,
      examples: sampleExamples,
    });
  });

  it('refuses a module without either', () => {
    expect(() => checkFileOf('workload/a.ts', { examples: sampleExamples })).toThrow(
      new Error('workload/a.ts exports no check by default'),
    );
    expect(() => checkFileOf('workload/a.ts', { default: sampleCheck })).toThrow(
      new Error('workload/a.ts exports no examples'),
    );
  });
});
