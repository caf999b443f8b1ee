import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { cleanPath, isAtOrBelow, isInjectedToken } from './volume.ts';
import { type Workload, workload } from './workload.ts';

function podWith(volumes: unknown): Workload {
  const inventory = inventoryOfObjects([
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { volumes } },
  ]);
  const [pod] = workload.enumerate(inventory);
  if (pod === undefined) throw new Error('no workload');
  return pod;
}

describe('the volumes of a workload', () => {
  it('are those declared, with their names and cleaned host paths', () => {
    const volumes = podWith([
      { name: 'scratch' },
      { name: 'logs', hostPath: { path: '/var//log/' } },
      { hostPath: { path: 7 } },
      { name: 3, hostPath: null },
      { name: 'odd', hostPath: '/etc' },
      'text',
      null,
    ]).volumes;
    expect(volumes.map(({ name, hostPath }) => [name, hostPath])).toEqual([
      ['scratch', undefined],
      ['logs', '/var/log'],
      ['', undefined],
      ['', undefined],
      ['odd', undefined],
      ['', undefined],
      ['', undefined],
    ]);
    expect(volumes.map(({ content }) => content)[1]).toEqual({ name: 'logs', hostPath: { path: '/var//log/' } });
    expect(volumes[1]?.at('hostPath', 'path').path).toEqual(['spec', 'volumes', 1, 'hostPath', 'path']);
    expect(volumes[1]?.at().path).toEqual(['spec', 'volumes', 1]);
  });

  it.each([undefined, null, {}, 'none'])('are none where the field is %j', (volumes) => {
    expect(podWith(volumes).volumes).toEqual([]);
  });
});

describe('the projected tokens of a workload', () => {
  it('are the token sources of all projected volumes', () => {
    const pod = podWith([
      { name: 'plain', secret: { secretName: 'a' } },
      {
        name: 'mixed',
        projected: {
          sources: [
            { configMap: { name: 'a' } },
            { serviceAccountToken: { path: 'token' } },
            { serviceAccountToken: null },
            { serviceAccountToken: { expirationSeconds: 600 } },
          ],
        },
      },
      { name: 'second', projected: { sources: [{ serviceAccountToken: { expirationSeconds: null } }] } },
      { name: 'odd', projected: { sources: [{ serviceAccountToken: 'yes' }, null] } },
      { name: 'text', projected: { sources: [{ serviceAccountToken: { expirationSeconds: '600' } }] } },
    ]);
    expect(pod.projectedTokens.map(({ volume, expirationSeconds }) => [volume, expirationSeconds])).toEqual([
      ['mixed', 3600],
      ['mixed', 600],
      ['second', 3600],
      ['odd', 3600],
      ['text', 3600],
    ]);
    expect(pod.projectedTokens[1]?.at('expirationSeconds')).toEqual({
      resource: pod.resource,
      path: ['spec', 'volumes', 1, 'projected', 'sources', 3, 'serviceAccountToken', 'expirationSeconds'],
    });
  });

  it.each([undefined, null, {}, { sources: null }, { sources: {} }])('are none where projected is %j', (projected) => {
    expect(podWith([{ name: 'a', projected }]).projectedTokens).toEqual([]);
  });
});

describe('isInjectedToken', () => {
  it.each([
    ['kube-api-access-x7k2p', 3607, true],
    ['kube-api-access-x7k2p', 3600, false],
    ['my-kube-api-access-x7k2p', 3607, false],
  ])('is told of volume %j of %i seconds', (name, expirationSeconds, expected) => {
    const sources = [{ serviceAccountToken: { expirationSeconds } }];
    const [token] = podWith([{ name, projected: { sources } }]).projectedTokens;
    expect(token && isInjectedToken(token)).toBe(expected);
  });
});

describe('the audience of a projected token', () => {
  it.each([
    [{ audience: 'vault' }, 'vault'],
    [{}, undefined],
    [{ audience: 7 }, undefined],
  ])('of %j is %j', (serviceAccountToken, expected) => {
    const [token] = podWith([{ name: 'a', projected: { sources: [{ serviceAccountToken }] } }]).projectedTokens;
    expect(token).toMatchObject({ audience: expected });
  });
});

describe('cleanPath', () => {
  it.each([
    ['/etc', '/etc'],
    ['/etc/', '/etc'],
    ['//etc///cron.d//', '/etc/cron.d'],
    ['/./etc/./cron.d/.', '/etc/cron.d'],
    ['/srv/../etc', '/etc'],
    ['//etc/../var/run/docker.sock', '/var/run/docker.sock'],
    ['/../../etc', '/etc'],
    ['/etc/..', '/'],
    ['/', '/'],
    ['', '/'],
    ['etc/cron.d', '/etc/cron.d'],
    ['/srv/...', '/srv/...'],
    ['/srv/..data', '/srv/..data'],
    ['/srv/a:b', '/srv/a:b'],
    ['\\\\.\\pipe\\docker_engine', '\\\\.\\pipe\\docker_engine'],
    ['C:\\data\\..', 'C:\\data\\..'],
    ['c:/data//x', 'c:/data//x'],
    ['1:/data//x', '/1:/data/x'],
  ])('makes %j %j', (path, expected) => {
    expect(cleanPath(path)).toBe(expected);
  });
});

describe('isAtOrBelow', () => {
  it.each([
    ['/etc', '/etc', true],
    ['/etc/cron.d', '/etc', true],
    ['/etcetera', '/etc', false],
    ['/', '/etc', false],
    ['/et', '/etc', false],
    ['/etc', '/', true],
    ['/', '/', true],
  ])('%s at or below %s: %j', (path, folder, expected) => {
    expect(isAtOrBelow(path, folder)).toBe(expected);
  });
});
