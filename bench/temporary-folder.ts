import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one's own under the system's temporary folder. */
export interface TemporaryFolder {
  readonly path: string;
  /** Removes the folder and all in it; also done when the process exits. */
  readonly remove: () => void;
}

/** Makes an empty folder that does not outlive this process. */
export function createTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true });
    process.removeListener('exit', remove);
  };
  process.once('exit', remove);
  return { path, remove };
}
