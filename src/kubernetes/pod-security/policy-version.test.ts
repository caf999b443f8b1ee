import { describe, expect, it } from 'vitest';
import {
  effectiveMinor,
  latestPolicyVersion,
  parsePolicyVersion,
  policyVersion,
  serverMinorOf,
} from './policy-version.ts';

describe('parsePolicyVersion', () => {
  it('reads latest and v1 minors', () => {
    expect(parsePolicyVersion('latest')).toBe(latestPolicyVersion);
    expect(parsePolicyVersion('v1.0')).toEqual({ label: 'v1.0', minor: 0 });
    expect(parsePolicyVersion('v1.34')).toEqual(policyVersion(34));
  });

  it('keeps the label of numbers that do not fit', () => {
    expect(parsePolicyVersion('v1.9007199254740993')?.label).toBe('v1.9007199254740993');
    expect(parsePolicyVersion('v1.9223372036854775807')?.label).toBe('v1.9223372036854775807');
  });

  it.each([
    '',
    '1.34',
    'v1.034',
    'v1',
    'v1.',
    'v2.0',
    'v1.34.1',
    ' v1.34',
    'v1.34\n',
    'Latest',
    'v1.9223372036854775808',
  ])('refuses %j', (text) => {
    expect(parsePolicyVersion(text)).toBeUndefined();
  });
});

describe('serverMinorOf', () => {
  it('compares with versions of Kubernetes 1', () => {
    expect(serverMinorOf({ major: 1, minor: 34 })).toBe(34);
    expect(serverMinorOf({ major: 2, minor: 0 })).toBe(Infinity);
    expect(serverMinorOf({ major: 0, minor: 99 })).toBe(0);
  });
});

describe('effectiveMinor', () => {
  it('is the oldest of what is asked for, what the server has and what is known', () => {
    expect(effectiveMinor(policyVersion(24), 36)).toBe(24);
    expect(effectiveMinor(policyVersion(36), 34)).toBe(34);
    expect(effectiveMinor(latestPolicyVersion, 34)).toBe(34);
    expect(effectiveMinor(latestPolicyVersion, Infinity)).toBe(37);
  });
});
