import { describe, expect, it } from 'vitest';
import { runExample } from '../../check-tester/example-run.ts';
import { recordFix } from '../../fix/field-edit.ts';
import { container } from '../../kubernetes/container.ts';
import { inventoryOfObjects } from '../../kubernetes/inventory-of-objects.ts';
import { workload } from '../../kubernetes/workload.ts';
import deprecated from './image-registry-deprecated.ts';

function podOf(image: string): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', image }] } });
}

/** What the fix does to a container with the image. */
function editsOn(image: string): unknown[] {
  const [pod] = workload.enumerate(inventoryOfObjects([JSON.parse(podOf(image))]));
  const [judged] = pod === undefined ? [] : container.enumerate(pod);
  if (judged === undefined || deprecated.fix === undefined) throw new Error('nothing to fix');
  const finding = { at: judged.at('image'), message: 'deprecated', data: { image } };
  return recordFix(deprecated.fix, finding, judged);
}

describe('image-registry-deprecated', () => {
  it.each([
    'k8s.gcr.io/pause:3.8',
    'gcr.io/google-containers/pause:3.8',
    'gcr.io/google_containers/pause:3.8',
    'bitnamilegacy/web:1.4.2',
    'docker.io/bitnamilegacy/web:1.4.2',
  ])('finds %s', (image) => {
    const { findings } = runExample(deprecated, { yaml: podOf(image) });
    expect(findings.map(({ message }) => message)).toEqual([
      `uses image ${image}, whose registry gets no more updates`,
    ]);
  });

  it('knows another place for the images of Kubernetes only', () => {
    expect(editsOn('k8s.gcr.io/pause:3.8')).toMatchObject([{ is: 'set', value: 'registry.k8s.io/pause:3.8' }]);
    expect(editsOn('bitnamilegacy/web:1.4.2')).toEqual([]);
    expect(editsOn('gcr.io/google-containers/pause:3.8')).toEqual([]);
  });
});
