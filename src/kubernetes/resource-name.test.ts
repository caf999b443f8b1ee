import { describe, expect, it } from 'vitest';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { pluralOf, resourceNameOf } from './resource-name.ts';

describe('pluralOf', () => {
  it.each([
    ['Pod', 'pods'],
    ['Endpoints', 'endpoints'],
    ['EndpointSlice', 'endpointslices'],
    ['Ingress', 'ingresses'],
    ['IngressClass', 'ingressclasses'],
    ['NetworkPolicy', 'networkpolicies'],
    ['Gateway', 'gateways'],
    ['PriorityClass', 'priorityclasses'],
  ])('%s: %s', (kind, plural) => {
    expect(pluralOf(kind)).toBe(plural);
  });
});

describe('resourceNameOf', () => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'gadgetry.shop.example' },
    spec: { group: 'shop.example', scope: 'Cluster', names: { kind: 'Gadget', plural: 'gadgetry' } },
  };
  const inventory = inventoryOfObjects([definition, { ...definition, spec: {} }]);

  it('takes the name of a custom resource from its definition', () => {
    expect(resourceNameOf('shop.example/Gadget', inventory)).toEqual({
      group: 'shop.example',
      resource: 'gadgetry',
      isNamespaced: false,
    });
  });

  it('makes the name of any other kind by the rule', () => {
    expect(resourceNameOf('Node', inventory)).toEqual({ group: '', resource: 'nodes', isNamespaced: false });
    expect(resourceNameOf('apps/Deployment', inventory)).toEqual({
      group: 'apps',
      resource: 'deployments',
      isNamespaced: true,
    });
  });
});
