/** Major, minor and patch of a released version. */
export type Release = readonly [major: number, minor: number, patch: number];

/** Releases from `introduced` on and before `fixed`; without `fixed`, every later one. */
export interface ReleaseRange {
  readonly introduced: Release;
  readonly fixed?: Release;
}

const RELEASE = /^v?(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?(?![\w.])/;

/** Reads `1.21.10`, `v1.33.4-gke.100`, `1.12`: what follows the numbers is cut off; undefined for anything else. */
export function parseRelease(text: string): Release | undefined {
  const match = RELEASE.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}

/** `1.21.10`. */
export function formatRelease(release: Release): string {
  return release.join('.');
}

/** Below zero if the first is older, above if it is newer. */
export function compareReleases(left: Release, right: Release): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The range that holds a release, if any does. */
export function rangeOf(release: Release, candidates: readonly ReleaseRange[]): ReleaseRange | undefined {
  return candidates.find(
    ({ introduced, fixed }) =>
      compareReleases(release, introduced) >= 0 && (fixed === undefined || compareReleases(release, fixed) < 0),
  );
}

/** The ranges of `introduced..fixed` texts: `0..1.27.13`, `1.28.0..1.28.9`; an open end is left out. */
export function ranges(...texts: readonly string[]): ReleaseRange[] {
  return texts.map((text) => {
    const [introduced = '', fixed = ''] = text.split('..');
    const start = parseRelease(introduced) ?? [0, 0, 0];
    const end = parseRelease(fixed);
    return end === undefined ? { introduced: start } : { introduced: start, fixed: end };
  });
}
