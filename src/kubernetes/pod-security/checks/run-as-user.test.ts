import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { runAsUser } from './run-as-user.ts';

const root = { runAsUser: 0 };

describe('runAsUser', () => {
  it('reads the pod and every container', () => {
    const pod = examplePod({
      podSecurityContext: root,
      containerSecurityContext: { runAsUser: 1000 },
      spec: { ephemeralContainers: [exampleContainer('shell', root)] },
    });
    expect(verdictLines(runAsUser, pod)).toEqual([
      'runAsUser=0 (pod and container "shell" must not set runAsUser=0)',
      'spec.securityContext.runAsUser',
      'spec.ephemeralContainers[0].securityContext.runAsUser',
    ]);
  });

  it('is there from 1.23 on', () => {
    expect(forbiddenAt(runAsUser, examplePod({ containerSecurityContext: root }))).toEqual(minors(23));
  });

  it('is relaxed from 1.35 on for a pod with a user namespace of its own, and for no other', () => {
    const ownUsers = examplePod({ podSecurityContext: root, spec: { hostUsers: false } });
    expect(forbiddenAt(runAsUser, ownUsers)).toEqual(minors(23, 34));
    const hostUsers = examplePod({ podSecurityContext: root, spec: { hostUsers: true } });
    expect(forbiddenAt(runAsUser, hostUsers)).toEqual(minors(23));
  });

  it('asks for no user', () => {
    expect(verdictLines(runAsUser, examplePod())).toEqual([]);
    expect(verdictLines(runAsUser, examplePod({ podSecurityContext: { runAsUser: '0' } }))).toEqual([]);
  });
});
