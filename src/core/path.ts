/** The way from an object's root to one of its fields: keys of mappings, indexes of lists. */
export type Path = readonly (string | number)[];

const PLAIN_KEY = /^[\w-]+$/;

/** Prints a path as people write it: `spec.containers[0].image`, `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: Path): string {
  const pieces: string[] = [];
  for (const segment of path) {
    if (typeof segment === 'number') pieces.push('[', String(segment), ']');
    else if (!PLAIN_KEY.test(segment)) pieces.push('[', JSON.stringify(segment), ']');
    else if (pieces.length === 0) pieces.push(segment);
    else pieces.push('.', segment);
  }
  // Joined at once: piece by piece it would stay a chain of pieces in memory.
  return pieces.join('');
}
