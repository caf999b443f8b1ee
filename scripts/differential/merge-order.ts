import { cell, childNodes, findMerged, MERGE_KEY, NEXT, type Positions } from '../../src/text/positions.ts';
import { readYaml } from '../../src/text/yaml/read.ts';

/**
 * Whether a merge key of a text brings in a key that stands above it. The last one wins for Kubernetes; for YAML 1.1, what is
 * written in the mapping wins wherever it stands.
 */
export function mergesOverKeys(text: string): boolean {
  return readYaml(text).documents.some(({ positions }) =>
    positions.keys.some((key, node) => key === MERGE_KEY && overridesKeys(positions, node)),
  );
}

function overridesKeys(positions: Positions, merge: number): boolean {
  let parent = merge - 1;
  while (cell(positions, parent, NEXT) <= merge) parent -= 1;
  for (const child of childNodes(positions, parent)) {
    const key = positions.keys[child] ?? '';
    if (child < merge && findMerged(positions, merge, key, 1) !== -1) return true;
  }
  return false;
}
