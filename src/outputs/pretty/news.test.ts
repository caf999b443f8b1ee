import { describe, expect, it } from 'vitest';
import type { Report } from '../../core/report.ts';
import { scan } from '../../core/scan.ts';
import { exceptionAt, failingCheck, toyInputs, toyResource, toySettings } from '../../core/toy-world.ts';
import { type News, writeNews } from './news.ts';

/** What is written of news, in 60 columns. */
function written(report: Report, news: Partial<News>, all = false): string {
  let text = '';
  const sink = { columns: 60, color: false, links: false, absolutePath: (file: string) => file };
  const layout = { groupBy: 'resource', all } as const;
  writeNews(
    report,
    { findings: [], diagnostics: [], ...news },
    { ...sink, write: (part) => void (text += part) },
    layout,
  );
  return text;
}

const boxes = ['red', 'blue', 'green'].map((name, index) => toyResource(name, { line: index + 1 }));
const read = toyInputs(boxes, { exceptions: [exceptionAt('a', 3)] });
const report = scan(read, toySettings([failingCheck('a', ['door'])]));

describe('news', () => {
  it('are the new findings alone, below their subjects', () => {
    expect(written(report, { findings: report.folded.slice(1) })).toBe(`
toys.yaml
  Box attic/blue                                    1 failed

  MEDIUM    a                                              a
            is wrong
            toys.yaml:2:2
            fix     Play on.
`);
  });

  it('are what is new about the input', () => {
    expect(
      written(report, { diagnostics: [{ code: 'broken-document', message: 'it ends', file: 'toys.yaml' }] }),
    ).toBe(`
About the input · 1 error

  ERROR     it ends                          broken-document
            toys.yaml
`);
  });

  it('are nothing where nothing is new', () => {
    expect(written(report, {})).toBe('');
  });

  it('are no more than a person can read, unless all is asked for', () => {
    const many = Array.from({ length: 60 }, (_, index) => toyResource(`box-${index}`));
    const large = scan(toyInputs(many), toySettings([failingCheck('a', ['door'])]));
    expect(written(large, { findings: large.folded })).toMatch(/\n10 more: --all · 10 medium\n$/);
    expect(written(large, { findings: large.folded }, true).match(/is wrong/g)).toHaveLength(60);
  });
});
