import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { allowPrivilegeEscalation } from './allow-privilege-escalation.ts';

describe('allowPrivilegeEscalation', () => {
  it('asks every container for false, ephemeral ones too', () => {
    const pod = examplePod({
      spec: {
        initContainers: [exampleContainer('setup', { allowPrivilegeEscalation: true })],
        containers: [exampleContainer('web'), { name: 'log' }],
        ephemeralContainers: [exampleContainer('shell', { allowPrivilegeEscalation: null })],
      },
    });
    expect(verdictLines(allowPrivilegeEscalation, pod)).toEqual([
      'allowPrivilegeEscalation != false (containers "setup", "log", "shell" must set securityContext.allowPrivilegeEscalation=false)',
      'spec.initContainers[0].securityContext.allowPrivilegeEscalation',
      'spec.containers[1].securityContext.allowPrivilegeEscalation',
      'spec.ephemeralContainers[0].securityContext.allowPrivilegeEscalation',
    ]);
  });

  it('names one container in the singular', () => {
    const pod = examplePod({ containerSecurityContext: { allowPrivilegeEscalation: true } });
    expect(verdictLines(allowPrivilegeEscalation, pod)[0]).toBe(
      'allowPrivilegeEscalation != false (container "web" must set securityContext.allowPrivilegeEscalation=false)',
    );
  });

  it('is there from 1.8 on, for Windows pods to 1.24', () => {
    const containerSecurityContext = { allowPrivilegeEscalation: undefined };
    expect(forbiddenAt(allowPrivilegeEscalation, examplePod({ containerSecurityContext }))).toEqual(minors(8));
    const onWindows = examplePod({ containerSecurityContext, spec: { os: { name: 'windows' } } });
    expect(forbiddenAt(allowPrivilegeEscalation, onWindows)).toEqual(minors(8, 24));
    const onLinux = examplePod({ containerSecurityContext, spec: { os: { name: 'linux' } } });
    expect(forbiddenAt(allowPrivilegeEscalation, onLinux)).toEqual(minors(8));
  });
});
