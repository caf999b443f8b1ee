import { describe, expect, it } from 'vitest';
import { patchFiles } from './kustomization.ts';

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
