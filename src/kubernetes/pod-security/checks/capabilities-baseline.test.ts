import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { capabilitiesBaseline } from './capabilities-baseline.ts';

describe('capabilities_baseline', () => {
  it('names each capability once, in order, and each entry', () => {
    const pod = examplePod({
      spec: {
        containers: [
          exampleContainer('web', { capabilities: { add: ['NET_RAW', 'CHOWN', 'chown'] } }),
          exampleContainer('log'),
        ],
        ephemeralContainers: [exampleContainer('shell', { capabilities: { add: ['CAP_CHOWN', 'NET_RAW', 'ALL'] } })],
      },
    });
    expect(verdictLines(capabilitiesBaseline, pod)).toEqual([
      'non-default capabilities (containers "web", "shell" must not include "ALL", "CAP_CHOWN", "NET_RAW", "chown" in securityContext.capabilities.add)',
      'spec.containers[0].securityContext.capabilities.add[0]',
      'spec.containers[0].securityContext.capabilities.add[2]',
      'spec.ephemeralContainers[0].securityContext.capabilities.add[0]',
      'spec.ephemeralContainers[0].securityContext.capabilities.add[1]',
      'spec.ephemeralContainers[0].securityContext.capabilities.add[2]',
    ]);
    expect(forbiddenAt(capabilitiesBaseline, pod)).toEqual(minors(0));
  });

  it('lets the thirteen of container runtimes pass', () => {
    const add =
      'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT';
    const pod = examplePod({ containerSecurityContext: { capabilities: { add: add.split(' ') } } });
    expect(verdictLines(capabilitiesBaseline, pod)).toEqual([]);
  });
});
