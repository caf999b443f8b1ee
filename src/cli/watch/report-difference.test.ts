import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Report } from '../../core/report.ts';
import { scan } from '../../core/scan.ts';
import { failingCheck, toyInputs, toyResource, toySettings } from '../../core/toy-world.ts';
import { isEmptyDifference, reportDifference } from './report-difference.ts';

/** A report in which a check fails on boxes of these names, each on its line. */
function reportOf(names: readonly string[], diagnostics: readonly Diagnostic[] = [], firstLine = 1): Report {
  const boxes = names.map((name, index) => toyResource(name, { line: firstLine + index }));
  return scan(toyInputs(boxes, { diagnostics }), toySettings([failingCheck('a', ['door'])]));
}

describe('the difference of reports', () => {
  it('has the findings that came, and how many went', () => {
    const difference = reportDifference(reportOf(['red', 'blue']), reportOf(['blue', 'green', 'grey']));
    expect(difference.newFindings.map(({ finding }) => finding.subject.name)).toEqual(['green', 'grey']);
    expect([difference.goneFindings, difference.newDiagnostics, difference.goneDiagnostics]).toEqual([1, [], 0]);
    expect(isEmptyDifference(difference)).toBe(false);
  });

  it('is none where lines moved', () => {
    expect(isEmptyDifference(reportDifference(reportOf(['red']), reportOf(['red'], [], 20)))).toBe(true);
  });

  it('counts what stands there several times', () => {
    const difference = reportDifference(reportOf(['red']), reportOf(['red', 'red', 'red']));
    expect([difference.newFindings.length, difference.goneFindings]).toEqual([2, 0]);
    expect(reportDifference(reportOf(['red', 'red', 'red']), reportOf(['red'])).goneFindings).toBe(2);
  });

  it('has diagnostics by what they say of which file, wherever in it', () => {
    const location = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
    const broken: Diagnostic = { code: 'broken-document', message: 'it ends', file: 'a.yaml', location };
    const moved = { ...broken, location: { ...location, line: 2 } };
    const other = { ...broken, file: 'b.yaml' };
    const difference = reportDifference(reportOf([], [broken]), reportOf([], [moved, other]));
    expect([difference.newDiagnostics, difference.goneDiagnostics]).toEqual([[other], 0]);
    expect(reportDifference(reportOf([], [broken]), reportOf([])).goneDiagnostics).toBe(1);
    expect(isEmptyDifference(reportDifference(reportOf([]), reportOf([], [broken])))).toBe(false);
  });
});
