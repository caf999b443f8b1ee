import { describe, expect, it } from 'vitest';
import { exampleContainer, examplePod, forbiddenAt, minors, server, verdictLines } from '../check-example.ts';
import { newestPolicyMinor } from '../policy-version.ts';
import { hostPorts } from './host-ports.ts';

const ports = (...numbers: number[]) => ({ ports: numbers.map((hostPort) => ({ containerPort: 8080, hostPort })) });

describe('hostPorts', () => {
  it('names the ports once, sorted as texts', () => {
    const pod = examplePod({
      spec: {
        initContainers: [exampleContainer('setup', {}, ports(9000, 80))],
        containers: [exampleContainer('web', {}, ports(0)), exampleContainer('log', {}, ports(443, 80))],
      },
    });
    expect(verdictLines(hostPorts, pod)).toEqual([
      'hostPort (containers "setup", "log" use hostPorts 443, 80, 9000)',
      'spec.initContainers[0].ports[0].hostPort',
      'spec.initContainers[0].ports[1].hostPort',
      'spec.containers[1].ports[0].hostPort',
      'spec.containers[1].ports[1].hostPort',
    ]);
    expect(forbiddenAt(hostPorts, pod)).toEqual(minors(0));
  });

  it('names one port of one container in the singular', () => {
    expect(verdictLines(hostPorts, examplePod({ container: ports(80) }))[0]).toBe(
      'hostPort (container "web" uses hostPort 80)',
    );
  });

  it('counts the ports of a pod in the network of its node', () => {
    const web = { ports: [{ containerPort: 8080 }, { containerPort: 8443, hostPort: 443 }, { containerPort: 9090 }] };
    const shell = exampleContainer('shell', {}, { ports: [{ containerPort: 22 }] });
    const pod = examplePod({ container: web, spec: { hostNetwork: true, ephemeralContainers: [shell] } });
    expect(verdictLines(hostPorts, examplePod({ container: { ports: [{ containerPort: 80 }] } }))).toEqual([]);
    expect(verdictLines(hostPorts, pod)).toEqual([
      'hostPort (container "web" uses hostPorts 443, 8080, 9090)',
      'spec.hostNetwork',
      'spec.containers[0].ports[1].hostPort',
    ]);
  });

  it('leaves templates as they are from server 1.28 on', () => {
    const container = { ports: [{ containerPort: 8080 }] };
    const template = examplePod({ container, spec: { hostNetwork: true } });
    const linesOn = (minor: number) =>
      verdictLines(hostPorts, template, newestPolicyMinor, { serverVersion: server(minor), isTemplate: true });
    expect(linesOn(28)).toEqual([]);
    expect(linesOn(27)).toEqual(['hostPort (container "web" uses hostPort 8080)', 'spec.hostNetwork']);
  });
});
