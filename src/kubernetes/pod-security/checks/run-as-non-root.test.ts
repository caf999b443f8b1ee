import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { runAsNonRoot } from './run-as-non-root.ts';

const unset = { runAsNonRoot: undefined };

describe('runAsNonRoot', () => {
  it('asks the pod or every container', () => {
    const pod = examplePod({
      podSecurityContext: unset,
      spec: {
        initContainers: [exampleContainer('setup', { runAsNonRoot: true })],
        ephemeralContainers: [{ name: 'shell' }],
      },
    });
    expect(verdictLines(runAsNonRoot, pod)).toEqual([
      'runAsNonRoot != true (pod or containers "web", "shell" must set securityContext.runAsNonRoot=true)',
      'spec.containers[0].securityContext.runAsNonRoot',
      'spec.ephemeralContainers[0].securityContext.runAsNonRoot',
    ]);
    const willing = examplePod({ podSecurityContext: unset, containerSecurityContext: { runAsNonRoot: true } });
    expect(verdictLines(runAsNonRoot, willing)).toEqual([]);
  });

  it('says who refuses before it says who is silent', () => {
    const pod = examplePod({
      podSecurityContext: { runAsNonRoot: false },
      spec: { initContainers: [exampleContainer('setup', { runAsNonRoot: false })] },
    });
    expect(verdictLines(runAsNonRoot, pod)).toEqual([
      'runAsNonRoot != true (pod and container "setup" must not set securityContext.runAsNonRoot=false)',
      'spec.securityContext.runAsNonRoot',
      'spec.initContainers[0].securityContext.runAsNonRoot',
    ]);
  });

  it('lets no container refuse what the pod asks for, nor the pod what all containers ask for', () => {
    const refusing = examplePod({ containerSecurityContext: { runAsNonRoot: false } });
    expect(verdictLines(runAsNonRoot, refusing)[0]).toBe(
      'runAsNonRoot != true (container "web" must not set securityContext.runAsNonRoot=false)',
    );
    const pod = examplePod({
      podSecurityContext: { runAsNonRoot: false },
      containerSecurityContext: { runAsNonRoot: true },
    });
    expect(verdictLines(runAsNonRoot, pod)[0]).toBe(
      'runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)',
    );
  });

  it('is relaxed from 1.35 on for a pod with a user namespace of its own, and for no other', () => {
    expect(forbiddenAt(runAsNonRoot, examplePod({ podSecurityContext: unset }))).toEqual(minors(0));
    const ownUsers = examplePod({ podSecurityContext: unset, spec: { hostUsers: false } });
    expect(forbiddenAt(runAsNonRoot, ownUsers)).toEqual(minors(0, 34));
    const hostUsers = examplePod({ podSecurityContext: unset, spec: { hostUsers: true } });
    expect(forbiddenAt(runAsNonRoot, hostUsers)).toEqual(minors(0));
  });

  it('holds for Windows pods at every version', () => {
    const pod = examplePod({ podSecurityContext: unset, spec: { os: { name: 'windows' } } });
    expect(forbiddenAt(runAsNonRoot, pod)).toEqual(minors(0));
  });
});
