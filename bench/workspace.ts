import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from './manifests.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** Something on disk to scan, and the number of bytes in it. */
export interface Input {
  readonly path: string;
  readonly bytes: number;
}

/** A folder of its own under the system's temporary folder, for the inputs of one run. */
export interface Workspace {
  /** Writes each manifest into its own file, in a new folder of the given name. */
  writeFolder(name: string, manifests: readonly Manifest[]): Input;
  /** Writes all manifests as the documents of one file of the given name. */
  writeDocuments(name: string, manifests: readonly Manifest[]): Input;
  /** Removes everything; also done when the process exits. */
  readonly remove: () => void;
}

/** Makes an empty workspace. */
export function createWorkspace(): Workspace {
  const { path: root, remove } = createTemporaryFolder();

  function write(file: string, text: string): number {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return Buffer.byteLength(text);
  }

  return {
    writeFolder(name, manifests) {
      let bytes = 0;
      for (const { file, text } of manifests) bytes += write(join(name, file), text);
      return { path: join(root, name), bytes };
    },
    writeDocuments(name, manifests) {
      return { path: join(root, name), bytes: write(name, joinDocuments(manifests)) };
    },
    remove,
  };
}

/** The manifests as documents of one text, each begun by a marker. */
export function joinDocuments(manifests: readonly Manifest[]): string {
  return manifests.map(({ text }) => (text.startsWith('---') ? text : `---\n${text}`)).join('');
}

/** The manifests in fewer files: `size` documents in each, the rest in the last. */
export function groupDocuments(size: number, manifests: readonly Manifest[]): readonly Manifest[] {
  const files: Manifest[] = [];
  for (let start = 0; start < manifests.length; start += size) {
    files.push({ file: `${files.length + 1}.yaml`, text: joinDocuments(manifests.slice(start, start + size)) });
  }
  return files;
}
