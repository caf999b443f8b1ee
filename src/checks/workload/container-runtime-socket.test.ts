import { describe, expect, it } from 'vitest';
import { optionsOf, scanExample } from '../../check-tester/example-run.ts';
import containerRuntimeSocket from './container-runtime-socket.ts';
import hostPathSensitive from './host-path-sensitive.ts';
import hostPathVolume from './host-path-volume.ts';

const yaml = `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  containers:
    - name: agent
      image: registry.example/agent:0.9.0
  volumes:
    - name: runtime
      hostPath:
        path: /run
    - name: socket
      hostPath:
        path: /srv/docker.sock
    - name: settings
      hostPath:
        path: /etc/agent
    - name: data
      hostPath:
        path: /srv/data
`;

describe('the checks of host paths', () => {
  it('say of each volume the worst that is wrong with it', () => {
    const checks = [hostPathVolume, hostPathSensitive, containerRuntimeSocket];
    const report = scanExample({ yaml }, optionsOf(hostPathVolume, { yaml }, checks));
    const folded = report.folded.map(({ finding, covered }) => [
      finding.data['volume'],
      finding.check,
      covered.map(({ check }) => check),
    ]);
    expect(folded).toEqual([
      ['settings', 'host-path-sensitive', ['host-path-volume']],
      ['runtime', 'container-runtime-socket', ['host-path-sensitive', 'host-path-volume']],
      ['socket', 'container-runtime-socket', ['host-path-volume']],
      ['data', 'host-path-volume', []],
    ]);
  });
});
