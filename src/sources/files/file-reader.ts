import { type FileContent, fileContent } from './file-content.ts';
import { patchesOf } from './kustomization.ts';
import { readTextFile } from './read-file.ts';

/** Reads the files of a scan. It is told of all that the scan looks at. */
export interface FileReader {
  /** What a file contributes that the report shows by a name. */
  content(path: string, shown: string, defaultNamespace: string): FileContent;
  /** The patches that a kustomization names, relative to its folder. */
  patches(path: string): readonly string[];
  /** Any entry of the folder matters. */
  looksInto(folder: string): void;
  /** The path matters, whether something is there or not. */
  looksAt(path: string): void;
}

/** Reads each file anew. */
export const plainReader: FileReader = {
  content: (path, shown, defaultNamespace) => fileContent(shown, readTextFile(path), defaultNamespace),
  patches: (path) => patchesOf(readTextFile(path), path),
  looksInto() {},
  looksAt() {},
};
