import { describe, expect, it } from 'vitest';
import { type CheckResult, renderResults, shortcomings } from './results.ts';

function result(id: string, killed: number, survived: number): CheckResult {
  const mutants = Array.from({ length: killed + survived }, (_, index) => ({
    mutant: { start: 7 + index, end: 8 + index, replacement: 'x', what: `deletes ${index + 1}` },
    fault: index < killed ? 'fail example 1: no verdict is fail' : undefined,
  }));
  return { id, file: `src/checks/workload/${id}.ts`, source: 'first\nsecond\n', broken: undefined, mutants };
}

const broken: CheckResult = { ...result('host-ipc', 0, 0), broken: 'its examples fail' };

describe('renderResults', () => {
  it('shows a row for each check and the survivors with their places', () => {
    expect(renderResults([result('host-pid', 2, 1), result('host-port', 10, 0)], false)).toBe(
      `check      mutants  killed      %
host-pid         3       2   66.6
host-port       10      10  100.0
all             13      12   92.3

src/checks/workload/host-pid.ts:2:4 deletes 3
`,
    );
  });

  it('shows every mutant if asked for', () => {
    expect(renderResults([result('host-pid', 1, 1)], true)).toBe(
      `check     mutants  killed     %
host-pid        2       1  50.0
all             2       1  50.0

src/checks/workload/host-pid.ts:2:2 deletes 1: killed by fail example 1: no verdict is fail
src/checks/workload/host-pid.ts:2:3 deletes 2: survived
`,
    );
  });

  it('shows no figures for a check that could not be judged', () => {
    expect(renderResults([broken, result('host-pid', 1, 0)], false)).toBe(
      'check     mutants  killed      %\nhost-ipc        -       -      -\nhost-pid        1       1  100.0\nall             1       1  100.0\n',
    );
  });

  it('shows no list where nothing survived', () => {
    expect(renderResults([result('host-pid', 1, 0)], false)).toBe(
      'check     mutants  killed      %\nhost-pid        1       1  100.0\nall             1       1  100.0\n',
    );
  });
});

describe('shortcomings', () => {
  it('has none at 95 % of all and 80 % of each', () => {
    expect(shortcomings([result('host-pid', 4, 1), result('host-port', 15, 0)])).toEqual([]);
    expect(shortcomings([])).toEqual([]);
  });

  it('names the checks below 80 %', () => {
    expect(shortcomings([result('host-pid', 79, 21), result('host-port', 1000, 0)])).toEqual([
      'host-pid: killed 79.0 %, less than 80 %',
    ]);
  });

  it('tells of less than 95 % of all', () => {
    expect(shortcomings([result('host-pid', 949, 51)])).toEqual(['all checks: killed 94.9 %, less than 95 %']);
  });

  it('tells of a check that could not be judged', () => {
    expect(shortcomings([broken])).toEqual(['host-ipc: its examples fail']);
  });
});
