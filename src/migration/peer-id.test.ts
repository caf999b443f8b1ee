import { describe, expect, it } from 'vitest';
import { peerIdOf, peerIdsNamed } from './peer-id.ts';
import kubescape from './peers/kubescape.ts';
import trivy from './peers/trivy.ts';

/** As `tool id: checks`. */
function found(text: string): string[] {
  return peerIdsNamed(text).map(({ peer, id, checks }) => `${peer.id} ${id}: ${checks.join(' ')}`);
}

describe('an id of another tool', () => {
  it.each([
    ['KSV-0017', ['trivy KSV-0017: privileged-container']],
    ['AVD-KSV-0017', ['trivy KSV-0017: privileged-container']],
    ['avd-ksv-0017', ['trivy KSV-0017: privileged-container']],
    ['KSV-01011', ['trivy KSV-01011: rbac-authenticated-binding']],
    ['C-0057', ['kubescape C-0057: privileged-container']],
    ['c-0057', ['kubescape C-0057: privileged-container']],
    ['CKV_K8S_16', ['checkov CKV_K8S_16: privileged-container']],
    ['DD29336B-fe57-445b-a26e-e6aa867ae609', ['kics dd29336b-fe57-445b-a26e-e6aa867ae609: privileged-container']],
    ['runAsPrivileged', ['polaris runAsPrivileged: privileged-container']],
    ['kube-linter:privileged-container', ['kube-linter privileged-container: privileged-container']],
    ['Polaris:runasprivileged', ['polaris runAsPrivileged: privileged-container']],
    ['popeye:207', ['popeye POP-207: pod-not-running']],
    ['POP-207', ['popeye POP-207: pod-not-running']],
    ['popeye:POP-207', ['popeye POP-207: pod-not-running']],
    ['C-0068', ['kubescape C-0068: ']],
    ['trivy:C-0057', []],
    ['kube-linter:', []],
    ['nothing:C-0057', []],
    ['KSV-', []],
    ['', []],
  ])('%s is found as %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('that several tools share is found in all of them', () => {
    expect(found('KSV017')).toEqual(['monokle KSV017: privileged-container', 'trivy KSV-0017: privileged-container']);
  });

  it('has the differences that are about it', () => {
    expect(peerIdOf(kubescape, 'C-0057')?.differences.map(({ check }) => check)).toEqual(['privileged-container']);
    expect(peerIdOf(kubescape, 'C-0211')?.differences.map(({ check }) => check)).toEqual([
      'proc-mount-unmasked',
      'run-as-group-root',
    ]);
  });

  it('without counterpart tells why', () => {
    expect(peerIdOf(trivy, 'ksv038')).toMatchObject({ checks: [], because: 'the API demands the field' });
    expect(peerIdOf(trivy, 'KSV-0017')?.because).toBe(undefined);
  });
});
