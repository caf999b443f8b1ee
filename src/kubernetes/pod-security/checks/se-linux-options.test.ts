import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { seLinuxOptions } from './se-linux-options.ts';

const options = (fields: object) => ({ seLinuxOptions: fields });

describe('seLinuxOptions', () => {
  it('says who sets what', () => {
    const pod = examplePod({
      podSecurityContext: options({ type: 'spc_t', user: 'system_u' }),
      containerSecurityContext: options({ level: 's0:c1,c2' }),
      spec: { ephemeralContainers: [exampleContainer('shell', options({ type: 'init_t', role: 'sysadm_r' }))] },
    });
    expect(verdictLines(seLinuxOptions, pod)).toEqual([
      'seLinuxOptions (pod and container "shell" set forbidden securityContext.seLinuxOptions: ' +
        'types "init_t", "spc_t"; user may not be set; role may not be set)',
      'spec.securityContext.seLinuxOptions.type',
      'spec.securityContext.seLinuxOptions.user',
      'spec.ephemeralContainers[0].securityContext.seLinuxOptions.type',
      'spec.ephemeralContainers[0].securityContext.seLinuxOptions.role',
    ]);
    expect(forbiddenAt(seLinuxOptions, pod)).toEqual(minors(0));
  });

  it('names one type in the singular, and a role alone', () => {
    const typed = examplePod({ containerSecurityContext: options({ type: 'spc_t' }) });
    expect(verdictLines(seLinuxOptions, typed)[0]).toBe(
      'seLinuxOptions (container "web" set forbidden securityContext.seLinuxOptions: type "spc_t")',
    );
    const withRole = examplePod({ podSecurityContext: options({ role: 'sysadm_r' }) });
    expect(verdictLines(seLinuxOptions, withRole)[0]).toBe(
      'seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: role may not be set)',
    );
  });

  it('lets the types of containers pass, that of engines from 1.31 on', () => {
    for (const type of ['', 'container_t', 'container_init_t', 'container_kvm_t']) {
      expect(forbiddenAt(seLinuxOptions, examplePod({ podSecurityContext: options({ type }) }))).toEqual([]);
    }
    const engine = examplePod({ podSecurityContext: options({ type: 'container_engine_t' }) });
    expect(forbiddenAt(seLinuxOptions, engine)).toEqual(minors(0, 30));
  });
});
