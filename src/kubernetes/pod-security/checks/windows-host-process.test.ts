import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { windowsHostProcess } from './windows-host-process.ts';

const hostProcess = { windowsOptions: { hostProcess: true } };

describe('windowsHostProcess', () => {
  it('reads the pod and every container', () => {
    const pod = examplePod({
      podSecurityContext: hostProcess,
      spec: { ephemeralContainers: [exampleContainer('shell', hostProcess)] },
    });
    expect(verdictLines(windowsHostProcess, pod)).toEqual([
      'hostProcess (pod and container "shell" must not set securityContext.windowsOptions.hostProcess=true)',
      'spec.securityContext.windowsOptions.hostProcess',
      'spec.ephemeralContainers[0].securityContext.windowsOptions.hostProcess',
    ]);
  });

  it('forbids it of the pod alone, at every version', () => {
    const pod = examplePod({ podSecurityContext: hostProcess });
    expect(verdictLines(windowsHostProcess, pod)[0]).toBe(
      'hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)',
    );
    expect(forbiddenAt(windowsHostProcess, pod)).toEqual(minors(0));
  });

  it('lets other Windows options pass', () => {
    const windowsOptions = { hostProcess: false, runAsUserName: 'ContainerUser' };
    expect(verdictLines(windowsHostProcess, examplePod({ podSecurityContext: { windowsOptions } }))).toEqual([]);
  });
});
