import { describe, expect, it } from 'vitest';
import type { SubjectResult } from '../../core/report.ts';
import { byResource } from './by-resource.ts';
import { exampleFinding, exampleReport, exampleSubject } from './example-report.ts';
import { shownOf } from './shown.ts';

function pod(name: string, file: string, passed = 0): SubjectResult {
  const reference = { kind: 'Pod', namespace: 'shop', name };
  return exampleSubject(reference, file, [exampleFinding(reference, 'a', 'low', `${file}:1:1-2`)], { passed });
}

function headings(subjects: readonly SubjectResult[]): string[] {
  const report = exampleReport({ subjects });
  const lines = [...byResource(report, shownOf(report, 50), 40)].flat();
  const texts = lines.map((line) => line.map(({ text }) => text).join(''));
  return texts.filter((text) => /^\S|^ {2}Pod|^ {2}\d/.test(text));
}

describe('byResource', () => {
  it('names a file once for the subjects below it', () => {
    expect(headings([pod('one', 'a.yaml'), pod('two', 'a.yaml'), pod('three', 'b.yaml')])).toEqual([
      'a.yaml',
      '  Pod shop/one                  1 failed',
      '  Pod shop/two                  1 failed',
      'b.yaml',
      '  Pod shop/three                1 failed',
    ]);
  });

  it('leaves out subjects of which there is nothing to say', () => {
    const quiet = exampleSubject({ kind: 'Pod', namespace: 'shop', name: 'quiet' }, 'a.yaml', [], { passed: 9 });
    expect(headings([quiet, pod('one', 'b.yaml')])).toEqual(['b.yaml', '  Pod shop/one                  1 failed']);
  });

  it('names the inventory where there are several, and where there is no file', () => {
    const live = { ...pod('live', 'c.yaml'), inventory: 'production', location: undefined };
    expect(headings([pod('one', 'a.yaml'), live])).toEqual([
      'a.yaml in files',
      '  Pod shop/one                  1 failed',
      'production',
      '  Pod shop/live                 1 failed',
    ]);
  });

  it('puts the counts below a long name', () => {
    expect(headings([pod('a-rather-long-name', 'a.yaml', 12)])).toEqual([
      'a.yaml',
      '  Pod shop/a-rather-long-name',
      '  1 failed · 12 passed',
    ]);
  });
});
