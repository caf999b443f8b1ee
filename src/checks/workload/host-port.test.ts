import { describe, expect, it } from 'vitest';
import { runExample } from '../../check-tester/example-run.ts';
import hostPort from './host-port.ts';

const yaml = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: edge
spec:
  template:
    spec:
      hostNetwork: true
      containers:
        - name: edge
          ports:
            - name: http
              containerPort: 80
              hostPort: 80
            - name: metrics
              containerPort: 9090
              hostPort: 9100
`;

describe('host-port', () => {
  it('is about hostNetwork where that is what opens the port', () => {
    const { findings } = runExample(hostPort, { yaml });
    expect(findings.map(({ path, fact }) => [path, fact.field])).toEqual([
      ['spec.template.spec.containers[0].ports[0].hostPort', 'spec.hostNetwork'],
      ['spec.template.spec.containers[0].ports[1].hostPort', 'spec.containers[edge].ports[metrics].hostPort'],
    ]);
  });
});
