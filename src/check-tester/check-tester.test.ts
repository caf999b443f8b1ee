import { describe, expect, it } from 'vitest';
import { faultsOf, firstFault } from './check-tester.ts';
import { sampleFile, sampleProject } from './sample-check.ts';

describe('faultsOf', () => {
  it('finds nothing wrong with a sound check', () => {
    const file = sampleFile();
    expect(faultsOf(file, sampleProject(file.check))).toEqual([]);
  });

  it('collects the faults of every assertion', () => {
    const file = sampleFile({ title: 'Shares.', severity: 'high' }, { pass: [] });
    expect(faultsOf(file, sampleProject(file.check))).toEqual([
      'title ends with a full stop',
      'it has no pass example',
      'the inventory gives it the severity low',
    ]);
  });

  it('makes a fault of an assertion that throws, and goes on', () => {
    const file = sampleFile();
    Reflect.deleteProperty(file.check, 'messages');
    const faults = faultsOf(file, sampleProject(file.check));
    expect(faults[0]).toBe('words: cannot be tested: Cannot convert undefined or null to object');
    expect(faults).toContain("lift: cannot be tested: Cannot read properties of undefined (reading 'shared')");
  });
});

describe('firstFault', () => {
  it('is undefined for a sound check', () => {
    const file = sampleFile();
    expect(firstFault(file, sampleProject(file.check))).toBeUndefined();
  });

  it('is the first of the faults', () => {
    const file = sampleFile({ title: '', why: '' });
    expect(firstFault(file, sampleProject(file.check))).toBe('title is empty');
  });
});
