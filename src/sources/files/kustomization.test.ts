import { describe, expect, it } from 'vitest';
import { isKustomization, patchFiles } from './kustomization.ts';

describe('patchFiles', () => {
  it('gives the files of every kind of patch, and no patch that is written in place', () => {
    expect(
      patchFiles({
        resources: ['deployment.yaml'],
        patches: [{ path: 'one.yaml', target: { kind: 'Pod' } }, { patch: '- op: remove' }, { path: 7 }, null],
        patchesJson6902: [{ path: 'two.json', target: {} }],
        patchesStrategicMerge: ['three.yaml', 'kind: Pod\nmetadata: {}\n', 4],
      }),
    ).toEqual(['one.yaml', 'two.json', 'three.yaml']);
  });

  it.each([undefined, null, 'text', [], {}, { patches: 'one.yaml' }, { patches: { path: 'one.yaml' } }])(
    'gives none for %j',
    (kustomization) => {
      expect(patchFiles(kustomization)).toEqual([]);
    },
  );
});

describe('isKustomization', () => {
  it.each([
    [{ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' }, true],
    [{ apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' }, true],
    [{ apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization' }, false],
    [{ kind: 'Kustomization' }, false],
    [{ apiVersion: 1 }, false],
    [null, false],
  ])('of %j is %s', (document, expected) => {
    expect(isKustomization(document)).toBe(expected);
  });
});
