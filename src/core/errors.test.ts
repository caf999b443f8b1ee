import { describe, expect, it } from 'vitest';
import { diagnosticCodes, diagnosticLevel } from './errors.ts';

const errors = ['broken-document', 'unreadable-input', 'limit-reached', 'check-crashed'] as const;
const warnings = [
  'duplicate-key',
  'duplicate-object',
  'exception-unmatched',
  'exception-expired',
  'exception-invalid',
] as const;

describe('the diagnostic codes', () => {
  it('end the scan where something was not judged, and ask or tell otherwise', () => {
    expect(errors.map(diagnosticLevel)).toEqual(['error', 'error', 'error', 'error']);
    expect(warnings.map(diagnosticLevel)).toEqual(['warning', 'warning', 'warning', 'warning', 'warning']);
    expect(diagnosticLevel('not-covered')).toBe('note');
  });

  it('say what they mean in whole sentences', () => {
    for (const { means } of Object.values(diagnosticCodes)) expect(means).toMatch(/^[A-Z].*\.$/);
  });
});
