import { expect, it } from 'vitest';
import { containerLines } from './pod-lines.ts';

it('asks for names that can be', () => {
  const spec = { hostname: 'a.b', nodeName: 'A', activeDeadlineSeconds: 0 };
  expect(containerLines({}, spec)).toEqual([
    "spec.nodeName: Invalid value: \"A\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    'spec.hostname: Invalid value: "a.b": must not contain dots',
    'spec.activeDeadlineSeconds: Invalid value: 0: must be between 1 and 2147483647, inclusive',
  ]);
});

it('asks for what else the pod would miss', () => {
  const spec = {
    dnsPolicy: 'None',
    os: { name: 'plan9' },
    shareProcessNamespace: true,
    hostPID: true,
    ephemeralContainers: [{ name: 'e', image: 'b' }],
  };
  expect(containerLines({}, spec)).toEqual([
    'spec.securityContext.shareProcessNamespace: Invalid value: true: ShareProcessNamespace and HostPID cannot both be enabled',
    'spec.dnsConfig: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None',
    'spec.os: Unsupported value: "plan9": supported values: "linux", "windows"',
    'spec.ephemeralContainers: Forbidden: cannot be set on create',
  ]);
  expect(containerLines({}, { dnsPolicy: 'None', dnsConfig: {} })).toEqual([
    'spec.dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when `dnsPolicy` is None',
  ]);
});
