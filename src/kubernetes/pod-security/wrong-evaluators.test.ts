import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { exampleContainer, examplePod, server } from './check-example.ts';
import { evaluatePod } from './evaluate.ts';
import { policyVersion } from './policy-version.ts';

/** Evaluators that are wrong in one of these ways still agree with all of Kubernetes' own test pods. */
function isAllowed(level: 'baseline' | 'restricted', minor: number, pod: JsonObject): boolean {
  return evaluatePod(level, policyVersion(minor), pod, { serverVersion: server(37) }).allowed;
}

const setting = (name: string) => examplePod({ podSecurityContext: { sysctls: [{ name, value: '1' }] } });

describe('an evaluator that agrees with the pods of Kubernetes, and is wrong', () => {
  it('does not see ephemeral containers', () => {
    for (const wrong of [
      { privileged: true },
      { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } },
      { procMount: 'Unmasked' },
      { seLinuxOptions: { user: 'system_u' } },
      { windowsOptions: { hostProcess: true } },
      { seccompProfile: { type: 'Unconfined' } },
      { appArmorProfile: { type: 'Unconfined' } },
    ]) {
      expect(
        isAllowed('baseline', 37, examplePod({ spec: { ephemeralContainers: [exampleContainer('shell', wrong)] } })),
      ).toBe(false);
    }
    const root = exampleContainer('shell', { runAsUser: 0 });
    expect(isAllowed('restricted', 37, examplePod({ spec: { ephemeralContainers: [root] } }))).toBe(false);
  });

  it('does not see AppArmor fields', () => {
    const unconfined = { appArmorProfile: { type: 'Unconfined' } };
    expect(isAllowed('baseline', 0, examplePod({ podSecurityContext: unconfined }))).toBe(false);
    expect(isAllowed('baseline', 37, examplePod({ containerSecurityContext: unconfined }))).toBe(false);
  });

  it('does not see hostProcess of the pod', () => {
    expect(
      isAllowed('baseline', 37, examplePod({ podSecurityContext: { windowsOptions: { hostProcess: true } } })),
    ).toBe(false);
  });

  it('does not relax runAsNonRoot and runAsUser for user namespaces, or does so at every version', () => {
    for (const podSecurityContext of [{ runAsNonRoot: false }, { runAsNonRoot: undefined }, { runAsUser: 0 }]) {
      const pod = examplePod({ podSecurityContext, spec: { hostUsers: false } });
      expect(isAllowed('restricted', 34, pod)).toBe(false);
      expect(isAllowed('restricted', 35, pod)).toBe(true);
      expect(isAllowed('restricted', 35, examplePod({ podSecurityContext }))).toBe(false);
    }
  });

  it('has the newest sysctls for every version', () => {
    for (const [name, from] of [
      ['net.ipv4.ip_local_reserved_ports', 27],
      ['net.ipv4.tcp_keepalive_time', 29],
      ['net.ipv4.tcp_rmem', 32],
      ['net.ipv4.tcp_notsent_lowat', 37],
    ] as const) {
      expect(isAllowed('baseline', from - 1, setting(name))).toBe(false);
      expect(isAllowed('baseline', from, setting(name))).toBe(true);
    }
  });

  it('has the newest SELinux types for every version', () => {
    const pod = examplePod({ containerSecurityContext: { seLinuxOptions: { type: 'container_engine_t' } } });
    expect(isAllowed('baseline', 30, pod)).toBe(false);
    expect(isAllowed('baseline', 31, pod)).toBe(true);
  });

  it('reads the hosts of probes at every version', () => {
    const pod = examplePod({ container: { readinessProbe: { tcpSocket: { port: 1, host: 'a.test' } } } });
    expect(isAllowed('baseline', 33, pod)).toBe(true);
    expect(isAllowed('baseline', 34, pod)).toBe(false);
  });

  it('asks Windows pods for no runAsNonRoot', () => {
    const pod = examplePod({ podSecurityContext: { runAsNonRoot: undefined }, spec: { os: { name: 'windows' } } });
    for (const minor of [24, 25, 37]) expect(isAllowed('restricted', minor, pod)).toBe(false);
  });
});
