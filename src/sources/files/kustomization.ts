import { basename } from 'node:path';
import { asList, asObject, asString } from '../../core/json.ts';
import { readText } from '../../text/read.ts';
import type { FileText } from './read-file.ts';

/** File names by which kustomize knows a kustomization. */
const FILE_NAMES: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization']);

/** True for the path of a file that kustomize takes for a kustomization. */
export function isKustomizationFile(path: string): boolean {
  return FILE_NAMES.has(basename(path));
}

/** True for a document that says that it is a kustomization, or a component of one. */
export function isKustomization(document: unknown): boolean {
  return asString(asObject(document)['apiVersion'])?.startsWith('kustomize.config.k8s.io/') === true;
}

/** The files that a kustomization uses as patches: parts of objects, not objects. Paths are relative to its folder. */
export function patchFiles(kustomization: unknown): string[] {
  const content = asObject(kustomization);
  const listed = [...asList(content['patches']), ...asList(content['patchesJson6902'])].map(
    (entry) => asObject(entry)['path'],
  );
  return [...listed, ...asList(content['patchesStrategicMerge'])]
    .map((entry) => asString(entry))
    .filter((path): path is string => path !== undefined && !path.includes('\n'));
}

/** The patches that the kustomization of a text names; none if it cannot be read. */
export function patchesOf(content: FileText, path: string): string[] {
  return patchFiles(content.is === 'text' ? readText(content.text, path).documents[0]?.value : undefined);
}
