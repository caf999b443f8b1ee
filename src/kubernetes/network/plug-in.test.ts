import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { plugInOf } from './plug-in.ts';

function agent(name: string, image = 'registry.example/agent:1', ...args: readonly string[]): JsonObject {
  const spec = { template: { spec: { containers: [{ name: 'agent', image, args }] } } };
  return { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name, namespace: 'kube-system' }, spec };
}

function node(kubeletVersion: string): JsonObject {
  return { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' }, status: { nodeInfo: { kubeletVersion } } };
}

describe('plugInOf', () => {
  it.each<[string, JsonObject, boolean, string | undefined]>([
    ['calico', agent('calico-node'), true, undefined],
    ['azure', agent('azure-npm'), true, undefined],
    ['flannel', agent('kube-flannel-ds'), false, 'kube-flannel-ds'],
    ['flannel of a processor', agent('kube-flannel-ds-arm64'), false, 'kube-flannel-ds-arm64'],
    ['aws without agent', agent('aws-node'), false, 'aws-node'],
    ['aws with agent', agent('aws-node', 'registry.example/aws-network-policy-agent:v1'), true, 'aws-node'],
    [
      'aws with agent switched off',
      agent('aws-node', 'registry.example/aws-network-policy-agent:v1', '--enable-network-policy=false'),
      false,
      'aws-node',
    ],
    ['old kindnet', agent('kindnet', 'registry.example/kindnetd:v20240202-8f1494ea'), false, undefined],
    ['new kindnet', agent('kindnet', 'registry.example/kindnetd:v20240813-c6f155d6'), true, undefined],
    ['another image', agent('other', 'registry.example/aws-network-policy-agent:v20250101'), false, undefined],
    ['k3s', node('v1.34.1+k3s1'), true, undefined],
    ['RKE2', node('v1.34.1+rke2r1'), true, undefined],
    ['any node', node('v1.34.1'), false, undefined],
  ])('recognises %s', (_, object, isEnforcing, ignoring) => {
    const plugIn = plugInOf(inventoryOfObjects([object]));
    expect([plugIn.isEnforcing, plugIn.ignoring?.name]).toEqual([isEnforcing, ignoring]);
  });
});
