import { describe, expect, it } from 'vitest';
import { bareKind, type CompleteClaim, type Coverage, isCovered } from './coverage.ts';

function claim(kinds?: readonly string[], namespace?: string): Coverage {
  const one: CompleteClaim = { kinds, namespace };
  return { claims: [one], gaps: [] };
}

describe('isCovered', () => {
  it.each([
    ['everything', claim(), 'apps/Deployment', 'shop', true],
    ['everything', claim(), 'apps/Deployment', undefined, true],
    ['everything of a namespace', claim(undefined, 'shop'), 'apps/Deployment', 'shop', true],
    ['everything of a namespace', claim(undefined, 'shop'), 'apps/Deployment', 'api', false],
    ['everything of a namespace, all being asked for', claim(undefined, 'shop'), 'apps/Deployment', undefined, false],
    ['a bare kind', claim(['Deployment']), 'apps/Deployment', 'shop', true],
    ['a bare kind', claim(['Deployment']), 'other.example/Deployment', 'shop', true],
    ['a bare kind', claim(['Deployment']), 'apps/ReplicaSet', 'shop', false],
    ['a kind with its group', claim(['apps/Deployment']), 'apps/Deployment', 'shop', true],
    ['a kind with its group', claim(['apps/Deployment']), 'other.example/Deployment', 'shop', false],
    ['a kind of the core group', claim(['Service']), 'Service', 'shop', true],
    ['one of several kinds', claim(['Pod', 'Secret']), 'Secret', undefined, true],
    ['no kind', claim([]), 'Secret', undefined, false],
    ['a kind of a namespace', claim(['Secret'], 'shop'), 'Secret', 'shop', true],
    ['a kind of a namespace', claim(['Secret'], 'shop'), 'Secret', 'api', false],
    ['nothing', { claims: [], gaps: [] }, 'Secret', 'shop', false],
  ])('with a claim of %s (%j): %s in %s is %j', (_what, coverage, kind, namespace, expected) => {
    expect(isCovered(coverage, kind, namespace)).toBe(expected);
  });

  it('takes any of several claims', () => {
    const coverage = { claims: [...claim(['Pod']).claims, ...claim(['Secret'], 'shop').claims], gaps: [] };
    expect(isCovered(coverage, 'Secret', 'shop')).toBe(true);
    expect(isCovered(coverage, 'Pod', undefined)).toBe(true);
    expect(isCovered(coverage, 'Secret', undefined)).toBe(false);
  });

  it('takes no claim while there is a gap: it may hide any object', () => {
    const gaps = [{ file: 'broken.yaml', why: 'expected ":" after the key' }];
    expect(isCovered({ ...claim(), gaps }, 'Pod', 'shop')).toBe(false);
    expect(isCovered({ ...claim(['Pod'], 'shop'), gaps }, 'Pod', 'shop')).toBe(false);
  });
});

describe('bareKind', () => {
  it.each([
    ['apps/Deployment', 'Deployment'],
    ['Pod', 'Pod'],
    ['', ''],
  ])('of %j is %j', (kind, bare) => {
    expect(bareKind(kind)).toBe(bare);
  });
});
