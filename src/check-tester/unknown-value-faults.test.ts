import { describe, expect, it } from 'vitest';
import type { Inventory } from '../core/inventory.ts';
import { workload } from '../kubernetes/workload.ts';
import { checkThat, podWith, type SampleLogic, sampleCheck, sampleLogic } from './sample-check.ts';
import { unknownValueFaults } from './unknown-value-faults.ts';

function faults(yaml: string, evaluate: SampleLogic): string[] {
  return [...unknownValueFaults(checkThat(evaluate), { pass: [yaml], fail: [] })];
}

describe('unknownValueFaults', () => {
  it('finds nothing wrong with a check that reads the field, set or not', () => {
    const examples = { pass: [podWith('hostPID: true'), podWith('hostIPC: true')], fail: [] };
    expect([...unknownValueFaults(sampleCheck, examples)]).toEqual([]);
  });

  it('finds a check that takes a field that it looks for and does not read as set', () => {
    const found = faults(podWith('hostPID: true'), (judged, report) => {
      if ('hostIPC' in judged.pod) report.fail('shared', judged.at());
    });
    expect(found).toEqual([
      'pass example 1: with spec.hostIPC of Pod default/web unknown the verdict on Pod default/web is fail, not pass or unknown',
    ]);
  });

  it('finds a check that hides that it read an unknown value', () => {
    const found = faults(podWith('hostPID: true'), (judged, report, context) => {
      try {
        sampleLogic(judged, report, context);
      } catch {
        report.notApplicable();
      }
    });
    expect(found).toContain(
      'pass example 1: with spec.hostPID of Pod default/web unknown the verdict on Pod default/web is not-applicable, not fail or unknown',
    );
  });

  it('finds a check that throws something else', () => {
    const found = faults(podWith('hostPID: true'), (judged, report, context) => {
      try {
        sampleLogic(judged, report, context);
      } catch {
        throw new Error('no hostPID');
      }
    });
    expect(found).toContain('pass example 1: with spec.hostPID of Pod default/web unknown it throws: no hostPID');
  });

  it('finds a subject that cannot be listed without the value', () => {
    const named = {
      ...workload,
      *enumerate(inventory: Inventory) {
        for (const view of workload.enumerate(inventory)) if (view.podMetadata['name'] !== '') yield view;
      },
    };
    expect([
      ...unknownValueFaults(
        checkThat(() => {}, { on: named }),
        { pass: [podWith('hostPID: true')], fail: [] },
      ),
    ]).toContain(
      'pass example 1: with metadata of Pod default/web unknown it throws: metadata is not known: the example does not say',
    );
  });

  it('finds the same in an object that was looked up', () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\nimmutable: true\n';
    const found = faults(`${podWith('hostPID: false')}---\n${secret}`, (judged, report, { inventory }) => {
      const lookup = inventory.find('Secret', 'web', 'default');
      if (lookup.is === 'found' && !Object.hasOwn(lookup.item.content, 'data')) report.fail('shared', judged.at());
    });
    expect(found).toEqual([
      'pass example 1: with data of Secret default/web unknown the verdict on Pod default/web is pass, not fail or unknown',
    ]);
  });
});
