import { describe, expect, it } from 'vitest';
import { annotationSuppressions } from './annotation-suppressions.ts';
import { commentSuppressions, suppressionWords } from './comment-suppressions.ts';
import { forms, type Written } from './forms.ts';
import { kubeauditOverrides, labelSuppressions } from './label-suppressions.ts';
import { peerIdOf } from './peer-id.ts';
import kics from './peers/kics.ts';
import kubeaudit from './peers/kubeaudit.ts';
import type { Suppression } from './suppression.ts';

/** As `tool id`, with the reason and the last day if there are any. */
function told(suppressions: readonly Suppression[]): string[] {
  return suppressions.map(({ peer, id = 'everything', reason, until }) =>
    [peer.id, id, ...(reason === '' ? [] : [`(${reason})`]), ...(until === undefined ? [] : [until])].join(' '),
  );
}

function suppressionsOf(written: Written): readonly Suppression[] {
  if (written.as === 'comment') return commentSuppressions(` ${written.text}`);
  const read = written.as === 'annotation' ? annotationSuppressions : labelSuppressions;
  return read(written.key, written.value);
}

describe('annotations', () => {
  it.each([
    ['checkov.io/skip1', 'CKV_K8S_20=who cares = me', ['checkov CKV_K8S_20 (who cares = me)']],
    ['checkov.io/skip2', ' CKV_K8S_14 ', ['checkov CKV_K8S_14']],
    ['checkov.io/skip', 'CKV_K8S_14=', ['checkov CKV_K8S_14']],
    ['ignore-check.kube-linter.io/host-pid', ' it reads names ', ['kube-linter host-pid (it reads names)']],
    ['ignore-check.kube-linter.io/host-pid', '', ['kube-linter host-pid']],
    ['kube-linter.io/ignore-all', 'generated', ['kube-linter everything (generated)']],
    ['polaris.fairwinds.com/exempt', 'true', ['polaris everything']],
    ['polaris.fairwinds.com/exempt', 'false', []],
    ['polaris.fairwinds.com/hostPIDSet-exempt', 'True', ['polaris hostPIDSet']],
    ['polaris.fairwinds.com/hostPIDSet-exempt', 'no', []],
    ['polaris.fairwinds.com/other', 'true', []],
    ['kube-score/ignore', 'pod-probes, service-type,', ['kube-score pod-probes', 'kube-score service-type']],
    [
      'kube-score/ignore',
      'container-resources',
      ['kube-score container-resources', 'kube-score container-ephemeral-storage-request-and-limit'],
    ],
    ['kube-score/ignore', 'pod-probes,pod-probes', ['kube-score pod-probes']],
    ['kube-score/ignore', '*', ['kube-score everything']],
    ['kube-score/enable', 'pod-probes', []],
    ['example.com/owner', 'CKV_K8S_14', []],
  ])('%s: %j says %j', (key, value, expected) => {
    expect(told(annotationSuppressions(key, value))).toEqual(expected);
  });
});

describe('labels of kubeaudit', () => {
  it.each([
    ['container.audit.kubernetes.io/web.allow-privileged', 'Needed', ['kubeaudit PrivilegedTrue (Needed)'], 'web'],
    ['container.kubeaudit.io/web.allow-privileged', 'true', ['kubeaudit PrivilegedTrue'], 'web'],
    ['audit.kubernetes.io/pod.allow-namespace-host-PID', '', ['kubeaudit NamespaceHostPIDTrue'], undefined],
    ['kubeaudit.io/allow-privileged', 'True', ['kubeaudit PrivilegedTrue'], undefined],
    [
      'audit.kubernetes.io/shop.allow-non-default-deny-egress-network-policy',
      '',
      ['kubeaudit MissingDefaultDenyEgressNetworkPolicy'],
      undefined,
    ],
    ['kubeaudit.io/allow-capability-chown', '', ['kubeaudit allow-capability-chown'], undefined],
  ])('%s: %j says %j', (key, value, expected, container) => {
    const suppressions = labelSuppressions(key, value);
    expect(told(suppressions)).toEqual(expected);
    expect(suppressions.map((suppression) => suppression.container)).toEqual(expected.map(() => container));
  });

  it.each([
    'container.audit.kubernetes.io/web',
    'container.audit.kubernetes.io/.allow-privileged',
    'audit.kubernetes.io/pod',
    'app.kubernetes.io/name',
  ])('%s says nothing', (key) => {
    expect(labelSuppressions(key, 'why')).toEqual([]);
  });

  it('stand for results that are known', () => {
    const results = [...kubeauditOverrides.values()].flat();
    expect(results.filter((result) => (peerIdOf(kubeaudit, result)?.checks ?? []).length === 0)).toEqual([]);
  });
});

