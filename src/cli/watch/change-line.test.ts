import { describe, expect, it } from 'vitest';
import { scan } from '../../core/scan.ts';
import { failingCheck, toyInputs, toyResource, toySettings } from '../../core/toy-world.ts';
import { changeLine, fileChangesText } from './change-line.ts';
import type { ReportDifference } from './report-difference.ts';

const report = scan(toyInputs([toyResource('red')]), toySettings([failingCheck('a', ['door'])]));
const none: ReportDifference = { newFindings: [], goneFindings: 0, newDiagnostics: [], goneDiagnostics: 0 };
const diagnostic = { code: 'broken-document', message: 'it ends' } as const;
const afternoon = new Date(2026, 10, 21, 14, 3, 22).getTime();

describe('the line of a change', () => {
  it.each([
    ['nothing new', none],
    ['1 new', { ...none, newFindings: report.folded }],
    ['2 gone', { ...none, goneFindings: 2 }],
    ['1 new, 3 gone', { ...none, newFindings: report.folded, goneFindings: 3 }],
    ['about the input: 1 new', { ...none, newDiagnostics: [diagnostic] }],
    [
      '1 gone; about the input: 1 new, 2 gone',
      { newFindings: [], goneFindings: 1, newDiagnostics: [diagnostic], goneDiagnostics: 2 },
    ],
  ])('says %s', (text, difference) => {
    const said = changeLine('a.yaml changed', difference, report, afternoon);
    expect(said).toBe(`14:03:22  a.yaml changed: ${text}  (1 failed)`);
  });
});

describe('the text of changed files', () => {
  it.each([
    [{}, undefined],
    [{ changed: ['deploy/api.yaml'] }, 'deploy/api.yaml changed'],
    [{ added: ['a.yaml'], removed: ['b.yaml', 'c.yaml', 'd.yaml'] }, 'a.yaml added, b.yaml and 2 more removed'],
    [{ changed: ['x\u001b[2J.yaml'] }, 'x␛[2J.yaml changed'],
  ])('of %j is %j', (parts, text) => {
    expect(fileChangesText({ added: [], changed: [], removed: [], ...parts })).toBe(text);
  });
});
