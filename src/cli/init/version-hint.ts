import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readTextFile } from '../../sources/files/read-file.ts';

/** A version of Kubernetes that a file of the repository names. */
export interface VersionHint {
  /** `1.31`. */
  readonly version: string;
  /** The file, from the root of the repository. */
  readonly file: string;
}

/** Each with the version as its only group. A version tells most where it is run. */
const RUN = [/\bkindest\/node:v(1\.\d{1,3})\b/, /\brancher\/k3s:v(1\.\d{1,3})\b/];
const TOOLS = [/^(?:kubectl|kubernetes)\s+v?(1\.\d{1,3})\b/m];
const CHART = [/^kubeVersion:[^\n]{0,40}?\b(1\.\d{1,3})\b/m];
const LARGEST = 1_000_000;

/** The first version that is named: by what the CI and local clusters run, by the tools, by charts. */
export function versionHint(
  folder: string,
  charts: readonly string[],
  continuousIntegration: readonly string[],
): VersionHint | undefined {
  const run = [...continuousIntegration.flatMap((path) => filesAt(folder, path)), 'kind.yaml', 'kind-config.yaml'];
  const looks: readonly (readonly [readonly string[], readonly RegExp[]])[] = [
    [run, RUN],
    [['.tool-versions'], TOOLS],
    [charts.map((chart) => (chart === '.' ? 'Chart.yaml' : `${chart}/Chart.yaml`)), CHART],
  ];
  for (const [files, patterns] of looks) {
    for (const file of files) {
      const version = versionIn(join(folder, file), patterns);
      if (version !== undefined) return { version, file };
    }
  }
  return undefined;
}

function versionIn(path: string, patterns: readonly RegExp[]): string | undefined {
  const text = textAt(path);
  if (text === undefined) return undefined;
  return patterns.map((pattern) => pattern.exec(text)?.[1]).find((version) => version !== undefined);
}

/** The text of a plain file of ordinary size. A link may lead to what never ends. */
function textAt(path: string): string | undefined {
  try {
    const status = lstatSync(path);
    if (!status.isFile() || status.size > LARGEST) return undefined;
  } catch {
    return undefined;
  }
  const content = readTextFile(path);
  return content.is === 'text' ? content.text : undefined;
}

/** The files of a folder, or the file itself. */
function filesAt(folder: string, path: string): string[] {
  try {
    return readdirSync(join(folder, path))
      .toSorted()
      .map((name) => `${path}/${name}`);
  } catch {
    return [path];
  }
}
