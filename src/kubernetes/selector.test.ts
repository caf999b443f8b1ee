import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { labelSelectorMatches } from './selector.ts';

const labels = new Map([
  ['app', 'web'],
  ['tier', 'front'],
  ['empty', ''],
]);

function requirement(key: unknown, operator: unknown, values?: unknown): JsonObject {
  return { matchExpressions: [{ key, operator, values }] };
}

describe('labelSelectorMatches', () => {
  it('selects everything when empty, nothing when absent', () => {
    expect(labelSelectorMatches({}, labels)).toBe(true);
    expect(labelSelectorMatches({}, new Map())).toBe(true);
    expect(labelSelectorMatches({ matchLabels: {}, matchExpressions: [] }, labels)).toBe(true);
    expect(labelSelectorMatches({ matchLabels: null, matchExpressions: null }, labels)).toBe(true);
    expect(labelSelectorMatches(undefined, labels)).toBe(false);
  });

  it.each<[JsonObject, boolean]>([
    [{ app: 'web' }, true],
    [{ app: 'web', tier: 'front' }, true],
    [{ empty: '' }, true],
    [{ app: 'api' }, false],
    [{ app: 'web', tier: 'back' }, false],
    [{ zone: 'a' }, false],
    [{ zone: '' }, false],
  ])('matches the labels %j: %j', (matchLabels, expected) => {
    expect(labelSelectorMatches({ matchLabels }, labels)).toBe(expected);
  });

  it.each<[string, string, unknown, boolean]>([
    ['app', 'In', ['api', 'web'], true],
    ['app', 'In', ['api'], false],
    ['app', 'In', [], false],
    ['app', 'In', undefined, false],
    ['zone', 'In', ['a'], false],
    ['zone', 'In', [undefined], false],
    ['app', 'NotIn', ['api', 'web'], false],
    ['app', 'NotIn', ['api'], true],
    ['zone', 'NotIn', ['a'], true],
    ['app', 'Exists', undefined, true],
    ['empty', 'Exists', undefined, true],
    ['zone', 'Exists', undefined, false],
    ['app', 'DoesNotExist', undefined, false],
    ['zone', 'DoesNotExist', undefined, true],
    ['app', 'in', ['web'], false],
    ['app', 'Gt', ['1'], false],
  ])('decides %s %s %j: %j', (key, operator, values, expected) => {
    expect(labelSelectorMatches(requirement(key, operator, values), labels)).toBe(expected);
  });

  it('wants every requirement', () => {
    const exists = { key: 'app', operator: 'Exists' };
    const isMissing = { key: 'app', operator: 'DoesNotExist' };
    expect(labelSelectorMatches({ matchExpressions: [exists, exists] }, labels)).toBe(true);
    expect(labelSelectorMatches({ matchExpressions: [exists, isMissing] }, labels)).toBe(false);
    expect(labelSelectorMatches({ matchLabels: { app: 'api' }, matchExpressions: [exists] }, labels)).toBe(false);
    expect(labelSelectorMatches({ matchLabels: { app: 'web' }, matchExpressions: [isMissing] }, labels)).toBe(false);
  });

  it('takes requirements that are none for refused', () => {
    expect(labelSelectorMatches({ matchExpressions: ['app'] }, labels)).toBe(false);
    expect(labelSelectorMatches(requirement(1, 'Exists'), labels)).toBe(false);
    expect(labelSelectorMatches(requirement('app', null), labels)).toBe(false);
  });
});
