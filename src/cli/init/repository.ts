import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readTextFile } from '../../sources/files/read-file.ts';
import { walkFolder } from '../../sources/files/walk.ts';
import { repositoryRoot } from '../config/find.ts';
import { type VersionHint, versionHint } from './version-hint.ts';

/** What a folder holds that a configuration is to know of. Paths are from the folder, with forward slashes. */
export interface Repository {
  readonly folder: string;
  /** The folders that hold Kubernetes objects, as few as tell them apart from the rest, and how many files of them. */
  readonly manifests: ReadonlyMap<string, number>;
  readonly charts: readonly string[];
  readonly kustomizations: readonly string[];
  readonly continuousIntegration: readonly string[];
  readonly version: VersionHint | undefined;
}

const MOST_FILES = 20_000;
const MOST_FOLDERS = 20;

const CI_FILES = [
  '.github/workflows',
  '.gitlab-ci.yml',
  '.circleci/config.yml',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  'Jenkinsfile',
  '.woodpecker.yml',
  '.drone.yml',
];

/** Looks at the repository that a folder lies in, or at the folder alone outside of one. */
export function detectRepository(workingDirectory: string): Repository {
  const folder = repositoryRoot(workingDirectory) ?? workingDirectory;
  const manifests: string[] = [];
  const charts: string[] = [];
  const kustomizations: string[] = [];
  let files = 0;
  walkFolder(folder, {
    file(path) {
      files += 1;
      if (files <= MOST_FILES && holdsObjects(path)) manifests.push(pathFrom(folder, path));
    },
    chart: (path) => void charts.push(pathFrom(folder, path)),
    kustomization: (path) => void kustomizations.push(pathFrom(folder, path)),
    unreadable() {},
    limit() {},
  });
  const continuousIntegration = CI_FILES.filter((name) => existsSync(join(folder, name)));
  return {
    folder,
    manifests: foldersOf(manifests),
    charts,
    kustomizations,
    continuousIntegration,
    version: versionHint(folder, charts, continuousIntegration),
  };
}

function pathFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/') || '.';
}

/** A quick look: a file that says both is a manifest, or near enough to be scanned. */
function holdsObjects(path: string): boolean {
  const content = readTextFile(path);
  return (
    content.is === 'text' && /\bapiVersion["']?\s{0,9}:/.test(content.text) && /\bkind["']?\s{0,9}:/.test(content.text)
  );
}

/** For each top folder the deepest one that holds all of its files. A file at the top makes it the whole. */
function foldersOf(files: readonly string[]): ReadonlyMap<string, number> {
  const groups = new Map<string, { folder: string; files: number }>();
  for (const file of files) {
    const folder = dirname(file);
    const top = folder.split('/')[0] ?? '.';
    const group = groups.get(top);
    if (group === undefined) groups.set(top, { folder, files: 1 });
    else groups.set(top, { folder: commonFolder(group.folder, folder), files: group.files + 1 });
  }
  if (groups.has('.') || groups.size > MOST_FOLDERS) return new Map([['.', files.length]]);
  return new Map([...groups.values()].map((group) => [group.folder, group.files]));
}

function commonFolder(left: string, right: string): string {
  const names = right.split('/');
  const differing = left.split('/').findIndex((name, index) => name !== names[index]);
  return differing === -1 ? left : left.split('/').slice(0, differing).join('/');
}
