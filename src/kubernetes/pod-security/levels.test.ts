import { describe, expect, it } from 'vitest';
import { compareLevels, parseLevel, podSecurityLevels } from './levels.ts';

describe('parseLevel', () => {
  it('knows the three levels by their exact names', () => {
    expect(podSecurityLevels.map(parseLevel)).toEqual(['privileged', 'baseline', 'restricted']);
    expect(['', 'Baseline', 'restricted ', 'default', 'constructor'].map(parseLevel)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('compareLevels', () => {
  it('puts the permissive level first', () => {
    expect(
      ['restricted', 'privileged', 'baseline'].flatMap((text) => parseLevel(text) ?? []).toSorted(compareLevels),
    ).toEqual(['privileged', 'baseline', 'restricted']);
    expect(compareLevels('baseline', 'baseline')).toBe(0);
  });
});
