import { describe, expect, it } from 'vitest';
import { addedAdmissionPlugIns } from './admission-plug-ins.ts';
import { kubernetesResource } from './resource.ts';

function plugInsOf(container: object, value = 'kube-apiserver', label = 'component'): string[] {
  const content = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'one', labels: { [label]: value } },
    spec: { containers: [container] },
  };
  return addedAdmissionPlugIns(kubernetesResource(content, { file: '', document: 0, locate: () => [] }, 'default'));
}

describe('addedAdmissionPlugIns', () => {
  it('reads the option with its value behind an equals sign, or in the next word', () => {
    const words = ['kube-apiserver', '--enable-admission-plugins=NodeRestriction,ImagePolicyWebhook', '--v=2'];
    expect(plugInsOf({ command: words })).toEqual(['NodeRestriction', 'ImagePolicyWebhook']);
    expect(plugInsOf({ command: ['kube-apiserver'], args: ['--enable-admission-plugins', 'EventRateLimit'] })).toEqual([
      'EventRateLimit',
    ]);
  });

  it('knows an API server by its other label, or by the name of the container', () => {
    const command = ['/usr/local/bin/kube-apiserver', '--enable-admission-plugins=ImagePolicyWebhook'];
    expect(plugInsOf({ command }, 'kube-apiserver', 'k8s-app')).toEqual(['ImagePolicyWebhook']);
    expect(plugInsOf({ name: 'kube-apiserver', command }, 'control-plane')).toEqual(['ImagePolicyWebhook']);
    expect(plugInsOf({ command }, 'kube-apiserver', 'app')).toEqual([]);
  });

  it('reads the line of a shell', () => {
    const line = 'exec kube-apiserver  --enable-admission-plugins=A,ImagePolicyWebhook --v=2';
    expect(plugInsOf({ command: ['/bin/sh', '-c', line] })).toEqual(['A', 'ImagePolicyWebhook']);
  });

  it('finds none without the option, or in another pod', () => {
    expect(plugInsOf({ command: ['kube-apiserver', '--disable-admission-plugins=ImagePolicyWebhook'] })).toEqual([]);
    expect(plugInsOf({ command: ['x', '--enable-admission-plugins=ImagePolicyWebhook'] }, 'web')).toEqual([]);
  });
});
