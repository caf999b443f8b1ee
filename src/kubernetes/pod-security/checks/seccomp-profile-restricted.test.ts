import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { seccompProfileRestricted } from './seccomp-profile-restricted.ts';

const unset = { seccompProfile: undefined };
const localhost = { seccompProfile: { type: 'Localhost', localhostProfile: 'web.json' } };

describe('seccompProfile_restricted', () => {
  it('asks the pod or every container', () => {
    const pod = examplePod({
      podSecurityContext: unset,
      spec: {
        initContainers: [exampleContainer('setup', localhost)],
        ephemeralContainers: [exampleContainer('shell')],
      },
    });
    expect(verdictLines(seccompProfileRestricted, pod)).toEqual([
      'seccompProfile (pod or containers "web", "shell" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
      'spec.containers[0].securityContext.seccompProfile.type',
      'spec.ephemeralContainers[0].securityContext.seccompProfile.type',
    ]);
    expect(verdictLines(seccompProfileRestricted, examplePod({ podSecurityContext: localhost }))).toEqual([]);
  });

  it('says what is set wrong before what is not set', () => {
    const pod = examplePod({ podSecurityContext: { seccompProfile: { type: 'Unconfined' } } });
    expect(verdictLines(seccompProfileRestricted, pod)).toEqual([
      'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")',
      'spec.securityContext.seccompProfile.type',
    ]);
  });

  it('is there from 1.19 on, for Windows pods to 1.24', () => {
    expect(forbiddenAt(seccompProfileRestricted, examplePod({ podSecurityContext: unset }))).toEqual(minors(19));
    const onWindows = examplePod({ podSecurityContext: unset, spec: { os: { name: 'windows' } } });
    expect(forbiddenAt(seccompProfileRestricted, onWindows)).toEqual(minors(19, 24));
  });
});
