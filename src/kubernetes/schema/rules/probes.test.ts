import { describe, expect, it } from 'vitest';
import { UnknownValue } from '../../../core/unknown-value.ts';
import { containerLines } from './pod-lines.ts';

const at = 'spec.containers[0]';
const exec = { command: ['a'] };

describe('probes', () => {
  it('pass with one handler', () => {
    const container = {
      livenessProbe: { httpGet: { port: 'http' }, successThreshold: 1 },
      readinessProbe: { tcpSocket: { port: 80 }, successThreshold: 3 },
      startupProbe: { grpc: { port: 80 } },
    };
    expect(containerLines(container)).toEqual([]);
  });

  it('have one handler, and no more', () => {
    const container = {
      livenessProbe: {},
      readinessProbe: { exec, tcpSocket: { port: 80 } },
      startupProbe: { exec: {} },
    };
    expect(containerLines(container)).toEqual([
      `${at}.livenessProbe: Required value: must specify a handler type`,
      `${at}.readinessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type`,
      `${at}.startupProbe.exec.command: Required value`,
    ]);
  });

  it('have a port, and well-formed headers', () => {
    const container = {
      livenessProbe: { httpGet: { httpHeaders: [{ name: 'X Name' }] } },
      readinessProbe: { tcpSocket: { port: '-' } },
      startupProbe: { grpc: { port: 70_000 } },
    };
    expect(containerLines(container)).toEqual([
      `${at}.livenessProbe.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive`,
      `${at}.livenessProbe.httpGet.httpHeaders: Invalid value: "X Name": a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')`,
      `${at}.readinessProbe.tcpSocket.port: Invalid value: "-": must contain at least one letter (a-z)`,
      `${at}.readinessProbe.tcpSocket.port: Invalid value: "-": must not begin or end with a hyphen`,
      `${at}.startupProbe.grpc.port: Invalid value: 70000: must be between 1 and 65535, inclusive`,
    ]);
  });

  it('have numbers that make sense', () => {
    const container = {
      livenessProbe: { exec, periodSeconds: -1, successThreshold: 2, terminationGracePeriodSeconds: 0 },
      readinessProbe: { exec, terminationGracePeriodSeconds: 5 },
    };
    expect(containerLines(container)).toEqual([
      `${at}.livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0`,
      `${at}.livenessProbe.successThreshold: Invalid value: 2: must be 1`,
      `${at}.livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0`,
      `${at}.readinessProbe.terminationGracePeriodSeconds: Invalid value: 5: must not be set for readinessProbes`,
    ]);
  });
});

describe('lifecycle handlers', () => {
  it('sleep no longer than the pod has time to end', () => {
    const lifecycle = { preStop: { sleep: { seconds: 31 } }, postStart: {} };
    expect(containerLines({ lifecycle })).toEqual([
      `${at}.lifecycle.postStart: Required value: must specify a handler type`,
      `${at}.lifecycle.preStop.sleep: Invalid value: 31: must be non-negative and less than terminationGracePeriodSeconds (30)`,
    ]);
    const preStop = { preStop: { sleep: { seconds: 31 } } };
    expect(containerLines({ lifecycle: preStop }, { terminationGracePeriodSeconds: 60 })).toEqual([]);
    const unknown = { terminationGracePeriodSeconds: new UnknownValue('var.grace') };
    expect(containerLines({ lifecycle: preStop }, unknown)).toEqual([]);
  });
});
