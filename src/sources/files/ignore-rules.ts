import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The names of files that say what to leave out. */
export const IGNORE_FILES: readonly string[] = ['.gitignore', '.seawallignore'];
const LARGEST = 1024 * 1024;
const MOST_WILDCARDS = 6;
const MOST_DEEP_WILDCARDS = 3;

/** Tells which entries the ignore files of a folder, and of the folders above it, leave out. */
export interface IgnoreRules {
  ignores(path: string, isFolder: boolean): boolean;
  /** The rules inside a folder: these, and those of its own ignore files. */
  within(folder: string): IgnoreRules;
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * The rules for the entries of a folder: its own ignore files, and those above it up to the repository's root. Those above
 * do not count if they ignore the folder itself: who names a folder wants to see it.
 */
export function ignoreRulesFor(folder: string): IgnoreRules {
  const above = foldersAbove(folder);
  const outer = rulesOf(levelsOf(above));
  return above.length > 0 && outer.ignores(folder, true) ? rulesOf(levelsOf([folder])) : outer.within(folder);
}

/** The folders above one up to the repository's root, the root first; none outside of a repository. */
export function foldersAbove(folder: string): string[] {
  const above: string[] = [];
  for (let current = folder; !isRepositoryRoot(current); current = dirname(current)) {
    const parent = dirname(current);
    if (parent === current) return [];
    above.unshift(parent);
  }
  return above;
}

function rulesOf(levels: readonly Level[]): IgnoreRules {
  return {
    ignores(path, isFolder) {
      let ignored = false;
      for (const { folder, rules } of levels) {
        const inner = relative(folder, path).split(sep).join('/');
        const { ignored: isIgnored, unignored } = rules.test(isFolder ? `${inner}/` : inner);
        if (isIgnored) ignored = true;
        else if (unignored) ignored = false;
      }
      return ignored;
    },
    within: (folder) => {
      const added = levelsOf([folder]);
      return added.length === 0 ? rulesOf(levels) : rulesOf([...levels, ...added]);
    },
  };
}

function levelsOf(folders: readonly string[]): Level[] {
  const levels: Level[] = [];
  for (const folder of folders) {
    const texts = IGNORE_FILES.map((name) => textOf(join(folder, name))).filter((text) => text !== undefined);
    if (texts.length > 0) levels.push({ folder, rules: ignore().add(texts.join('\n')) });
  }
  return levels;
}

function isRepositoryRoot(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

/** Trying a pattern of many wildcards on one path can take minutes. It is left out: then more is read, not less. */
function isQuick(pattern: string): boolean {
  const wildcards = pattern.match(/\*+/g) ?? [];
  return wildcards.length <= MOST_WILDCARDS && wildcards.filter((run) => run.length > 1).length <= MOST_DEEP_WILDCARDS;
}

function textOf(path: string): string | undefined {
  try {
    if (statSync(path).size > LARGEST) return undefined;
    return readFileSync(path, 'utf8').split(/\r?\n/).filter(isQuick).join('\n');
  } catch {
    return undefined;
  }
}
