import { describe, expect, it } from 'vitest';
import { server } from './check-example.ts';
import {
  defaultNamespacePolicy,
  formatLevelVersion,
  labelErrorText,
  type NamespacePolicy,
  podSecurityModes,
  policyOfLabels,
} from './namespace-labels.ts';
import { latestPolicyVersion, policyVersion } from './policy-version.ts';

type Labels = Readonly<Record<string, string>>;

function labelled(labels: Labels): Map<string, string> {
  return new Map(Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]));
}

/** `enforce audit warn`, as level:version. */
function policyText(labels: Labels, defaults?: NamespacePolicy, minor = 36): string {
  const { policy } = policyOfLabels(labelled(labels), defaults, server(minor));
  return podSecurityModes.map((mode) => formatLevelVersion(policy[mode])).join(' ');
}

describe('policyOfLabels', () => {
  it('is privileged without labels', () => {
    expect(policyOfLabels(new Map([['team', 'shop']]))).toEqual({ policy: defaultNamespacePolicy, errors: [] });
    expect(policyText({})).toBe('privileged:latest privileged:latest privileged:latest');
  });

  it('reads the levels and versions of the modes', () => {
    const labels = {
      enforce: 'baseline',
      'enforce-version': 'v1.30',
      audit: 'restricted',
      'audit-version': 'v1.31',
      warn: 'restricted',
      'warn-version': 'latest',
    };
    expect(policyText(labels)).toBe('baseline:v1.30 restricted:v1.31 restricted:latest');
  });

  it('takes the defaults of the server where there is no label', () => {
    const defaults = {
      enforce: { level: 'baseline', version: policyVersion(30) },
      audit: { level: 'restricted', version: policyVersion(31) },
      warn: { level: 'baseline', version: policyVersion(32) },
    } as const;
    expect(policyText({}, defaults)).toBe('baseline:v1.30 restricted:v1.31 baseline:v1.32');
    expect(policyText({ 'enforce-version': 'v1.33', audit: 'baseline' }, defaults)).toBe(
      'baseline:v1.33 baseline:v1.31 baseline:v1.32',
    );
    expect(policyText({ enforce: 'restricted' }, defaults)).toBe('restricted:v1.30 restricted:v1.31 restricted:v1.30');
    expect(policyText({ enforce: 'baseline' }, defaults)).toBe('baseline:v1.30 restricted:v1.31 baseline:v1.32');
    expect(policyText({ enforce: 'privileged' }, defaults)).toBe('privileged:v1.30 restricted:v1.31 baseline:v1.32');
  });

  it('warns of what is enforced if that is stricter and nothing else is asked for', () => {
    const enforced = { enforce: 'restricted', 'enforce-version': 'v1.30' };
    expect(policyText(enforced)).toBe('restricted:v1.30 privileged:latest restricted:v1.30');
    expect(policyText({ ...enforced, 'warn-version': 'v1.31' })).toBe(
      'restricted:v1.30 privileged:latest restricted:v1.31',
    );
    expect(policyText({ ...enforced, warn: 'privileged' })).toBe(
      'restricted:v1.30 privileged:latest privileged:latest',
    );
    expect(policyText({ ...enforced, warn: 'none' })).toBe('restricted:v1.30 privileged:latest privileged:latest');
    expect(policyText({ enforce: 'none' })).toBe('restricted:latest privileged:latest privileged:latest');
  });

  it('warns of what is enforced from server 1.26 on', () => {
    expect(policyText({ enforce: 'baseline' }, undefined, 26)).toBe(
      'baseline:latest privileged:latest baseline:latest',
    );
    expect(policyText({ enforce: 'baseline' }, undefined, 25)).toBe(
      'baseline:latest privileged:latest privileged:latest',
    );
  });

  it('falls back to restricted where it enforces, else to privileged, and to the latest version', () => {
    const labels = {
      enforce: 'Restricted',
      'enforce-version': '1.30',
      audit: '',
      'audit-version': 'v1.030',
      warn: 'a"b',
      'warn-version': 'v2.0',
    };
    const strict = { level: 'restricted', version: policyVersion(20) } as const;
    const defaults = { enforce: defaultNamespacePolicy.enforce, audit: strict, warn: strict };
    const { policy, errors } = policyOfLabels(labelled(labels), defaults);
    expect(policy).toEqual({
      enforce: { level: 'restricted', version: latestPolicyVersion },
      audit: { level: 'privileged', version: latestPolicyVersion },
      warn: { level: 'privileged', version: latestPolicyVersion },
    });
    const [levels, versions] = ['must be one of privileged, baseline, restricted', 'must be "latest" or "v1.x"'];
    expect(errors).toEqual(
      [
        ['enforce', 'Restricted', '"Restricted"', levels],
        ['enforce-version', '1.30', '"1.30"', versions],
        ['audit', '', '""', levels],
        ['audit-version', 'v1.030', '"v1.030"', versions],
        ['warn', 'a"b', '"a\\"b"', levels],
        ['warn-version', 'v2.0', '"v2.0"', versions],
      ].map(([key, value, quoted, must]) => ({
        label: `pod-security.kubernetes.io/${key}`,
        value,
        message: `metadata.labels[pod-security.kubernetes.io/${key}]: Invalid value: ${quoted}: ${must}`,
      })),
    );
  });
});

const error = (message: string) => ({ label: '', value: '', message });

describe('labelErrorText', () => {
  it('brackets several errors', () => {
    expect(labelErrorText([])).toBe('');
    expect(labelErrorText([error('a')])).toBe('a');
    expect(labelErrorText([error('a'), error('b'), error('a')])).toBe('[a, b]');
  });
});
