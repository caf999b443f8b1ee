/** The way from an object's root to one of its fields: keys of mappings, indexes of lists. */
export type Path = readonly (string | number)[];

const PLAIN_KEY = /^[\w-]+$/;

/** Prints a path as people write it: `spec.containers[0].image`, `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`;
    else if (!PLAIN_KEY.test(segment)) text += `[${JSON.stringify(segment)}]`;
    else text += text === '' ? segment : `.${segment}`;
  }
  return text;
}
