import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { capabilitiesRestricted } from './capabilities-restricted.ts';

describe('capabilities_restricted', () => {
  it('says both what is not dropped and what is added', () => {
    const pod = examplePod({
      spec: {
        initContainers: [exampleContainer('setup', { capabilities: { drop: ['all'] } })],
        containers: [
          exampleContainer('web', { capabilities: { drop: ['NET_RAW', 'ALL'], add: ['NET_BIND_SERVICE'] } }),
          exampleContainer('log', { capabilities: { drop: ['ALL'], add: ['SETUID', 'CHOWN'] } }),
        ],
        ephemeralContainers: [{ name: 'shell' }],
      },
    });
    expect(verdictLines(capabilitiesRestricted, pod)).toEqual([
      'unrestricted capabilities (containers "setup", "shell" must set securityContext.capabilities.drop=["ALL"]; ' +
        'container "log" must not include "CHOWN", "SETUID" in securityContext.capabilities.add)',
      'spec.initContainers[0].securityContext.capabilities.drop',
      'spec.ephemeralContainers[0].securityContext.capabilities.drop',
      'spec.containers[1].securityContext.capabilities.add[0]',
      'spec.containers[1].securityContext.capabilities.add[1]',
    ]);
  });

  it('says one thing where one is wrong', () => {
    const adding = examplePod({ containerSecurityContext: { capabilities: { drop: ['ALL'], add: ['KILL'] } } });
    expect(verdictLines(capabilitiesRestricted, adding)[0]).toBe(
      'unrestricted capabilities (container "web" must not include "KILL" in securityContext.capabilities.add)',
    );
    const keeping = examplePod({ containerSecurityContext: { capabilities: null } });
    expect(verdictLines(capabilitiesRestricted, keeping)[0]).toBe(
      'unrestricted capabilities (container "web" must set securityContext.capabilities.drop=["ALL"])',
    );
  });

  it('is there from 1.22 on, for Windows pods to 1.24', () => {
    const containerSecurityContext = { capabilities: {} };
    expect(forbiddenAt(capabilitiesRestricted, examplePod({ containerSecurityContext }))).toEqual(minors(22));
    const onWindows = examplePod({ containerSecurityContext, spec: { os: { name: 'windows' } } });
    expect(forbiddenAt(capabilitiesRestricted, onWindows)).toEqual(minors(22, 24));
  });
});
