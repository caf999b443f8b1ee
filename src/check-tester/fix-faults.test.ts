import { describe, expect, it } from 'vitest';
import type { Check, FailingExample, Fix } from '../core/check.ts';
import { fixFaults } from './fix-faults.ts';
import { checkThat, podWith, sampleCheck } from './sample-check.ts';

const removes: Fix = { effect: 'safe', because: 'it is', edits: (edit, { at }) => edit.remove(at) };
const yaml = podWith('hostPID: true # why', 'hostname: web');
const fixed = podWith('hostname: web');

function faults(check: Partial<Check>, example: Partial<FailingExample>, others: readonly Check[] = []): string[] {
  const fixable = { ...sampleCheck, ...check };
  const fail = [{ yaml, at: '6:12', message: 'the pod shares the process table', ...example }];
  return [...fixFaults(fixable, { pass: [], fail }, [fixable, ...others])];
}

describe('fixFaults', () => {
  it('finds nothing wrong with the text that the fix makes', () => {
    expect(faults({ fix: removes }, { fixed })).toEqual([]);
  });

  it('applies the fix to every finding of an example', () => {
    const two = { yaml: `${yaml}---\n${yaml.replace('name: web', 'name: other')}` };
    const both = `${fixed}---\n${fixed.replace('name: web', 'name: other')}`;
    expect(faults({ fix: removes }, { ...two, fixed: both })).toEqual([]);
  });

  it('finds a fixed text without a fix, and a fix without a fixed text', () => {
    expect(faults({}, {})).toEqual([]);
    expect(faults({}, { fixed })).toEqual(['fail example 1: has a fixed text, and the check has no fix']);
    expect(faults({ fix: removes }, {})).toEqual(['fail example 1: has no fixed text, and the check has a fix']);
  });

  it('takes an example that the fix leaves alone, if it does so', () => {
    const idle: Fix = { ...removes, edits: () => {} };
    expect(faults({ fix: idle }, { unfixed: true })).toEqual([]);
    expect(faults({ fix: removes }, { unfixed: true })).toEqual([
      'fail example 1: is not left alone by the fix, which asks for 1 edits',
    ]);
    expect(faults({ fix: idle }, { unfixed: true, fixed })).toEqual([
      'fail example 1: has a fixed text, and says that it has none',
    ]);
    expect(faults({}, { unfixed: true })).toEqual(['fail example 1: has a fixed text, and the check has no fix']);
  });

  it('finds a fix that makes another text', () => {
    const sets: Fix = { ...removes, edits: (edit, { at }) => edit.set(at, false) };
    const made = podWith('hostPID: false # why', 'hostname: web');
    expect(faults({ fix: sets }, { fixed })).toEqual([
      `fail example 1: the fix makes another text: ${JSON.stringify(made)}`,
    ]);
  });

  it('finds a fix that removes no finding', () => {
    const idle: Fix = { ...removes, edits: () => {} };
    expect(faults({ fix: idle }, { fixed })).toEqual([
      'fail example 1: the fix cannot be applied: a fix leaves 1 of 1 findings',
    ]);
  });

  it('finds a fixed text that still fails, or cannot be read', () => {
    expect(faults({ fix: removes }, { fixed: yaml })).toContain(
      'fail example 1: the fixed text still fails: the pod shares the process table',
    );
    expect(faults({ fix: removes }, { fixed: `${fixed}{` })).toContainEqual(
      expect.stringMatching(/^fail example 1: the fixed text: ./),
    );
  });

  it('finds a fact that the fixed text adds, of this check or another', () => {
    const wantsPid = checkThat(
      (judged, report) => {
        if (judged.pod['hostPID'] === undefined) report.fail('shared', judged.at('hostPID'));
      },
      { id: 'wants-pid' },
    );
    expect(faults({ fix: removes }, { fixed }, [wantsPid])).toEqual([
      'fail example 1: the fixed text adds wants-pid: the pod shares the process table',
    ]);
    expect(faults({ fix: removes }, { fixed }, [{ ...wantsPid, optIn: true }])).toEqual([]);
  });

  it('finds a line that is changed without need', () => {
    const commented = yaml.replace('hostname: web', 'hostname: web # here');
    expect(faults({ fix: removes }, { yaml: commented, fixed })).toEqual([
      `fail example 1: the fix makes another text: ${JSON.stringify(commented.replace('  hostPID: true # why\n', ''))}`,
      'fail example 1: line 7, "  hostname: web # here", meets line 6 of the fixed text, "  hostname: web", and no field of them differs',
    ]);
  });
});
