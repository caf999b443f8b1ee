import { describe, expect, it } from 'vitest';
import { compareReleases, formatRelease, parseRelease, rangeOf, ranges } from './release.ts';

describe('parseRelease', () => {
  it.each([
    ['1.21.10', [1, 21, 10]],
    ['v1.33.4-gke.100', [1, 33, 4]],
    ['v1.30.2+k3s1', [1, 30, 2]],
    ['1.12', [1, 12, 0]],
    ['2.9.1-ubuntu', [2, 9, 1]],
    ['latest', undefined],
    ['1', undefined],
    ['1.2.3.4', undefined],
    ['1.2.x', undefined],
    ['1.2rc', undefined],
    ['', undefined],
  ])('reads %s as %j', (text, release) => {
    expect(parseRelease(text)).toEqual(release);
  });
});

describe('releases', () => {
  it('compare as numbers', () => {
    expect(compareReleases([1, 21, 10], [1, 21, 5])).toBeGreaterThan(0);
    expect(compareReleases([1, 9, 0], [1, 21, 0])).toBeLessThan(0);
    expect(compareReleases([2, 0, 0], [1, 99, 99])).toBeGreaterThan(0);
    expect(compareReleases([1, 2, 3], [1, 2, 3])).toBe(0);
    expect(formatRelease([1, 2, 3])).toBe('1.2.3');
  });

  it('lie in the range that holds them', () => {
    const affected = ranges('0..1.27.13', '1.28.0..1.28.9', '1.30.0..');
    expect(rangeOf([1, 27, 12], affected)?.fixed).toEqual([1, 27, 13]);
    expect(rangeOf([1, 27, 13], affected)).toBeUndefined();
    expect(rangeOf([1, 28, 0], affected)?.introduced).toEqual([1, 28, 0]);
    expect(rangeOf([1, 28, 9], affected)).toBeUndefined();
    expect(rangeOf([1, 99, 0], affected)).toEqual({ introduced: [1, 30, 0] });
  });
});
