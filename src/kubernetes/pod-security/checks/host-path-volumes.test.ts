import { describe, expect, it } from 'vitest';
import { examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { hostPathVolumes } from './host-path-volumes.ts';

describe('hostPathVolumes', () => {
  it('names the volumes', () => {
    const volumes = [
      { name: 'logs', hostPath: { path: '/var/log' } },
      { name: 'scratch', emptyDir: {} },
      { name: 'root', hostPath: {} },
    ];
    const pod = examplePod({ spec: { volumes } });
    expect(verdictLines(hostPathVolumes, pod)).toEqual([
      'hostPath volumes (volumes "logs", "root")',
      'spec.volumes[0].hostPath',
      'spec.volumes[2].hostPath',
    ]);
    expect(forbiddenAt(hostPathVolumes, pod)).toEqual(minors(0));
  });

  it('takes null for no path', () => {
    const volumes = [{ name: 'logs', hostPath: null }];
    expect(verdictLines(hostPathVolumes, examplePod({ spec: { volumes } }))).toEqual([]);
  });

  it('names one volume in the singular', () => {
    const volumes = [{ name: 'logs', hostPath: { path: '/var/log' } }];
    expect(verdictLines(hostPathVolumes, examplePod({ spec: { volumes } }))[0]).toBe(
      'hostPath volumes (volume "logs")',
    );
  });
});
