import { describe, expect, it } from 'vitest';
import { recordingView, UnknownValue, UnknownValueRead } from '../../core/unknown-value.ts';
import { examplePod, minors, server } from './check-example.ts';
import { evaluatePod } from './evaluate.ts';
import { latestPolicyVersion, policyVersion } from './policy-version.ts';

const wrong = examplePod({
  podSecurityContext: { runAsNonRoot: undefined, sysctls: [{ name: '', value: '1' }] },
  spec: { hostPID: true },
});

describe('evaluatePod', () => {
  it('gives every violation in order, and the text of the API server', () => {
    const { allowed, violations, text } = evaluatePod('restricted', policyVersion(34), wrong);
    expect(allowed).toBe(false);
    expect(violations).toEqual([
      {
        check: 'hostNamespaces',
        reason: 'host namespaces',
        detail: 'hostPID=true',
        locations: [['spec', 'hostPID']],
      },
      {
        check: 'sysctls',
        reason: 'forbidden sysctls',
        detail: '',
        locations: [['spec', 'securityContext', 'sysctls', 0, 'name']],
      },
      {
        check: 'runAsNonRoot',
        reason: 'runAsNonRoot != true',
        detail: 'pod or container "web" must set securityContext.runAsNonRoot=true',
        locations: [['spec', 'containers', 0, 'securityContext', 'runAsNonRoot']],
      },
    ]);
    expect(text).toBe(
      'violates PodSecurity "restricted:v1.34": host namespaces (hostPID=true), forbidden sysctls, ' +
        'runAsNonRoot != true (pod or container "web" must set securityContext.runAsNonRoot=true)',
    );
  });

  it('lets a pod pass that meets every level at every version', () => {
    for (const minor of minors(0)) {
      for (const level of ['privileged', 'baseline', 'restricted'] as const) {
        const evaluation = evaluatePod(level, policyVersion(minor), examplePod(), { serverVersion: server(37) });
        expect(evaluation).toEqual({ allowed: true, violations: [], text: '' });
      }
    }
  });

  it('forbids nothing at the privileged level', () => {
    expect(evaluatePod('privileged', latestPolicyVersion, wrong).allowed).toBe(true);
  });

  it('names the version that is asked for, and judges by the newest of the server', () => {
    const probing = examplePod({ container: { livenessProbe: { httpGet: { port: 1, host: 'a.test' } } } });
    const detail = 'probe or lifecycle host (container "web" uses probe or lifecycle host "a.test")';
    const textOn = (minor: number, version = latestPolicyVersion) =>
      evaluatePod('baseline', version, probing, { serverVersion: server(minor) }).text;
    expect(textOn(33)).toBe('');
    expect(textOn(34)).toBe(`violates PodSecurity "baseline:latest": ${detail}`);
    expect(textOn(33, policyVersion(34))).toBe('');
    expect(textOn(34, policyVersion(99))).toBe(`violates PodSecurity "baseline:v1.99": ${detail}`);
    expect(textOn(34, policyVersion(33))).toBe('');
  });

  it('takes the newest known server unless it is told of another', () => {
    const pod = examplePod({ podSecurityContext: { sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat', value: '1' }] } });
    expect(evaluatePod('baseline', latestPolicyVersion, pod).allowed).toBe(false);
    expect(evaluatePod('baseline', latestPolicyVersion, pod, { serverVersion: server(37) }).allowed).toBe(true);
  });

  it('judges a pod without containers, or without anything', () => {
    expect(evaluatePod('restricted', latestPolicyVersion, {}).allowed).toBe(true);
    expect(evaluatePod('restricted', latestPolicyVersion, { metadata: null, spec: [] }).allowed).toBe(true);
  });

  it('throws where a field that decides is not known', () => {
    const pod = recordingView(examplePod({ spec: { hostPID: new UnknownValue('no value') } }));
    expect(() => evaluatePod('baseline', latestPolicyVersion, pod)).toThrow(UnknownValueRead);
    const annotated = recordingView(examplePod({ annotations: { note: new UnknownValue('no value') } }));
    expect(evaluatePod('restricted', latestPolicyVersion, annotated).allowed).toBe(true);
  });
});
