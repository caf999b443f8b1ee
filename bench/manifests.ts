import { crdHeavyManifests } from './styles/crd-heavy.ts';
import { deepManifests } from './styles/deep.ts';
import { mixedManifests } from './styles/mixed.ts';
import { pathologicalManifests } from './styles/pathological.ts';

/** One generated file: its path, relative with forward slashes, and its YAML text. */
export interface Manifest {
  readonly file: string;
  readonly text: string;
}

/**
 * What kind of manifests to make:
 * `mixed` everyday objects of many applications, one a file, about 2.5 kB each;
 * `crd-heavy` CustomResourceDefinitions of about 60 kB and custom resources that follow them;
 * `deep` legal objects nested up to 60 levels;
 * `pathological` long lines, a 1 MB block scalar, anchors and aliases, thousands of documents, flow style, CRLF.
 */
export type ManifestStyle = 'mixed' | 'crd-heavy' | 'deep' | 'pathological';

/** Every style, in the order they are reported. */
export const manifestStyles: readonly ManifestStyle[] = ['mixed', 'crd-heavy', 'deep', 'pathological'];

const generators: Record<ManifestStyle, (seed: number, count: number) => readonly Manifest[]> = {
  mixed: mixedManifests,
  'crd-heavy': crdHeavyManifests,
  deep: deepManifests,
  pathological: pathologicalManifests,
};

/**
 * Makes `count` files of Kubernetes manifests. Equal requests give equal bytes on every machine, and a smaller count is
 * the beginning of a larger one. Throws a RangeError when `count` is not a whole number from 0.
 */
export function generateManifests(request: {
  readonly seed: number;
  readonly count: number;
  readonly style: ManifestStyle;
}): readonly Manifest[] {
  if (!Number.isSafeInteger(request.count) || request.count < 0) {
    throw new RangeError(`count must be a whole number from 0, not ${request.count}`);
  }
  return generators[request.style](request.seed, request.count);
}
