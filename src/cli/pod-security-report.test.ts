import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from '../kubernetes/inventory-of-objects.ts';
import { newestVersion } from '../kubernetes/version.ts';
import { levelsText, workloadLevels } from './pod-security-report.ts';

function podWith(name: string, spec: object): Record<string, unknown> {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec };
}

const restrictedContainer = {
  name: 'web',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};
const restrictedContext = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };

describe('workloadLevels', () => {
  it('tells the level of each workload and the way to the levels it misses', () => {
    const inventory = inventoryOfObjects([
      podWith('good', { securityContext: restrictedContext, containers: [restrictedContainer] }),
      podWith('bad', { hostPID: true, securityContext: restrictedContext, containers: [restrictedContainer] }),
      podWith('unset', { securityContext: restrictedContext, containers: [{ name: 'web' }] }),
      podWith('hidden', { hostPID: new UnknownValue('redacted'), containers: [restrictedContainer] }),
    ]);
    expect(
      levelsText(workloadLevels(inventory, newestVersion), newestVersion),
    ).toBe(`LEVEL       WORKLOAD            FILE
restricted  Pod default/good
privileged  Pod default/bad
baseline    Pod default/unset
unknown     Pod default/hidden

Pod default/bad reaches baseline with:
    remove spec.hostPID
Pod default/bad reaches restricted with:
    remove spec.hostPID
Pod default/unset reaches restricted with:
    set spec.containers[0].securityContext.allowPrivilegeEscalation to false
    set spec.containers[0].securityContext.capabilities.drop to ["ALL"]
Pod default/hidden: spec.hostPID is not known: redacted

4 workloads: 1 restricted · 1 baseline · 1 privileged · 1 unknown. Pod Security Standards of Kubernetes 1.36.
`);
  });

  it('says what is left to a person', () => {
    const volumes = [{ name: 'logs', hostPath: { path: '/var/log' } }];
    const spec = { securityContext: restrictedContext, containers: [restrictedContainer], volumes };
    const [level] = workloadLevels(inventoryOfObjects([podWith('logs', spec)]), newestVersion);
    expect(level?.steps).toEqual([
      { level: 'baseline', changes: [], open: ['hostPath volumes (volume "logs")'] },
      {
        level: 'restricted',
        changes: [],
        open: ['restricted volume types (volume "logs" uses restricted volume type "hostPath")'],
      },
    ]);
  });

  it('says so where there is none', () => {
    expect(levelsText([], newestVersion)).toBe('No workloads are among the inputs.\n');
  });
});
