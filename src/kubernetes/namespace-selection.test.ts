import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { selectsAnyNamespace, selectsNamespace } from './namespace-selection.ts';
import { podIndexOf } from './pod-index.ts';

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

function selectsAny(selector: unknown, ...objects: readonly JsonObject[]): unknown {
  const inventory = inventoryOfObjects(objects);
  const truth = selectsAnyNamespace(selector, inventory, podIndexOf(inventory));
  return truth.is === 'unknown' ? truth.missing : truth.is;
}

describe('selectsAnyNamespace', () => {
  const containers = [{ name: 'web', image: 'registry.example/web:1.4.2' }];
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'other' }, spec: { containers } };
  const hidden = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'x', labels: new UnknownValue('a variable') },
  };
  const ops = { matchLabels: { team: 'ops' } };

  it.each([
    [{ matchLabels: { team: 'sales' } }, 'yes'],
    [ops, 'no'],
    [{}, 'yes'],
    [undefined, 'no'],
    [{ matchLabels: { 'kubernetes.io/metadata.name': 'shop' } }, 'yes'],
    [{ matchLabels: { 'kubernetes.io/metadata.name': 'other' } }, 'no'],
    [{ matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } }, 'yes'],
    [{ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['shop'] }] }, 'yes'],
  ])('by %j: %s', (selector, expected) => {
    expect(selectsAny(selector, shop)).toBe(expected);
  });

  it('knows only the name of a namespace that is implied', () => {
    expect(selectsAny({ matchLabels: { 'kubernetes.io/metadata.name': 'other' } }, shop, pod)).toBe('yes');
    expect(selectsAny({ matchLabels: { 'kubernetes.io/metadata.name': 'none' } }, shop, pod)).toBe('no');
    expect(selectsAny(ops, shop, pod)).toEqual(['no Namespace "other" is among the inputs']);
  });

  it('does not know hidden labels', () => {
    expect(selectsAny(ops, shop, hidden)).toEqual(['Namespace x: metadata.labels is not known: a variable']);
  });
});
