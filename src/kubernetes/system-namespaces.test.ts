import { describe, expect, it } from 'vitest';
import { systemNamespaces } from './system-namespaces.ts';

describe('systemNamespaces', () => {
  it('are those of Kubernetes itself until a user names others', () => {
    expect(systemNamespaces).toEqual({ type: 'strings', default: ['kube-system', 'kube-public', 'kube-node-lease'] });
  });
});
