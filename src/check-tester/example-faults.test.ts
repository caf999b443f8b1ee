import { describe, expect, it } from 'vitest';
import type { Check, CheckExamples } from '../core/check.ts';
import { integer } from '../core/parameter.ts';
import { exampleFaults } from './example-faults.ts';
import { checkThat, podWith, type SampleLogic, sampleCheck, sampleExamples } from './sample-check.ts';

const none: CheckExamples = { pass: [], fail: [] };
const good = podWith('hostPID: false');
const bad = podWith('hostPID: true');
const message = 'the pod shares the process table';

function faults(examples: Partial<CheckExamples>, check: Check = sampleCheck): string[] {
  return [...exampleFaults(check, { ...none, ...examples })];
}

const leavesOutOther = checkThat((judged, report) => {
  if (judged.reference.name === 'other') report.notApplicable();
});

const missesSecret = checkThat((_judged, report) => report.unknown({ what: 'no Secret is among the inputs' }));

const throwing = checkThat(() => {
  throw new Error('no such thing');
});

const writing = checkThat((judged) => void Object.assign(judged.resource.content, { seen: true }));

const needsSecrets = checkThat((_judged, report, { inventory }) => {
  const { missing } = inventory.select('Secret');
  if (missing !== undefined) report.unknown(missing);
});

const wantsSevenIn31: SampleLogic = (judged, report, { parameters, targetVersion }) => {
  const isFine = Reflect.get(parameters, 'maximum') === 7 && targetVersion.minor === 31;
  if (!isFine) report.fail('shared', judged.at());
};

describe('exampleFaults', () => {
  it('finds nothing wrong with sound examples', () => {
    expect(faults(sampleExamples)).toEqual([]);
  });

  it('finds a pass example that fails', () => {
    expect(faults({ pass: [good, bad] })).toEqual([
      `pass example 2: the verdict on workload Pod default/web is fail: ${message}`,
    ]);
  });

  it('finds a pass example of which one subject does not pass', () => {
    const yaml = `${good}---\n${good.replace('name: web', 'name: other')}`;
    expect(faults({ pass: [{ yaml }] }, leavesOutOther)).toEqual([
      'pass example 1: the verdict on workload Pod default/other is not-applicable',
    ]);
  });

  it('finds a not-applicable example that passes', () => {
    expect(faults({ notApplicable: [good] })).toEqual([
      'notApplicable example 1: the verdict on workload Pod default/web is pass',
    ]);
  });

  it('finds an example in which nothing is judged', () => {
    const yaml = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\n';
    expect(faults({ pass: [yaml] })).toEqual(['pass example 1: the check judges nothing in it']);
  });

  it('finds a fail example that does not fail', () => {
    expect(faults({ fail: [{ yaml: good, at: '6:12', message }] })).toEqual(['fail example 1: no verdict is fail']);
  });

  it('finds another position', () => {
    expect(faults({ fail: [{ yaml: bad, at: '6:3', message }] })).toEqual([
      'fail example 1: the findings are not at 6:3 but at 6:12',
    ]);
  });

  it('finds another message', () => {
    expect(faults({ fail: [{ yaml: bad, at: '6:12', message: 'is so' }] })).toEqual([
      `fail example 1: the findings do not say "is so" but "${message}"`,
    ]);
  });

  it('finds positions in another order, and one too many', () => {
    const yaml = `${bad}---\n${bad.replace('name: web', 'name: other')}`;
    expect(faults({ fail: [{ yaml, at: ['13:12', '6:12'], message: [message, message] }] })).toEqual([
      'fail example 1: the findings are not at 13:12, 6:12 but at 6:12, 13:12',
    ]);
    expect(faults({ fail: [{ yaml, at: '6:12', message }] })).toEqual([
      'fail example 1: the findings are not at 6:12 but at 6:12, 13:12',
      `fail example 1: the findings do not say "${message}" but "${message}", "${message}"`,
    ]);
  });

  it('finds an unknown example that is known, fails, or misses something else', () => {
    const missing = 'no ConfigMap is among the inputs';
    expect(faults({ unknown: [{ yaml: good, missing }] })).toEqual(['unknown example 1: no verdict is unknown']);
    expect(faults({ unknown: [{ yaml: bad, missing }] })).toEqual([
      `unknown example 1: the verdict on workload Pod default/web is fail: ${message}`,
      'unknown example 1: no verdict is unknown',
    ]);
    expect(faults({ unknown: [{ yaml: good, missing }] }, missesSecret)).toEqual([
      `unknown example 1: what is missing is not "${missing}" but "no Secret is among the inputs"`,
    ]);
    expect(faults({ unknown: [{ yaml: good, missing: 'no Secret is among the inputs' }] }, missesSecret)).toEqual([]);
  });

  it('finds a text that cannot be read whole', () => {
    expect(faults({ pass: [`${good}---\n{`] })).toEqual([expect.stringMatching(/^pass example 1: ./)]);
    expect(faults({ pass: [podWith('hostPID: true', 'hostPID: false')] })).toEqual([
      expect.stringMatching(/^pass example 1: .*hostPID/),
    ]);
  });

  it('finds a check that throws', () => {
    const [first] = faults({ pass: [good] }, throwing);
    expect(first).toBe('pass example 1: sample-check failed on Pod default/web: no such thing');
  });

  it('finds a check that changes its input', () => {
    const [first] = faults({ pass: [good] }, writing);
    expect(first).toBe(
      'pass example 1: sample-check failed on Pod default/web: Cannot add property seen, object is not extensible',
    );
  });

  it('passes on parameters and version, and finds those that are none', () => {
    const yaml = good;
    const check = checkThat(wantsSevenIn31, { parameters: { maximum: integer(1) } });
    expect(faults({ pass: [{ yaml, parameters: { maximum: 7 }, targetVersion: '1.31' }] }, check)).toEqual([]);
    expect(faults({ pass: [{ yaml, parameters: { maximum: '7', other: 1 }, targetVersion: 'new' }] }, check)).toEqual([
      'pass example 1: parameter maximum is none of the check, or of the wrong type',
      'pass example 1: parameter other is none of the check, or of the wrong type',
      'pass example 1: "new" is no Kubernetes version',
      `pass example 1: the verdict on workload Pod default/web is fail: ${message}`,
    ]);
  });

  it('takes a complete example as all there is', () => {
    expect(faults({ pass: [{ yaml: good, complete: true }] }, needsSecrets)).toEqual([]);
    expect(faults({ pass: [good] }, needsSecrets)).toEqual([
      'pass example 1: the verdict on workload Pod default/web is unknown: no Secret is among the inputs',
    ]);
  });
});
