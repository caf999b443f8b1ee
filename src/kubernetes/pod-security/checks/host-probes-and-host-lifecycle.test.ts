import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { hostProbesAndHostLifecycle } from './host-probes-and-host-lifecycle.ts';

const get = (host?: string) => ({ httpGet: { port: 8080, host } });

describe('hostProbesAndHostLifecycle', () => {
  it('reads every probe and hook, and sorts containers and hosts', () => {
    const web = {
      livenessProbe: { ...get('b.test'), tcpSocket: { port: 1, host: 'a.test' } },
      readinessProbe: get('b.test'),
      startupProbe: { tcpSocket: { port: 1, host: '127.0.0.1' } },
      lifecycle: { postStart: get('c.test'), preStop: { tcpSocket: { port: 1, host: 'd.test' } } },
    };
    const setup = exampleContainer('setup', {}, { livenessProbe: get('b.test') });
    const pod = examplePod({ container: web, spec: { initContainers: [exampleContainer('zero', {}, web), setup] } });
    const fields = [
      'livenessProbe.httpGet.host',
      'livenessProbe.tcpSocket.host',
      'readinessProbe.httpGet.host',
      'startupProbe.tcpSocket.host',
      'lifecycle.postStart.httpGet.host',
      'lifecycle.preStop.tcpSocket.host',
    ];
    expect(verdictLines(hostProbesAndHostLifecycle, pod)).toEqual([
      'probe or lifecycle host (containers "setup", "web", "zero" use probe or lifecycle hosts ' +
        '"127.0.0.1", "a.test", "b.test", "c.test", "d.test")',
      ...fields.map((field) => `spec.initContainers[0].${field}`),
      'spec.initContainers[1].livenessProbe.httpGet.host',
      ...fields.map((field) => `spec.containers[0].${field}`),
    ]);
  });

  it('names one host in the singular, and is there from 1.34 on', () => {
    const pod = examplePod({ container: { livenessProbe: get('localhost') } });
    expect(verdictLines(hostProbesAndHostLifecycle, pod)[0]).toBe(
      'probe or lifecycle host (container "web" uses probe or lifecycle host "localhost")',
    );
    expect(forbiddenAt(hostProbesAndHostLifecycle, pod)).toEqual(minors(34));
  });

  it('takes an empty host for none', () => {
    const container = { livenessProbe: get(''), readinessProbe: get(), lifecycle: { preStop: { exec: {} } } };
    expect(verdictLines(hostProbesAndHostLifecycle, examplePod({ container }))).toEqual([]);
  });
});
