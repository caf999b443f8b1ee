import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { type IgnoreRules, ignoreRulesFor } from './ignore-rules.ts';
import { isKustomizationFile } from './kustomization.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** What a walk comes upon. */
export interface WalkEvents {
  /** A folder that is looked into; called before what it holds. */
  folder?(path: string): void;
  file(path: string): void;
  /** A folder that holds a chart: its templates and values are left out. */
  chart(folder: string): void;
  /** A kustomization; called before the files of its folder, itself among them. */
  kustomization(path: string): void;
  unreadable(path: string, why: string): void;
  limit(path: string, why: string): void;
}

const MANIFEST_ENDINGS = new Set(['.yaml', '.yml', '.json']);
const CHART_FOLDERS = new Set(['templates', 'charts']);
const CHART_FILES = /^(?:Chart|requirements|values.*)\.(?:ya?ml|json)$/;
const DEEPEST_FOLDER = 64;
const MOST_ENTRIES = 1_000_000;

/**
 * Visits the manifests of a folder in the order of their names. It honours .gitignore and .seawallignore, stays off .git,
 * and follows no link that leads out of the folder; a link inside it leads to what is visited anyway.
 */
export function walkFolder(root: string, events: WalkEvents): void {
  const realRoot = realPathOf(root);
  let entries = 0;

  function visit(folder: string, rules: IgnoreRules, depth: number): void {
    if (depth > DEEPEST_FOLDER) {
      events.limit(folder, `the folder lies over ${DEEPEST_FOLDER} levels deep`);
      return;
    }
    events.folder?.(folder);
    const listed = listFolder(folder, events);
    const isChart = listed.some((entry) => entry.name === 'Chart.yaml' && entry.isFile());
    if (isChart) events.chart(folder);
    for (const entry of listed) {
      const path = join(folder, entry.name);
      if (isKustomization(entry) && !rules.ignores(path, false)) events.kustomization(path);
    }
    for (const entry of listed) {
      entries += 1;
      if (entries > MOST_ENTRIES) {
        if (entries === MOST_ENTRIES + 1) events.limit(folder, `the folder has over ${MOST_ENTRIES} entries`);
        return;
      }
      const path = join(folder, entry.name);
      if (entry.name === '.git' || rules.ignores(path, entry.isDirectory())) continue;
      if (entry.isDirectory()) {
        if (!isChart || !CHART_FOLDERS.has(entry.name)) visit(path, rules.within(path), depth + 1);
      } else if (isManifest(entry, path) && !(isChart && CHART_FILES.test(entry.name))) events.file(path);
    }
  }

  function isManifest(entry: Dirent, path: string): boolean {
    if (!MANIFEST_ENDINGS.has(extname(entry.name)) && !isKustomization(entry)) return false;
    return entry.isFile() || (entry.isSymbolicLink() && leadsToFileOnlySeenHere(path));
  }

  /** A link to a manifest of the same folder tree is visited at its target; one that leads out is not followed. */
  function leadsToFileOnlySeenHere(path: string): boolean {
    try {
      const target = realpathSync(path);
      if (!target.startsWith(realRoot + sep)) return false;
      return statSync(target).isFile() && !MANIFEST_ENDINGS.has(extname(target)) && !isKustomizationFile(target);
    } catch {
      return false;
    }
  }

  visit(root, ignoreRulesFor(root), 0);
}

function isKustomization(entry: Dirent): boolean {
  return isKustomizationFile(entry.name) && !entry.isDirectory();
}

/** The path without links; as it is if that cannot be told: then listing it will say why. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function listFolder(folder: string, events: WalkEvents): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((left, right) => (left.name < right.name ? -1 : 1));
  } catch (error) {
    events.unreadable(folder, whyUnreadable(error));
    return [];
  }
}
