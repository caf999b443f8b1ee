import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../../core/unknown-value.ts';
import { containerLines, podLines } from './pod-lines.ts';

describe('containers', () => {
  it('pass where nothing is wrong', () => {
    expect(
      containerLines({ ports: [{ containerPort: 80 }, { name: 'tls', containerPort: 443, hostPort: 443 }] }),
    ).toEqual([]);
  });

  it('are required', () => {
    const line = 'spec.containers: Required value';
    expect([podLines({}), podLines({ containers: [] }), podLines({ containers: null })]).toEqual([
      [line],
      [line],
      [line],
    ]);
  });

  it('have a name and an image, an empty entry too', () => {
    expect(podLines({ containers: [null] })).toEqual([
      'spec.containers[0].name: Required value',
      'spec.containers[0].image: Required value',
    ]);
  });

  it('have unique names, init containers too', () => {
    const container = { name: 'a', image: 'b' };
    expect(podLines({ containers: [container, container], initContainers: [container] })).toEqual([
      'spec.containers[1].name: Duplicate value: "a"',
      'spec.initContainers[0].name: Duplicate value: "a"',
    ]);
  });

  it('have ports in the range, with unique names', () => {
    const ports = [
      { name: 'http', containerPort: 0 },
      { name: 'http', containerPort: 65_536, hostPort: -1 },
    ];
    expect(containerLines({ ports })).toEqual([
      'spec.containers[0].ports[0].containerPort: Required value',
      'spec.containers[0].ports[1].containerPort: Invalid value: 65536: must be between 1 and 65535, inclusive',
      'spec.containers[0].ports[1].hostPort: Invalid value: -1: must be between 1 and 65535, inclusive',
      'spec.containers[0].ports[1].name: Duplicate value: "http"',
    ]);
  });

  it('share no port of the node', () => {
    const ports = [{ containerPort: 1, hostPort: 80 }];
    const other = { name: 'c', image: 'b', ports: [...ports, { containerPort: 2, hostPort: 80, protocol: 'UDP' }] };
    expect(podLines({ containers: [{ name: 'a', image: 'b', ports }, other] })).toEqual([
      'spec.containers[1].ports[0].hostPort: Duplicate value: "TCP//80"',
    ]);
    expect(containerLines({ ports }, { hostNetwork: true })).toEqual([
      'spec.containers[0].ports[0].containerPort: Invalid value: 1: must match `hostPort` when `hostNetwork` is true',
    ]);
  });

  it('mount volumes that there are, each at a path of its own', () => {
    const volumeMounts = [
      { name: 'v', mountPath: '/a' },
      { name: 'w', mountPath: '/a', subPath: '../b' },
      { name: 'v', mountPath: '/c', subPath: 'd', subPathExpr: '/e', mountPropagation: 'Bidirectional' },
    ];
    const spec = { volumes: [{ name: 'v' }] };
    const at = 'spec.containers[0].volumeMounts';
    expect(containerLines({ volumeMounts }, spec)).toEqual([
      `${at}[1].name: Not found: "w"`,
      `${at}[1].mountPath: Invalid value: "/a": must be unique`,
      `${at}[1].subPath: Invalid value: "../b": must not contain '..'`,
      `${at}[2].subPathExpr: Invalid value: "/e": must be a relative path`,
      `${at}[2].subPathExpr: Invalid value: "/e": subPathExpr and subPath are mutually exclusive`,
      `${at}[2].mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers`,
    ]);
    const unknown = { volumes: [{ name: new UnknownValue('var.v') }] };
    expect(containerLines({ volumeMounts: [{ name: 'w', mountPath: '/a' }] }, unknown)).toEqual([]);
  });

  it('use devices that there are, and mount none of them', () => {
    const container = {
      volumeDevices: [
        { name: 'v', devicePath: '/dev/../a' },
        { name: 'w', devicePath: '/b' },
      ],
      volumeMounts: [{ name: 'v', mountPath: '/a' }],
    };
    expect(containerLines(container, { volumes: [{ name: 'v' }] })).toEqual([
      'spec.containers[0].volumeMounts[0].name: Invalid value: "v": must not already exist in volumeDevices',
      'spec.containers[0].volumeDevices[0].devicePath: Invalid value: "/dev/../a": must not contain \'..\'',
      'spec.containers[0].volumeDevices[1].name: Not found: "w"',
    ]);
  });

  it('that start first have neither probes nor handlers, unless they go on running', () => {
    const init = { name: 'i', image: 'b', livenessProbe: { exec: { command: ['c'] } }, lifecycle: {} };
    expect(containerLines({}, { initContainers: [init] })).toEqual([
      'spec.initContainers[0].lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always',
      'spec.initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
    ]);
    expect(containerLines({}, { initContainers: [{ ...init, restartPolicy: 'Always' }] })).toEqual([]);
  });
});
