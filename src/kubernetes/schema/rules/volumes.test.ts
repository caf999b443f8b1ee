import { describe, expect, it } from 'vitest';
import { containerLines } from './pod-lines.ts';

function lines(...volumes: readonly unknown[]): string[] {
  return containerLines({}, { volumes });
}

describe('volumes', () => {
  it('pass with one source, or none', () => {
    expect(lines({ name: 'a' }, { name: 'b', secret: { secretName: 's', defaultMode: 0o400 } })).toEqual([]);
  });

  it('have names of their own', () => {
    expect(lines({ name: 'a' }, { name: 'a' }, {}, { name: 'a.b' })).toEqual([
      'spec.volumes[2].name: Required value',
      'spec.volumes[3].name: Invalid value: "a.b": must not contain dots',
      'spec.volumes[1].name: Duplicate value: "a"',
    ]);
  });

  it('have one source', () => {
    expect(lines({ name: 'a', emptyDir: { sizeLimit: '-1' }, hostPath: { path: '/' } })).toEqual([
      'spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type',
      'spec.volumes[0].emptyDir.sizeLimit: Forbidden: SizeLimit field must be a valid resource quantity',
    ]);
    const disk = { volumeID: 'd' };
    expect(lines({ name: 'a', awsElasticBlockStore: disk, secret: { secretName: 's' }, nfs: null })).toEqual([
      'spec.volumes[0].secret: Forbidden: may not specify more than 1 volume type',
    ]);
  });

  it('of files of the node do not climb', () => {
    expect(lines({ name: 'a', hostPath: { path: '/a/../b' } })).toEqual([
      'spec.volumes[0].hostPath.path: Invalid value: "/a/../b": must not contain \'..\'',
    ]);
  });

  it('of keys name what holds them, and stay in their folder', () => {
    const items = [{ key: 'k', path: '../p', mode: 512 }];
    expect(lines({ name: 'a', secret: { defaultMode: -1 } }, { name: 'b', configMap: { name: 'c', items } })).toEqual([
      'spec.volumes[0].secret.secretName: Required value',
      'spec.volumes[0].secret.defaultMode: Invalid value: -1: must be between 0 and 511, inclusive',
      'spec.volumes[1].configMap.items[0].path: Invalid value: "../p": must not contain \'..\'',
      'spec.volumes[1].configMap.items[0].mode: Invalid value: 512: must be between 0 and 511, inclusive',
    ]);
  });

  it('of the pod itself have sources', () => {
    expect(lines({ name: 'a', downwardAPI: { items: [{ path: '/p' }] } })).toEqual([
      'spec.volumes[0].downwardAPI.items[0].path: Invalid value: "/p": must be a relative path',
      'spec.volumes[0].downwardAPI.items[0]: Required value: one of fieldRef and resourceFieldRef is required',
    ]);
  });

  it('that are projected have one source each', () => {
    const sources = [
      { secret: {}, configMap: { name: 'c' } },
      { serviceAccountToken: { path: 't', expirationSeconds: 599 } },
      { downwardAPI: { items: [{ path: 'a' }] } },
    ];
    const at = 'spec.volumes[0].projected.sources';
    expect(lines({ name: 'a', projected: { sources } })).toEqual([
      `${at}[0]: Forbidden: may not specify more than 1 volume type per source`,
      `${at}[0].secret.name: Required value`,
      `${at}[1].serviceAccountToken.expirationSeconds: Invalid value: 599: may not specify a duration less than 10 minutes`,
      `${at}[2].downwardAPI.items[0]: Required value: one of fieldRef and resourceFieldRef is required`,
    ]);
  });

  it('that are made for the pod ask for a size', () => {
    expect(
      lines({ name: 'a', ephemeral: {} }, { name: 'b', ephemeral: { volumeClaimTemplate: { spec: {} } } }),
    ).toEqual([
      'spec.volumes[0].ephemeral.volumeClaimTemplate: Required value',
      'spec.volumes[1].ephemeral.volumeClaimTemplate.spec.accessModes: Required value: at least 1 access mode is required',
      'spec.volumes[1].ephemeral.volumeClaimTemplate.spec.resources.requests.storage: Required value',
    ]);
  });
});
