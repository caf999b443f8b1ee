import type { Manifest, ManifestStyle } from '../manifests.ts';
import { generateManifests } from '../manifests.ts';
import type { Section } from '../table.ts';
import { comparisonHead, comparisonRow } from '../table.ts';
import type { Bench } from './comparison.ts';
import { compareWithParser } from './comparison.ts';

const styles: readonly { style: ManifestStyle; count: number; smokeCount: number }[] = [
  { style: 'crd-heavy', count: 100, smokeCount: 4 },
  { style: 'deep', count: 300, smokeCount: 3 },
  { style: 'pathological', count: 12, smokeCount: 6 },
];

/** The scan of unusual manifests against a process that only parses them. */
export async function measureStyles(bench: Bench): Promise<Section> {
  const rows = [comparisonHead];
  for (const { style, count, smokeCount } of styles) {
    const manifests = generateManifests({ seed: bench.seed, count: bench.smoke ? smokeCount : count, style });
    const input = bench.workspace.writeFolder(style, manifests);
    const [scan, baseline] = await compareWithParser(bench, input);
    rows.push(comparisonRow(`${style}, ${manifests.length} files`, input.bytes, scan, baseline));
    if (style === 'pathological') await addEachKind(bench, manifests, rows);
  }
  return {
    title: 'Styles',
    about: 'The scan of unusual manifests against parseEvents of js-yaml on each document.',
    rows,
  };
}

/** Pathological files differ so much that the worst of them would hide behind the others. */
async function addEachKind(bench: Bench, manifests: readonly Manifest[], rows: (readonly string[])[]): Promise<void> {
  for (const manifest of manifests.filter(({ file }) => file.endsWith('-1.yaml'))) {
    const input = bench.workspace.writeDocuments(manifest.file, [manifest]);
    const [scan, baseline] = await compareWithParser(bench, input);
    rows.push(comparisonRow(`  ${manifest.file}`, input.bytes, scan, baseline));
  }
}
