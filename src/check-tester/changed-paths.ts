import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../core/json.ts';
import type { Path } from '../core/path.ts';

/** Where two values of a document differ. */
export interface ChangedPaths {
  /** Nodes of the first value that the second does not have, or has with another value. */
  readonly before: readonly Path[];
  /** The same the other way round. */
  readonly after: readonly Path[];
}

/** The smallest nodes in which two values differ. A mapping or list that was or becomes empty counts as a whole. */
export function changedPaths(before: unknown, after: unknown): ChangedPaths {
  const found = { before: new Array<Path>(), after: new Array<Path>() };
  compare(before, after, [], [], found);
  return found;
}

interface Found {
  readonly before: Path[];
  readonly after: Path[];
}

function compare(before: unknown, after: unknown, beforeAt: Path, afterAt: Path, found: Found): void {
  if (isDeepStrictEqual(before, after)) return;
  if (isObject(before) && isObject(after) && !isEmpty(before) && !isEmpty(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (!Object.hasOwn(after, key)) found.before.push([...beforeAt, key]);
      else if (!Object.hasOwn(before, key)) found.after.push([...afterAt, key]);
      else compare(before[key], after[key], [...beforeAt, key], [...afterAt, key], found);
    }
  } else if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    compareLists(before, after, beforeAt, afterAt, found);
  } else {
    found.before.push(beforeAt);
    found.after.push(afterAt);
  }
}

/** Entries that lists share at their start and end stand for each other; so do those between, if there are as many. */
function compareLists(before: unknown[], after: unknown[], beforeAt: Path, afterAt: Path, found: Found): void {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isDeepStrictEqual(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const isPaired = before.length === after.length;
  for (let index = start; index < Math.max(before.length, after.length) - end; index += 1) {
    if (isPaired) compare(before[index], after[index], [...beforeAt, index], [...afterAt, index], found);
    else {
      if (index < before.length - end) found.before.push([...beforeAt, index]);
      if (index < after.length - end) found.after.push([...afterAt, index]);
    }
  }
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
