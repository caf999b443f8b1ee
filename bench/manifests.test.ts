import { loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { Manifest } from './manifests.ts';
import { generateManifests, manifestStyles } from './manifests.ts';

const counts = { mixed: 400, 'crd-heavy': 12, deep: 60, pathological: 6 };

function bytesOf(manifests: readonly Manifest[]): number {
  return manifests.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

function documentsOf({ text }: Manifest): readonly unknown[] {
  // An empty document loads as null or undefined.
  return loadAll(text).filter((document) => document !== null && document !== undefined);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function kindOf(document: unknown): unknown {
  return isObject(document) ? document['kind'] : undefined;
}

function depthOf(value: unknown): number {
  if (!isObject(value)) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe.each(manifestStyles)('generateManifests, style %s', (style) => {
  const count = counts[style];
  const manifests = generateManifests({ seed: 11, count, style });

  it('makes the same bytes from the same seed, and others from another', () => {
    expect(generateManifests({ seed: 11, count, style })).toEqual(manifests);
    expect(generateManifests({ seed: 12, count, style })).not.toEqual(manifests);
  });

  it('makes as many files as asked for, a smaller count being the beginning of a larger one', () => {
    const fewer = Math.floor(count / 2);
    expect(manifests).toHaveLength(count);
    expect(generateManifests({ seed: 11, count: fewer, style })).toEqual(manifests.slice(0, fewer));
    expect(generateManifests({ seed: 11, count: 0, style })).toEqual([]);
  });

  it('gives every file its own safe relative path', () => {
    const paths = manifests.map(({ file }) => file);
    expect(new Set(paths).size).toBe(count);
    expect(paths.filter((path) => !/^([a-z0-9-]+\/)?[a-z0-9-]+\.yaml$/.test(path))).toEqual([]);
  });

  it('makes objects that js-yaml reads, every one with a kind, a version and a name', () => {
    const incomplete = manifests.flatMap((manifest) =>
      documentsOf(manifest).filter((document) => {
        const named =
          kindOf(document) === 'List' ||
          (isObject(document) && isObject(document['metadata']) && typeof document['metadata']['name'] === 'string');
        return (
          !isObject(document) ||
          typeof document['apiVersion'] !== 'string' ||
          typeof document['kind'] !== 'string' ||
          !named
        );
      }),
    );
    expect(incomplete).toEqual([]);
  });
});

describe('mixed manifests', () => {
  const manifests = generateManifests({ seed: 1, count: 1_000, style: 'mixed' });

  it('average 2.2 to 2.8 kB', () => {
    for (const seed of [1, 2, 3]) {
      const average = bytesOf(generateManifests({ seed, count: 1_000, style: 'mixed' })) / 1_000;
      expect(average).toBeGreaterThan(2_200);
      expect(average).toBeLessThan(2_800);
    }
  });

  it('hold one object each, of every kind', () => {
    const documents = manifests.map(documentsOf);
    expect(documents.filter(({ length }) => length !== 1)).toEqual([]);
    const kinds = new Set(documents.map(([document]) => kindOf(document)));
    expect(kinds).toEqual(
      new Set([
        'ConfigMap',
        'CronJob',
        'Deployment',
        'HorizontalPodAutoscaler',
        'Ingress',
        'Namespace',
        'NetworkPolicy',
        'Role',
        'RoleBinding',
        'Service',
        'ServiceAccount',
        'StatefulSet',
      ]),
    );
  });

  it('are careless in about a fifth of the workloads', () => {
    const workloads = manifests.filter(({ text }) => /^kind: (Deployment|StatefulSet|CronJob)$/m.test(text));
    const signs =
      /privileged: true|hostPath:|:latest|hostNetwork: true|hostPID: true|runAsUser: 0|not-so-secret|SYS_ADMIN/;
    const careless = workloads.filter(({ text }) => signs.test(text) || text.split('limits:').length < 2);
    expect(careless.length / workloads.length).toBeGreaterThan(0.15);
    expect(careless.length / workloads.length).toBeLessThan(0.25);
  });
});

describe('crd-heavy manifests', () => {
  it('hold definitions of about 60 kB', () => {
    const definitions = generateManifests({ seed: 1, count: 60, style: 'crd-heavy' }).filter(({ text }) =>
      text.includes('kind: CustomResourceDefinition'),
    );
    expect(definitions).toHaveLength(15);
    const average = bytesOf(definitions) / definitions.length;
    expect(average).toBeGreaterThan(55_000);
    expect(average).toBeLessThan(65_000);
  });
});

describe('deep manifests', () => {
  it('reach 60 levels in each of the three shapes, and no more', () => {
    const depths = generateManifests({ seed: 1, count: 60, style: 'deep' }).map((manifest) =>
      Math.max(...documentsOf(manifest).map(depthOf)),
    );
    expect(depths.slice(0, 3)).toEqual([60, 60, 60]);
    expect(Math.max(...depths)).toBe(60);
    expect(Math.min(...depths)).toBeGreaterThanOrEqual(18);
  });
});

describe('pathological manifests', () => {
  const texts = new Map(
    generateManifests({ seed: 1, count: 6, style: 'pathological' }).map(({ file, text }) => [file, text] as const),
  );
  const textOf = (file: string): string => texts.get(file) ?? '';

  it('have very long lines', () => {
    expect(
      textOf('long-lines-1.yaml')
        .split('\n')
        .filter((line) => line.length > 90_000),
    ).toHaveLength(3);
  });

  it('have a block scalar of a megabyte', () => {
    const [document] = documentsOf({ file: '', text: textOf('block-scalar-1.yaml') });
    const data = isObject(document) ? document['data'] : undefined;
    const content = isObject(data) ? data['content'] : undefined;
    expect(content).toMatch(/^[0-9a-fx \n]+$/);
    expect(content).toHaveLength(1_000_000);
  });

  it('have a thousand anchors and four thousand aliases', () => {
    expect(textOf('anchors-1.yaml').match(/- &variable\d+$/gm)).toHaveLength(1_000);
    expect(textOf('anchors-1.yaml').match(/- \*variable\d+$/gm)).toHaveLength(4_000);
  });

  it('have three thousand objects in one file', () => {
    expect(documentsOf({ file: '', text: textOf('documents-1.yaml') })).toHaveLength(3_000);
  });

  it('have flow style that is JSON', () => {
    const list: unknown = JSON.parse(textOf('flow-1.yaml'));
    expect(isObject(list) ? list['items'] : undefined).toHaveLength(200);
  });

  it('end every line with a carriage return where they say so', () => {
    const text = textOf('carriage-returns-1.yaml');
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .filter((line) => !line.endsWith('\r')),
    ).toEqual([]);
    expect(documentsOf({ file: '', text })).toHaveLength(51);
  });
});

describe('generateManifests', () => {
  it('refuses a count that is no whole number', () => {
    expect(() => generateManifests({ seed: 1, count: 1.5, style: 'mixed' })).toThrow(
      new RangeError('count must be a whole number from 0, not 1.5'),
    );
  });
});
