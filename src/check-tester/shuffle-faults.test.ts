import { describe, expect, it } from 'vitest';
import type { Check } from '../core/check.ts';
import { checkThat, podWith, type SampleLogic, sampleCheck } from './sample-check.ts';
import { shuffleFaults } from './shuffle-faults.ts';

function podNamed(name: string): string {
  return podWith('hostPID: true').replace('name: web', `name: ${name}`);
}

function faults(yaml: string, check: Check): string[] {
  return [...shuffleFaults(check, { pass: [yaml], fail: [] })];
}

const failsTheFirst: SampleLogic = (judged, report, { inventory }) => {
  if (inventory.ofKind('Pod')[0] === judged.resource) report.fail('shared', judged.at());
};

const failsTheFirstBeforeThree: SampleLogic = (judged, report, context) => {
  if (context.inventory.ofKind('Pod')[1]?.name === 'three') failsTheFirst(judged, report, context);
};

describe('shuffleFaults', () => {
  it('finds a verdict that depends on the order', () => {
    expect(faults(`${podNamed('one')}---\n${podNamed('two')}`, checkThat(failsTheFirst))).toEqual([
      'pass example 1: another result with the documents in the order 2, 1',
    ]);
  });

  it('tries more than to reverse three documents', () => {
    const three = ['one', 'two', 'three'].map(podNamed).join('--- # next\n');
    expect(faults(three, checkThat(failsTheFirstBeforeThree))).toEqual([
      'pass example 1: another result with the documents in the order 2, 3, 1',
    ]);
  });

  it('finds nothing where positions alone move', () => {
    expect(faults(`# both\n---\n${podNamed('one')}---\n${podNamed('two')}`, sampleCheck)).toEqual([]);
  });

  it('leaves two definitions of one object in their order', () => {
    const yaml = `${podNamed('one')}---\n${podNamed('one').replace('hostPID: true', 'hostPID: false')}`;
    expect(faults(yaml, checkThat(failsTheFirst))).toEqual([]);
  });
});
