import { describe, expect, it } from 'vitest';
import type { Control } from '../../core/framework.ts';
import { type CheckEvidence, type FrameworkResult, frameworkResult } from '../../core/framework-results.ts';
import { toyControl, toyFramework } from '../../core/toy-world.ts';
import { assessedReport, fullReport } from '../contract-reports.ts';
import { frameworkBlocks, frameworkTotals } from './framework-lines.ts';
import { type Line, measure } from './layout.ts';

function textOf(lines: Iterable<Line>): string[] {
  return [...lines].map((line) =>
    line
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  );
}

/** A framework of controls that wait for inputs and nothing else. */
function waiting(ids: readonly string[]): FrameworkResult {
  const controls = ids.map(
    (id): Control => ({
      id,
      name: `name of ${id}`,
      answeredBy: 'node inventory',
      inputs: ['PKI files'],
      answers: 'whole',
      reason: 'It is seen.',
    }),
  );
  const framework = { id: 'files', name: 'Files', title: 'Rules of files', label: (id: string) => id, controls };
  return frameworkResult(framework, {
    evidence: { note() {}, move() {}, of: () => undefined },
    isCheck: () => true,
    unread: [],
  });
}

describe('frameworkBlocks', () => {
  it('shows what failed first, each row with what it rests on', () => {
    const blocks = [...frameworkBlocks(assessedReport(), 80, 50)];
    expect(blocks.map(textOf)).toEqual([
      ['Rules of the house'],
      [
        '  FAIL      name of 1.1                                                      1.1',
        '            1 by privileged-container: Deployment shop/api',
        '  UNKNOWN   name of 1.3                                                      1.3',
        '            no image (1 subject)',
        '  UNKNOWN   name of 2.1                                                      2.1',
        '            not among the inputs: PKI files, kubelet configuration',
        '  MANUAL    name of 2.2                                                      2.2',
        '            by hand Look at it.',
        '  PASS      name of 1.2                                                      1.2',
        '            with exceptions: host-pid on Pod shop/web (debugging)',
        '  N/A       name of 1.4                                                      1.4',
      ],
    ]);
  });

  it('joins the controls that wait for the same input', () => {
    const ids = Array.from({ length: 10 }, (_, index) => `1.${index + 1}`);
    const [, rows] = [...frameworkBlocks({ ...fullReport(), frameworks: [waiting(ids)] }, 80, 50)];
    expect(textOf(rows ?? [])).toEqual([
      '  UNKNOWN   10 controls: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8 and 2 more',
      '            not among the inputs: PKI files',
    ]);
  });

  it('leaves rows out from the end, and says how many', () => {
    const blocks = [...frameworkBlocks(assessedReport(), 80, 4)].map(textOf);
    expect(blocks[1]?.filter((line) => /^ {2}\w/.test(line)).map((line) => line.slice(2, 9).trim())).toEqual([
      'FAIL',
      'UNKNOWN',
      'UNKNOWN',
      'MANUAL',
    ]);
    expect(blocks[2]).toEqual(['            2 more rows: --all']);
  });

  it('names the first few subjects, and tells an accepted one whose finding is not shown', () => {
    const report = assessedReport();
    const [first] = report.subjects;
    if (first === undefined) throw new Error('the report has no subject');
    const subjects = Array.from({ length: 6 }, () => ({ ...first, findings: [] }));
    const failed = [0, 1, 2, 3, 4];
    const page: CheckEvidence = {
      check: 'lid',
      failed,
      accepted: [],
      unknown: [],
      skipped: [],
      passed: 0,
      notApplicable: 0,
    };
    const pages = new Map<string, CheckEvidence>([
      ['lid', page],
      ['lock', { ...page, check: 'lock', failed: [], accepted: [5] }],
    ]);
    const framework = toyFramework([toyControl('1', ['lid']), toyControl('2', ['lock'])]);
    const evidence = { note() {}, move() {}, of: (check: string) => pages.get(check) };
    const result = frameworkResult(framework, { evidence, isCheck: () => true, unread: [] });
    const [, rows] = [...frameworkBlocks({ ...report, subjects, frameworks: [result] }, 100, 50)];
    expect(textOf(rows ?? []).filter((line) => line.startsWith('            '))).toEqual([
      '            5 by lid: Deployment shop/api, Deployment shop/api, Deployment shop/api and 2 more',
      '            with exceptions: lock on Deployment shop/api',
    ]);
  });

  it('is silent without a framework', () => {
    expect([...frameworkBlocks(fullReport(), 80, 50)]).toEqual([]);
  });

  it.each([40, 60, 80])('draws no line wider than %i columns', (columns) => {
    const lines = textOf([...frameworkBlocks(assessedReport(), columns, 50)].flat());
    expect(lines.filter((line) => measure(line) > columns)).toEqual([]);
  });
});

describe('frameworkTotals', () => {
  it('sums up a framework in a line', () => {
    expect(textOf(frameworkTotals(assessedReport(), 120))).toEqual([
      'House: 1 pass (1 with exceptions), 1 fail, 2 unknown, 1 manual, 1 not applicable (of 6)',
    ]);
  });

  it('says nothing of exceptions where there are none', () => {
    expect(textOf(frameworkTotals({ ...fullReport(), frameworks: [waiting(['1'])] }, 120))).toEqual([
      'Files: 0 pass, 0 fail, 1 unknown, 0 manual, 0 not applicable (of 1)',
    ]);
  });
});
