import { describe, expect, it } from 'vitest';
import { objectsOf } from './objects.ts';

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } };
const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'once' } };

describe('objectsOf', () => {
  it('gives an object itself', () => {
    const [object] = objectsOf(pod);
    expect(object).toEqual({ content: pod, path: [] });
    expect(object?.content).toBe(pod);
  });

  it.each([
    null,
    undefined,
    'text',
    1,
    [],
    [pod],
    {},
    { kind: 'Pod' },
    { apiVersion: 'v1' },
    { apiVersion: 'v1', kind: '' },
    { apiVersion: '', kind: 'Pod' },
    { apiVersion: 1, kind: 'Pod' },
    { apiVersion: 'v1', kind: ['Pod'] },
  ])('finds none in %j', (document) => {
    expect(objectsOf(document)).toEqual([]);
  });

  it('gives the items of a List, with their places', () => {
    expect(objectsOf({ apiVersion: 'v1', kind: 'List', items: [pod, null, 'text', { kind: 'Pod' }, job] })).toEqual([
      { content: pod, path: ['items', 0] },
      { content: job, path: ['items', 4] },
    ]);
  });

  it('gives the items of lists in lists', () => {
    const inner = { apiVersion: 'v1', kind: 'List', items: [pod] };
    const outer = { apiVersion: 'v1', kind: 'List', items: [job, inner] };
    expect(objectsOf(outer)).toEqual([
      { content: job, path: ['items', 0] },
      { content: pod, path: ['items', 1, 'items', 0] },
    ]);
  });

  it('does not follow lists for ever', () => {
    let list: unknown = pod;
    for (let level = 0; level < 20; level += 1) list = { apiVersion: 'v1', kind: 'List', items: [list] };
    const [object, ...others] = objectsOf(list);
    expect(others).toEqual([]);
    expect(object?.content['kind']).toBe('List');
    expect(object?.path).toHaveLength(10);
  });

  it('gives the items of a typed list their kind where they do not say it', () => {
    const bare = { metadata: { name: 'bare' } };
    const half = { kind: 'Deployment', metadata: { name: 'half' } };
    const own = { apiVersion: 'apps/v1', kind: 'ReplicaSet' };
    const items = [bare, half, own];
    expect(objectsOf({ apiVersion: 'apps/v1', kind: 'DeploymentList', items })).toEqual([
      { content: { apiVersion: 'apps/v1', kind: 'Deployment', ...bare }, path: ['items', 0] },
      { content: { apiVersion: 'apps/v1', ...half }, path: ['items', 1] },
      { content: own, path: ['items', 2] },
    ]);
  });

  it('leaves an item as it is where it says what it is', () => {
    expect(objectsOf({ apiVersion: 'v1', kind: 'PodList', items: [pod] })[0]?.content).toBe(pod);
  });

  it('takes an object for no list that only sounds like one', () => {
    const playlist = { apiVersion: 'music.example/v1', kind: 'PlayList', spec: {} };
    expect(objectsOf(playlist)).toEqual([{ content: playlist, path: [] }]);
    const odd = { apiVersion: 'v1', kind: 'List', items: {} };
    expect(objectsOf(odd)).toEqual([{ content: odd, path: [] }]);
  });

  it('gives nothing for an empty list', () => {
    expect(objectsOf({ apiVersion: 'v1', kind: 'List', items: [] })).toEqual([]);
  });
});
