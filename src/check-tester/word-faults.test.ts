import { describe, expect, it } from 'vitest';
import type { Check, CheckExamples } from '../core/check.ts';
import { sampleExamples, sampleFile } from './sample-check.ts';
import { wordFaults } from './word-faults.ts';

function faults(
  check: Partial<Check>,
  examples: Partial<CheckExamples> = {},
  path = 'workload/sample-check.ts',
): string[] {
  const file = sampleFile(check, examples);
  return [...wordFaults(path, file.check, file.examples)];
}

const longId = `a${'-b'.repeat(28)}`;

describe('wordFaults', () => {
  it('finds nothing wrong with sound words', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<Check>, string]>([
    ['an id that is not the name of the file', { id: 'sample' }, 'the id is "sample", not the file\'s name'],
    ['an empty title', { title: '' }, 'title is empty'],
    ['a title with a full stop', { title: 'Pod shares.' }, 'title ends with a full stop'],
    ['a title on two lines', { title: 'Pod\nshares' }, 'title is not on one line, or has spaces around it'],
    ['an empty why', { why: ' ' }, 'why is empty'],
    ['a why without a full stop', { why: 'Whoever takes over' }, 'why does not end with a full stop'],
    ['an empty advice', { advice: '' }, 'advice is empty'],
    ['an advice without a full stop', { advice: 'Remove it' }, 'advice does not end with a full stop'],
    ['no message', { messages: {} }, 'it has no message'],
    ['an empty message', { messages: { shared: '' } }, 'message shared is empty'],
    ['a message with a full stop', { messages: { shared: 'it is.' } }, 'message shared ends with a full stop'],
    [
      'a message with spaces around it',
      { messages: { shared: 'is ' } },
      'message shared is not on one line, or has spaces around it',
    ],
    [
      'a fix with a full stop in its reason',
      { fix: { effect: 'safe', because: 'it is.', edits: () => {} } },
      'fix.because ends with a full stop',
    ],
  ])('finds %s', (_, change, fault) => {
    expect(faults(change)).toContain(fault);
  });

  it('finds look-ups that decide, without an unknown example', () => {
    const complete = sampleExamples.fail.map((example) => ({ ...example, complete: true }));
    const fault = 'it looks other objects up and has no unknown example';
    const { path, check, examples } = sampleFile({ reads: ['Secret'] }, { fail: complete });
    expect([...wordFaults(path, check, examples)]).toEqual([fault]);
    expect(faults({ reads: ['Secret'] })).toEqual([]);
  });

  it('finds a severity that there is not', () => {
    const file = sampleFile();
    Reflect.set(file.check, 'severity', 'grave');
    Reflect.set(file.check, 'messages', { shared: { text: 'is shared', severity: 'grave' } });
    expect([...wordFaults(file.path, file.check, file.examples)]).toEqual([
      'there is no severity "grave"',
      'message shared has no severity "grave"',
    ]);
  });

  it('finds a fix without its effect', () => {
    const file = sampleFile();
    Reflect.set(file.check, 'fix', { because: 'it is so', edits: () => {} });
    expect([...wordFaults(file.path, file.check, file.examples)]).toEqual(['the fix has no effect']);
  });

  it('finds an id that is too long', () => {
    expect(longId).toHaveLength(57);
    expect(faults({ id: longId }, {}, `workload/${longId}.ts`)).toEqual(['the id has 57 characters; the limit is 56']);
    const longest = longId.slice(0, -2);
    expect(faults({ id: longest }, {}, `workload/${longest}.ts`)).toEqual([]);
  });

  it('finds an id that is not of lower-case words', () => {
    expect(faults({ id: 'hostPID' }, {}, 'workload/hostPID.ts')).toEqual([
      'the id is not of lower-case words joined by hyphens',
    ]);
  });

  it('finds an area that there is not', () => {
    expect(faults({}, {}, 'pods/sample-check.ts')).toEqual(['there is no area "pods"']);
  });

  it('finds look-ups without an unknown example, unless the check fails on a partial scan', () => {
    const { yaml, at, message } = sampleExamples.fail[0] ?? { yaml: '', at: '', message: '' };
    const partial = { yaml, at, message };
    const whole = { ...partial, complete: true };
    const unknown = [{ yaml, missing: 'no Secret is among the inputs' }];
    const fault = 'it looks other objects up and has no unknown example';
    expect(faults({ reads: ['Secret'] }, { fail: [whole] })).toEqual([fault]);
    expect(faults({ reads: ['Secret'] }, { fail: [whole], unknown })).toEqual([]);
    expect(faults({ reads: ['Secret'] }, { fail: [whole, partial] })).toEqual([]);
    expect(faults({}, { fail: [whole] })).toEqual([]);
  });

  it('finds that there is no pass or no fail example', () => {
    expect(faults({}, { pass: [], fail: [] })).toEqual(['it has no pass example', 'it has no fail example']);
  });
});
