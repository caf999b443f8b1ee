import type { Version } from '../core/check.ts';

/** The newest Kubernetes version that is known, and the default target. */
export const newestVersion: Version = { major: 1, minor: 36 };

const VERSION = /^v?(\d+)\.(\d+)(?:\.\d+)?(?:[-+].*)?$/;

/** Reads `1.34`, `v1.34.2`, `1.34.2-gke.100`; undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const match = VERSION.exec(text);
  if (match === null) return undefined;
  return { major: Number(match[1]), minor: Number(match[2]) };
}

/** True from `1.minor` on. */
export function isFrom(version: Version, minor: number): boolean {
  return version.major > 1 || (version.major === 1 && version.minor >= minor);
}

/** `1.36`. */
export function formatVersion(version: Version): string {
  return `${version.major}.${version.minor}`;
}
