import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { selectsNamespace } from './namespace-selection.ts';

const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'sales' } } };

function selects(selector: unknown, name: string, complete = false): unknown {
  const truth = selectsNamespace(selector, name, inventoryOfObjects([shop], complete));
  return truth.is === 'unknown' ? truth.missing : truth.is;
}

describe('selectsNamespace', () => {
  it.each([
    [{}, 'other', 'yes'],
    [undefined, 'shop', 'no'],
    [{ matchLabels: { team: 'sales' } }, 'shop', 'yes'],
    [{ matchLabels: { team: 'ops' } }, 'shop', 'no'],
    [{ matchLabels: { 'kubernetes.io/metadata.name': 'other' } }, 'other', 'yes'],
    [
      { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['other'] }] },
      'other',
      'no',
    ],
    [{ matchLabels: { 'kubernetes.io/metadata.name': 'shop', team: 'sales' } }, 'shop', 'yes'],
    [{ matchLabels: { team: 'sales' } }, 'other', ['no Namespace "other" is among the inputs']],
  ])('by %j the namespace %s: %j', (selector, name, expected) => {
    expect(selects(selector, name)).toEqual(expected);
  });

  it('does not know the labels of a namespace that is only implied', () => {
    expect(selects({ matchLabels: { team: 'sales' } }, 'other', true)).toEqual([
      'no Namespace "other" is among the inputs',
    ]);
  });
});
