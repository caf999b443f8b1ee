import { remembered } from './remembered.ts';

/** The way from an object's root to one of its fields: keys of mappings, indexes of lists. */
export type Path = readonly (string | number)[];

/** True for a key that needs no quotes. Objects have few keys, each many times. */
const isPlainKey = remembered((key) => /^[\w-]+$/.test(key));

/** Prints a path as people write it: `spec.containers[0].image`, `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: Path): string {
  const pieces: string[] = [];
  for (const segment of path) {
    if (typeof segment === 'number') pieces.push('[', String(segment), ']');
    else addKey(pieces, segment);
  }
  // Joined at once: piece by piece it would stay a chain of pieces in memory.
  return pieces.join('');
}

/** Adds a key to the pieces of a printed path. */
export function addKey(pieces: string[], key: string): void {
  if (!isPlainKey(key)) pieces.push('[', JSON.stringify(key), ']');
  else if (pieces.length === 0) pieces.push(key);
  else pieces.push('.', key);
}
