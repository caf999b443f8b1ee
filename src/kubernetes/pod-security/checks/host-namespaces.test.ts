import { describe, expect, it } from 'vitest';
import { examplePod, forbiddenAt, minors, verdictLines } from '../check-example.ts';
import { hostNamespaces } from './host-namespaces.ts';

describe('hostNamespaces', () => {
  it('names each namespace of the node', () => {
    const pod = examplePod({ spec: { hostIPC: true, hostNetwork: true, hostPID: true } });
    expect(verdictLines(hostNamespaces, pod)).toEqual([
      'host namespaces (hostNetwork=true, hostPID=true, hostIPC=true)',
      'spec.hostNetwork',
      'spec.hostPID',
      'spec.hostIPC',
    ]);
    expect(forbiddenAt(hostNamespaces, pod)).toEqual(minors(0));
  });

  it('names one alone', () => {
    expect(verdictLines(hostNamespaces, examplePod({ spec: { hostPID: true, hostIPC: false } }))).toEqual([
      'host namespaces (hostPID=true)',
      'spec.hostPID',
    ]);
  });

  it('takes what is not true for unset', () => {
    const pod = examplePod({ spec: { hostIPC: 'true', hostNetwork: 1, hostPID: null } });
    expect(verdictLines(hostNamespaces, pod)).toEqual([]);
  });
});
