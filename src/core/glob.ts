/** Whether a text is as a pattern says: `*` stands for any characters, `?` for one. At most one step for each pair of characters. */
export function matchesGlob(pattern: string, text: string): boolean {
  return matchesInOrder(pattern, text, '*', (expected, character) => expected === '?' || expected === character);
}

/**
 * Whether a path, or a folder that it lies in, is as a pattern says. Both are relative to the same folder and have forward
 * slashes. `**` stands for any folders, `*` and `?` for characters of one name. No pattern but one that starts with `../`
 * reaches out of the folder.
 */
export function matchesPathGlob(pattern: string, path: string): boolean {
  const names = pattern.split('/').filter((name) => name !== '' && name !== '.');
  if (path.startsWith('../') && names[0] !== '..') return false;
  return matchesInOrder([...names, '**'], path.split('/'), '**', matchesGlob);
}

/** Matches item by item. Only the last star needs to be tried again: an earlier one has matched as little as it could. */
function matchesInOrder(
  patterns: ArrayLike<string>,
  items: ArrayLike<string>,
  star: string,
  matchesOne: (pattern: string, item: string) => boolean,
): boolean {
  let at = 0;
  let item = 0;
  let lastStar = -1;
  let resumeAt = 0;
  while (item < items.length) {
    const pattern = patterns[at];
    if (pattern === star) {
      lastStar = at;
      resumeAt = item;
      at += 1;
    } else if (pattern !== undefined && matchesOne(pattern, items[item] ?? '')) {
      at += 1;
      item += 1;
    } else if (lastStar !== -1) {
      resumeAt += 1;
      item = resumeAt;
      at = lastStar + 1;
    } else return false;
  }
  while (patterns[at] === star) at += 1;
  return at === patterns.length;
}
