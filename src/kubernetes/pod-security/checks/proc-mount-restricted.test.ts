import { describe, expect, it } from 'vitest';
import { examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { procMountRestricted } from './proc-mount-restricted.ts';

describe('procMount_restricted', () => {
  it('is there from 1.35 on, whatever the user namespace', () => {
    const pod = examplePod({ containerSecurityContext: { procMount: 'Unmasked' }, spec: { hostUsers: false } });
    expect(verdictLines(procMountRestricted, pod)).toEqual([
      'procMount (container "web" must not set securityContext.procMount to "Unmasked")',
      'spec.containers[0].securityContext.procMount',
    ]);
    expect(forbiddenAt(procMountRestricted, pod)).toEqual(minors(35));
  });
});
