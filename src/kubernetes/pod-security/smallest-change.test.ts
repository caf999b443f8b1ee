import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { evaluatePod } from './evaluate.ts';
import { latestPolicyVersion } from './policy-version.ts';
import { applyChanges, type PodChange, smallestChange } from './smallest-change.ts';

function podOf(spec: JsonObject, annotations: JsonObject = {}): JsonObject {
  return { metadata: { name: 'web', annotations }, spec };
}

function changesTo(level: 'baseline' | 'restricted', spec: JsonObject, annotations?: JsonObject): readonly PodChange[] {
  return smallestChange(level, podOf(spec, annotations)).changes;
}

const restricted = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'web', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
};

describe('smallestChange', () => {
  it('is nothing where the level is met', () => {
    expect(smallestChange('restricted', podOf(restricted))).toEqual({ changes: [], open: [] });
  });

  it('takes out what baseline forbids, entry by entry', () => {
    const containers = [
      {
        name: 'web',
        ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }],
        securityContext: { privileged: true, capabilities: { add: ['NET_ADMIN', 'CHOWN', 'SYS_TIME'] } },
      },
    ];
    expect(changesTo('baseline', { hostPID: true, containers })).toEqual([
      { is: 'remove', path: ['spec', 'containers', 0, 'securityContext', 'capabilities', 'add', 0] },
      { is: 'remove', path: ['spec', 'containers', 0, 'securityContext', 'capabilities', 'add', 2] },
      { is: 'remove', path: ['spec', 'hostPID'] },
      { is: 'remove', path: ['spec', 'containers', 0, 'ports', 1, 'hostPort'] },
      { is: 'set', path: ['spec', 'containers', 0, 'securityContext', 'privileged'], value: false },
    ]);
  });

  it('says once for the pod what its containers only do not say', () => {
    const containers = ['a', 'b'].map((name) => ({ ...restricted.containers[0], name }));
    expect(changesTo('restricted', { containers })).toEqual([
      { is: 'set', path: ['spec', 'securityContext', 'runAsNonRoot'], value: true },
      { is: 'set', path: ['spec', 'securityContext', 'seccompProfile', 'type'], value: 'RuntimeDefault' },
    ]);
  });

  it('sets right what says the wrong thing, the pod as well as its containers', () => {
    const securityContext = { ...restricted.containers[0]?.securityContext, runAsNonRoot: false };
    const spec = {
      securityContext: { ...restricted.securityContext, runAsNonRoot: false },
      containers: [{ name: 'web', securityContext }],
    };
    expect(changesTo('restricted', spec)).toEqual([
      { is: 'set', path: ['spec', 'securityContext', 'runAsNonRoot'], value: true },
      { is: 'set', path: ['spec', 'containers', 0, 'securityContext', 'runAsNonRoot'], value: true },
    ]);
  });

  it('takes out the whole entry of a sysctl, and annotations that turn AppArmor off', () => {
    const sysctls = [
      { name: 'kernel.shm_rmid_forced', value: '1' },
      { name: 'kernel.msgmax', value: '1' },
    ];
    const annotation = 'container.apparmor.security.beta.kubernetes.io/web';
    const changes = changesTo(
      'baseline',
      { ...restricted, securityContext: { sysctls } },
      { [annotation]: 'unconfined' },
    );
    expect(changes).toEqual([
      { is: 'remove', path: ['metadata', 'annotations', annotation] },
      { is: 'remove', path: ['spec', 'securityContext', 'sysctls', 1] },
    ]);
  });

  it('leaves volumes that must come from elsewhere to a person', () => {
    const volumes = [{ name: 'logs', hostPath: { path: '/var/log' } }];
    const { changes, open } = smallestChange('baseline', podOf({ ...restricted, volumes }));
    expect(changes).toEqual([]);
    expect(open.map(({ check, detail }) => [check, detail])).toEqual([['hostPathVolumes', 'volume "logs"']]);
  });

  it('reaches the level but for what is open, on any pod', () => {
    const flag = fc.option(fc.boolean(), { nil: undefined });
    const securityContext = fc.record(
      {
        privileged: flag,
        runAsNonRoot: flag,
        runAsUser: fc.constantFrom(0, 1000),
        allowPrivilegeEscalation: flag,
        procMount: fc.constantFrom('Default', 'Unmasked'),
        seccompProfile: fc.record({ type: fc.constantFrom('Unconfined', 'RuntimeDefault', '') }),
        seLinuxOptions: fc.record({ type: fc.constantFrom('', 'spc_t'), user: fc.constantFrom('', 'sysadm_u') }),
        capabilities: fc.record({
          add: fc.array(fc.constantFrom('CHOWN', 'SYS_ADMIN', 'NET_BIND_SERVICE')),
          drop: fc.array(fc.constantFrom('ALL', 'CHOWN')),
        }),
      },
      { requiredKeys: [] },
    );
    const container = fc.record({ name: fc.constantFrom('a', 'b'), securityContext });
    const spec = fc.record(
      {
        hostNetwork: flag,
        hostPID: flag,
        securityContext,
        initContainers: fc.array(container, { maxLength: 2 }),
        containers: fc.array(container, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ['containers'] },
    );
    fc.assert(
      fc.property(spec, fc.constantFrom('baseline' as const, 'restricted' as const), (given, level) => {
        const pod = podOf(given);
        const before = structuredClone(pod);
        const { changes, open } = smallestChange(level, pod);
        const { violations } = evaluatePod(level, latestPolicyVersion, applyChanges(pod, changes));
        expect(violations).toEqual(open);
        expect(open).toEqual([]);
        expect(pod).toEqual(before);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
