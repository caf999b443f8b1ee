import { describe, expect, it } from 'vitest';
import { asObject } from '../core/json.ts';
import { UnknownValue, UnknownValueRead } from '../core/unknown-value.ts';
import { isKubernetesObject, kubernetesResource, textMap } from './resource.ts';

const origin = { file: 'web.yaml', document: 2, locate: () => [] };

describe('isKubernetesObject', () => {
  it('is true of a document with apiVersion and kind', () => {
    expect(isKubernetesObject({ apiVersion: 'v1', kind: 'Pod' })).toBe(true);
  });

  it.each([
    [{ kind: 'Pod' }],
    [{ apiVersion: 'v1' }],
    [{ apiVersion: '', kind: 'Pod' }],
    [{ apiVersion: 'v1', kind: '' }],
    [{ apiVersion: 1, kind: 'Pod' }],
    [{ apiVersion: 'v1', kind: null }],
    [[{ apiVersion: 'v1', kind: 'Pod' }]],
    ['Pod'],
    [null],
    [undefined],
  ])('is false of %j', (document) => {
    expect(isKubernetesObject(document)).toBe(false);
  });
});

describe('kubernetesResource', () => {
  it('takes kind, name and namespace from the object', () => {
    const content = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } };
    expect(kubernetesResource(content, origin, 'default')).toEqual({
      kind: 'apps/Deployment',
      name: 'web',
      namespace: 'shop',
      content,
      origin,
    });
  });

  it('keeps the content itself where every value is known', () => {
    const content = { apiVersion: 'v1', kind: 'Pod' };
    expect(kubernetesResource(content, origin, 'default').content).toBe(content);
  });

  it.each([[undefined], [null], [''], [7], [{ namespace: '' }], [{ namespace: null }], [{ namespace: 7 }]])(
    'puts an object with the metadata %j into the default namespace',
    (metadata) => {
      const resource = kubernetesResource({ apiVersion: 'v1', kind: 'Pod', metadata }, origin, 'shop');
      expect(resource).toMatchObject({ name: '', namespace: 'shop' });
    },
  );

  it('gives a kind of the cluster no namespace', () => {
    const content = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', namespace: 'stray' } };
    expect(kubernetesResource(content, origin, 'default').namespace).toBeUndefined();
  });

  it('shows content with unknown values through a view that refuses to read them', () => {
    const spec = { replicas: 2, hostPID: new UnknownValue('a variable is not set') };
    const resource = kubernetesResource({ apiVersion: 'v1', kind: 'Pod', spec }, origin, 'default');
    const seen = asObject(resource.content['spec']);
    expect(seen['replicas']).toBe(2);
    expect(() => seen['hostPID']).toThrow(new UnknownValueRead('spec.hostPID', 'a variable is not set'));
  });
});

describe('textMap', () => {
  it('keeps texts only', () => {
    const labels = { app: 'web', empty: '', version: 2, ready: true, none: null, list: ['a'], map: { a: 'b' } };
    expect(textMap(labels)).toEqual(
      new Map([
        ['app', 'web'],
        ['empty', ''],
      ]),
    );
  });

  it.each([undefined, null, 'app=web', ['app'], 1])('reads %j as none', (value) => {
    expect(textMap(value)).toEqual(new Map());
  });
});
