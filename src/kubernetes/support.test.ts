import { describe, expect, it } from 'vitest';
import { supportEnd } from './support.ts';
import { newestVersion } from './version.ts';

describe('supportEnd', () => {
  it('gives the day of a listed version', () => {
    expect(supportEnd({ major: 1, minor: 34 })).toBe('2026-10-27');
  });

  it('takes a version older than the list for as old as the oldest', () => {
    expect(supportEnd({ major: 1, minor: 9 })).toBe('2024-10-22');
  });

  it('does not know what comes after the list', () => {
    expect(supportEnd({ major: 1, minor: 99 })).toBeUndefined();
    expect(supportEnd({ major: 2, minor: 0 })).toBeUndefined();
    expect(supportEnd(newestVersion)).toBeDefined();
  });
});
