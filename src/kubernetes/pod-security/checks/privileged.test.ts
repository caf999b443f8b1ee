import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { privileged } from './privileged.ts';

describe('privileged', () => {
  it('reads every container, ephemeral ones too', () => {
    const pod = examplePod({
      containerSecurityContext: { privileged: false },
      spec: {
        initContainers: [exampleContainer('setup', { privileged: true })],
        ephemeralContainers: [exampleContainer('shell', { privileged: true })],
      },
    });
    expect(verdictLines(privileged, pod)).toEqual([
      'privileged (containers "setup", "shell" must not set securityContext.privileged=true)',
      'spec.initContainers[0].securityContext.privileged',
      'spec.ephemeralContainers[0].securityContext.privileged',
    ]);
    expect(forbiddenAt(privileged, pod)).toEqual(minors(0));
  });

  it('names one container in the singular', () => {
    expect(verdictLines(privileged, examplePod({ containerSecurityContext: { privileged: true } }))[0]).toBe(
      'privileged (container "web" must not set securityContext.privileged=true)',
    );
  });
});
