const LONGEST_NAME = 256;

/**
 * The words of a name in lower case: split where a character is neither letter nor digit, where a capital follows a small
 * letter, and where a run of capitals ends (`DBPassword`).
 */
export function wordsOf(name: string): string[] {
  return name
    .slice(0, LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}
