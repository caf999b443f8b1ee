import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { procMount } from './proc-mount.ts';

const unmasked = { procMount: 'Unmasked' };

describe('procMount', () => {
  it('names containers and types', () => {
    const pod = examplePod({
      containerSecurityContext: unmasked,
      spec: { ephemeralContainers: [exampleContainer('shell', { procMount: 'Bare' })] },
    });
    expect(verdictLines(procMount, pod)).toEqual([
      'procMount (containers "web", "shell" must not set securityContext.procMount to "Bare", "Unmasked")',
      'spec.containers[0].securityContext.procMount',
      'spec.ephemeralContainers[0].securityContext.procMount',
    ]);
    expect(forbiddenAt(procMount, pod)).toEqual(minors(0));
  });

  it('is relaxed from 1.35 on for a pod with a user namespace of its own', () => {
    const pod = examplePod({ containerSecurityContext: unmasked, spec: { hostUsers: false } });
    expect(forbiddenAt(procMount, pod)).toEqual(minors(0, 34));
    const shared = examplePod({ containerSecurityContext: unmasked, spec: { hostUsers: true } });
    expect(forbiddenAt(procMount, shared)).toEqual(minors(0));
  });

  it('lets the default pass', () => {
    expect(verdictLines(procMount, examplePod({ containerSecurityContext: { procMount: 'Default' } }))).toEqual([]);
  });
});
