import { describe, expect, it } from 'vitest';
import { container, fieldReference, resourceFieldReference, seLinuxOptions } from './container.ts';
import { lifecycle, probe } from './probe.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

const probeDefaults = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
const containerDefaults = {
  imagePullPolicy: 'IfNotPresent',
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
};

describe('probe', () => {
  it('has its times and thresholds', () => {
    const exec = { command: ['true'] };
    expect(probe({ exec }, target)).toEqual({ exec, ...probeDefaults });
    expect(
      probe({ timeoutSeconds: 0, periodSeconds: null, failureThreshold: 9, initialDelaySeconds: 0 }, target),
    ).toEqual({
      ...probeDefaults,
      failureThreshold: 9,
    });
  });

  it('asks / over HTTP, and gRPC services by an empty name', () => {
    expect(probe({ httpGet: { port: 80, path: '', host: '' } }, target)).toEqual({
      httpGet: { port: 80, path: '/', scheme: 'HTTP' },
      ...probeDefaults,
    });
    expect(probe({ grpc: { port: 80 } }, target)).toEqual({ grpc: { port: 80, service: '' }, ...probeDefaults });
    expect(probe({ tcpSocket: { port: 80, host: '' } }, target)).toEqual({ tcpSocket: { port: 80 }, ...probeDefaults });
  });
});

describe('lifecycle', () => {
  it('asks / over HTTP', () => {
    const given = { httpGet: { port: 'web', scheme: 'HTTPS' } };
    const expected = { httpGet: { port: 'web', scheme: 'HTTPS', path: '/' } };
    expect(lifecycle({ postStart: given, preStop: given }, target)).toEqual({ postStart: expected, preStop: expected });
    expect(lifecycle({}, target)).toEqual({});
  });
});

describe('container', () => {
  it('has a pull policy and a place for its last words', () => {
    expect(container({ name: 'web', image: 'web:1' }, target)).toEqual({
      name: 'web',
      image: 'web:1',
      ...containerDefaults,
    });
    const given = {
      image: 'web:1',
      imagePullPolicy: 'Never',
      terminationMessagePath: '/tmp/words',
      terminationMessagePolicy: 'FallbackToLogsOnError',
    };
    expect(container(given, target)).toBe(given);
  });

  it('speaks TCP, and leaves out the host port 0', () => {
    const ports = [
      { containerPort: 80, hostPort: 0, name: '' },
      { containerPort: 53, protocol: 'UDP', hostPort: 53 },
    ];
    expect(container({ ports }, target)).toEqual({
      ports: [
        { containerPort: 80, protocol: 'TCP' },
        { containerPort: 53, protocol: 'UDP', hostPort: 53 },
      ],
      ...containerDefaults,
    });
  });

  it('refers to fields of v1, divides by 0, and needs the file of a variable', () => {
    const env = [
      { name: 'A', value: '' },
      { name: 'B', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'C', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
      { name: 'D', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1000m', containerName: '' } } },
      { name: 'E', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k' } } },
    ];
    expect(container({ env }, target)).toEqual({
      env: [
        { name: 'A' },
        { name: 'B', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName', apiVersion: 'v1' } } },
        { name: 'C', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '0' } } },
        { name: 'D', valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1' } } },
        { name: 'E', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'p', key: 'k', optional: false } } },
      ],
      ...containerDefaults,
    });
  });

  it('writes amounts in the form of the API, in whole thousandths', () => {
    const resources = { limits: { cpu: '1000m', memory: '1024Mi' }, requests: { cpu: 0.5, memory: 'lots', gpu: '1u' } };
    expect(container({ resources }, target)).toEqual({
      resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '500m', memory: 'lots', gpu: '1m' } },
      ...containerDefaults,
    });
  });

  it('leaves out what is false or empty', () => {
    const given = {
      stdin: false,
      stdinOnce: false,
      tty: true,
      workingDir: '',
      securityContext: { privileged: false, seLinuxOptions: { type: '', level: 's0' } },
      volumeMounts: [{ name: 'v', mountPath: '/v', readOnly: false, subPath: '' }],
    };
    expect(container(given, target)).toEqual({
      tty: true,
      securityContext: { privileged: false, seLinuxOptions: { level: 's0' } },
      volumeMounts: [{ name: 'v', mountPath: '/v' }],
      ...containerDefaults,
    });
  });

  it('leaves what is of another type', () => {
    const given = {
      image: 1,
      imagePullPolicy: 1,
      terminationMessagePath: 0,
      terminationMessagePolicy: false,
      ports: { containerPort: 80 },
      env: ['A'],
      livenessProbe: 'yes',
      lifecycle: [],
      securityContext: 'strict',
      resources: 'all',
      stdin: '',
    };
    expect(container(given, target)).toBe(given);
  });
});

describe('fieldReference, resourceFieldReference, seLinuxOptions', () => {
  it('leave what is no mapping', () => {
    for (const rule of [fieldReference, resourceFieldReference, seLinuxOptions]) expect(rule('x', target)).toBe('x');
  });
});
