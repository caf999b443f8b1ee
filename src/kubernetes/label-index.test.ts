import { describe, expect, it } from 'vitest';
import { createLabelIndex, isEmptySelector, type Labelled, selectorOfMap, selectorText } from './label-index.ts';

function entry(item: string, labels: Record<string, string>): Labelled<string> {
  return { item, labels: new Map(Object.entries(labels)) };
}

const entries = [
  entry('web', { app: 'web', tier: 'front', part: 'shop' }),
  entry('api', { app: 'api', tier: 'back', part: 'shop' }),
  entry('db', { app: 'db', tier: 'back' }),
];
const index = createLabelIndex(entries, (item, key) => item === 'db' && key === 'statefulset.kubernetes.io/pod-name');

describe('createLabelIndex', () => {
  it.each([
    [{}, ['web', 'api', 'db']],
    [{ matchLabels: { app: 'web' } }, ['web']],
    [{ matchLabels: { part: 'shop', tier: 'back' } }, ['api']],
    [{ matchLabels: { tier: 'back', part: 'shop', app: 'web' } }, []],
    [{ matchLabels: { app: 'none' } }, []],
    [{ matchLabels: { tier: 'back' }, matchExpressions: [{ key: 'part', operator: 'DoesNotExist' }] }, ['db']],
    [{ matchExpressions: [{ key: 'app', operator: 'In', values: ['db', 'web', 'db'] }] }, ['db', 'web']],
    [
      {
        matchExpressions: [
          { key: 'tier', operator: 'In', values: ['back'] },
          { key: 'part', operator: 'Exists' },
        ],
      },
      ['api'],
    ],
    [{ matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['back'] }] }, ['web']],
    [{ matchLabels: { 'statefulset.kubernetes.io/pod-name': 'db-0' } }, ['db']],
    [{ matchLabels: { 'statefulset.kubernetes.io/pod-name': 'db-0', app: 'web' } }, []],
    [undefined, []],
    ['damaged', []],
  ])('selects by %j', (selector, expected) => {
    expect(index.select(selector)).toEqual(expected);
  });

  it('selects as comparing with each does', () => {
    const plain = createLabelIndex(entries);
    expect(plain.select({ matchLabels: { 'pod-template-hash': 'abc' } })).toEqual([]);
  });
});

describe('selectors', () => {
  it('are empty or not', () => {
    expect([{}, { matchLabels: {} }, { matchExpressions: [] }].map(isEmptySelector)).toEqual([true, true, true]);
    expect([undefined, { matchLabels: { a: 'b' } }, { matchExpressions: [{}] }].map(isEmptySelector)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('are made of mappings', () => {
    expect([undefined, {}, { app: 'web' }].map(selectorOfMap)).toEqual([
      undefined,
      undefined,
      { matchLabels: { app: 'web' } },
    ]);
  });

  it('are shown', () => {
    const matchExpressions = [
      { key: 'tier', operator: 'In', values: ['a', 'b'] },
      { key: 'part', operator: 'Exists' },
    ];
    expect(selectorText({ matchLabels: { app: 'web', n: 1 }, matchExpressions })).toBe(
      'app=web, tier In (a, b), part Exists',
    );
    expect(selectorText(undefined)).toBe('');
  });
});
