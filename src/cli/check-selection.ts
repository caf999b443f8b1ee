import type { Check } from '../core/check.ts';
import { matchesGlob } from '../core/glob.ts';
import { nearest } from '../core/nearest.ts';
import { UsageError } from './command.ts';

/** The checks that exist, and the area of each by its id. */
export interface CheckCatalogue {
  readonly checks: readonly Check[];
  readonly areas: Readonly<Record<string, string>>;
}

/** What a word stands for: the id of a check, an area, or a pattern of ids such as `rbac-*`. */
export interface CheckSelector {
  readonly is: 'check' | 'area' | 'pattern';
  readonly word: string;
  readonly checks: ReadonlySet<string>;
}

/** Which checks run, of those that are on. */
export interface CheckSelection {
  /** Empty for all. */
  readonly only: readonly CheckSelector[];
  readonly skip: readonly CheckSelector[];
}

/**
 * Reads one word.
 * @throws UsageError if it stands for no check.
 */
export function parseSelector(word: string, { checks, areas }: CheckCatalogue): CheckSelector {
  const ids = checks.map((check) => check.id);
  if (ids.includes(word)) return { is: 'check', word, checks: new Set([word]) };
  const inArea = ids.filter((id) => areas[id] === word);
  if (inArea.length > 0) return { is: 'area', word, checks: new Set(inArea) };
  if (!/[*?]/.test(word)) {
    const close = nearest(word, [...ids, ...new Set(Object.values(areas))]);
    throw new UsageError(`there is no check or area "${word}"`, hintFor(word, close));
  }
  const matched = ids.filter((id) => matchesGlob(word, id));
  if (matched.length === 0) throw new UsageError(`no check is as "${word}" says`, 'see them all: seawall checks');
  return { is: 'pattern', word, checks: new Set(matched) };
}

/** Ids of other tools have a number; ours have none. */
function hintFor(word: string, close: string | undefined): string {
  if (close !== undefined) return `did you mean: ${close}`;
  return /\d/.test(word) ? `if it is of another tool: seawall explain ${word}` : 'see them all: seawall checks';
}

/** Reads `ID,AREA,…` of an option that may be repeated. */
export function parseSelectors(values: readonly string[], catalogue: CheckCatalogue): CheckSelector[] {
  const words = values.flatMap((value) => value.split(',')).map((word) => word.trim());
  return words.filter((word) => word !== '').map((word) => parseSelector(word, catalogue));
}

/** True if the selection lets a check run that is on. */
export function isSelected(id: string, { only, skip }: CheckSelection): boolean {
  const isWanted = only.length === 0 || only.some((selector) => selector.checks.has(id));
  return isWanted && !skip.some((selector) => selector.checks.has(id));
}

/** The checks that are named by their ids, which turns an opt-in check on. */
export function namedChecks({ only }: CheckSelection): string[] {
  return only.filter((selector) => selector.is === 'check').map((selector) => selector.word);
}