describe('comments', () => {
  it.each([
    [' checkov:skip=CKV_K8S_20:a "reason" of it', ['checkov CKV_K8S_20 (a "reason" of it)'], 'object'],
    ['checkov:skip=CKV_K8S_20:"quoted"', ['checkov CKV_K8S_20 (quoted)'], 'object'],
    ['checkov:skip=CKV_K8S_20', ['checkov CKV_K8S_20'], 'object'],
    [' kics-scan ignore', ['kics everything'], 'file'],
    ['kics-scan ignore-block ', ['kics everything'], 'block'],
    [' kics-scan ignore-line', ['kics everything'], 'line'],
    [' kics-scan disable=aa,bb,', ['kics aa', 'kics bb'], 'file'],
    [' trivy:ignore:KSV-0017', ['trivy KSV-0017'], 'block'],
    ['trivy:ignore:AVD-KSV-0017 it must', ['trivy AVD-KSV-0017 (it must)'], 'block'],
    ['trivy:ignore:KSV017:exp:2026-03-01', ['trivy KSV017 2026-02-28'], 'block'],
    ['trivy:ignore:KSV017:exp:2024-03-01', ['trivy KSV017 2024-02-29'], 'block'],
    ['trivy:ignore:KSV017:exp:tomorrow', ['trivy KSV017 tomorrow'], 'block'],
    ['trivy:ignore:KSV017:ws:dev', ['trivy KSV017'], 'block'],
    ['trivy:ignore:KSV001 trivy:ignore:KSV002 why', ['trivy KSV001 (why)', 'trivy KSV002 (why)'], 'block'],
    ['trivy:ignore:*', ['trivy everything'], 'block'],
    ['trivy:ignore:AVD-KCV-*', ['trivy KCV-0093'], 'block'],
    ['trivy:ignore:aws-*', ['trivy aws-*'], 'block'],
  ])('%s says %j', (text, expected, reach) => {
    const suppressions = commentSuppressions(text);
    expect(told(suppressions)).toEqual(expected);
    expect(suppressions.map((suppression) => suppression.reach)).toEqual(expected.map(() => reach));
    expect(suppressionWords.filter((word) => text.includes(word))).toHaveLength(1);
  });

  it.each([
    ' checkov:skip=',
    ' kics-scan',
    ' kics-scan ignores',
    ' see kics-scan ignore',
    ' kics-scan disable=',
    ' kics-scan enable=',
    ' trivy:ignore:',
    ' trivy:ignore:KSV-0017[name=web]',
    ' seawall:ignore host-pid why',
  ])('%s says nothing', (text) => {
    expect(commentSuppressions(text)).toEqual([]);
  });

  it('that enable a query leave out what answers to the others, and not to it', () => {
    const privileged = 'dd29336b-fe57-445b-a26e-e6aa867ae609';
    const escalation = '5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d';
    const ids = commentSuppressions(` kics-scan enable=${privileged},${escalation}`).map(({ id }) => id);
    // Another query is about the same check as the second.
    expect(ids).toHaveLength(kics.counterparts.length - 3);
    expect(ids).not.toContain(privileged);
    expect(ids).toContain('302736f4-b16c-41b8-befe-c0baffa0bd9d');
  });

  it('are read no further than they can matter', () => {
    expect(commentSuppressions(`${'x'.repeat(2_000)} trivy:ignore:KSV-0017`)).toEqual([]);
  });
});

describe('the forms that are documented', () => {
  it.each(forms)('are understood: $written, of $peer.title', ({ peer, written }) => {
    const suppressions = suppressionsOf(written);
    expect(suppressions.length).toBeGreaterThan(0);
    for (const { peer: of, id } of suppressions) {
      expect(of).toBe(peer);
      if (id !== undefined) expect(peerIdOf(peer, id)?.checks.length).toBeGreaterThan(0);
    }
  });
});
