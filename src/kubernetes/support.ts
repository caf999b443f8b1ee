import type { Version } from '../core/check.ts';

/** The last day of support of each minor version, as the release pages of Kubernetes give it. */
const ends: ReadonlyMap<number, string> = new Map([
  [28, '2024-10-22'],
  [29, '2025-02-28'],
  [30, '2025-07-15'],
  [31, '2025-11-11'],
  [32, '2026-02-28'],
  [33, '2026-06-28'],
  [34, '2026-10-27'],
  [35, '2027-02-28'],
  [36, '2027-06-28'],
]);

const oldestListed = Math.min(...ends.keys());

/** The last day on which a version of Kubernetes is supported, `YYYY-MM-DD`; undefined for one newer than the list. */
export function supportEnd(version: Version): string | undefined {
  if (version.major !== 1) return undefined;
  return ends.get(Math.max(version.minor, oldestListed));
}
