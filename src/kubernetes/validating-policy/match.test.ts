import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import type { Truth } from '../../core/truth.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { anyObject } from '../object.ts';
import { meetsCriteria } from './match.ts';

const shop = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'sales' } } };
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
};
const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' } };
const gadget = { apiVersion: 'shop.example/v1', kind: 'Gadget', metadata: { name: 'one' } };
const gadgets = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'gadgetry.shop.example' },
  spec: { group: 'shop.example', scope: 'Cluster', names: { kind: 'Gadget', plural: 'gadgetry' } },
};

function meets(criteria: JsonObject, object: JsonObject = pod, ...others: readonly JsonObject[]): Truth {
  const inventory = inventoryOfObjects([object, ...others]);
  const [judged] = anyObject.enumerate(inventory);
  if (judged === undefined) throw new Error('there is no object');
  return meetsCriteria(criteria, judged, inventory);
}

function rules(changes: JsonObject = {}): JsonObject {
  const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['pods'], ...changes };
  return { resourceRules: [rule] };
}

describe('meetsCriteria', () => {
  it.each([
    [{}, 'yes'],
    [rules(), 'yes'],
    [rules({ resources: ['services'] }), 'no'],
    [rules({ operations: ['UPDATE'] }), 'no'],
    [rules({ resourceNames: ['web', 'other'] }), 'yes'],
    [rules({ resourceNames: ['other'] }), 'no'],
    [{ ...rules(), excludeResourceRules: rules()['resourceRules'] }, 'no'],
    [{ ...rules(), excludeResourceRules: rules({ resources: ['services'] })['resourceRules'] }, 'yes'],
    [{ ...rules(), objectSelector: { matchLabels: { app: 'web' } } }, 'yes'],
    [{ ...rules(), objectSelector: { matchLabels: { app: 'other' } } }, 'no'],
    [{ ...rules({ apiVersions: ['*'] }), matchPolicy: 'Exact' }, 'yes'],
    [{ ...rules({ apiVersions: ['v2'] }), matchPolicy: 'Exact' }, 'no'],
  ])('%j: %s', (criteria, expected) => {
    expect(meets(criteria).is).toBe(expected);
  });

  it('does not know what an object is in another version', () => {
    expect(meets(rules({ apiVersions: ['v2'] }))).toEqual({
      is: 'unknown',
      missing: ['what Pod web is in the version that the policy asks for'],
    });
  });

  it('selects the namespace of an object by its labels and its name', () => {
    const bySales = { namespaceSelector: { matchLabels: { team: 'sales' } } };
    expect(meets(bySales, pod, shop).is).toBe('yes');
    expect(meets({ namespaceSelector: { matchLabels: { team: 'ops' } } }, pod, shop).is).toBe('no');
    expect(meets(bySales)).toEqual({ is: 'unknown', missing: ['no Namespace "shop" is among the inputs'] });
    const byName = { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['shop'] };
    expect(meets({ namespaceSelector: { matchExpressions: [byName] } }).is).toBe('no');
    expect(meets({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }).is).toBe('yes');
  });

  it('selects a namespace by its own labels, and asks nothing of other objects of the cluster', () => {
    const bySales = { namespaceSelector: { matchLabels: { team: 'sales' } } };
    expect(meets(bySales, shop).is).toBe('yes');
    expect(meets({ namespaceSelector: { matchLabels: { team: 'ops' } } }, shop).is).toBe('no');
    expect(meets(bySales, node).is).toBe('yes');
  });

  it('takes the name and the scope of a custom resource from its definition', () => {
    const ofShop = rules({ apiGroups: ['shop.example'], resources: ['gadgetry'] });
    expect(meets(ofShop, gadget, gadgets).is).toBe('yes');
    expect(meets(ofShop, gadget).is).toBe('no');
    expect(meets({ namespaceSelector: { matchLabels: { team: 'ops' } } }, gadget, gadgets).is).toBe('yes');
  });
});
