import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { labelsOf } from './label-map.ts';

function pathsOf(object: JsonObject): string[] {
  return inventoryOfObjects([object]).resources.flatMap((resource) =>
    labelsOf(resource).maps.map(({ path }) => formatPath(path)),
  );
}

const labels = { app: 'web' };
const selector = { matchLabels: labels };

describe('the label maps of an object', () => {
  it('finds the labels of a template, and the selector of its controller', () => {
    const spec = { selector, template: { metadata: { labels }, spec: { nodeSelector: labels } } };
    expect(pathsOf({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { labels }, spec })).toEqual([
      'metadata.labels',
      'spec.template.metadata.labels',
      'spec.template.spec.nodeSelector',
      'spec.selector.matchLabels',
    ]);
  });

  it('finds the labels of a pod once', () => {
    expect(pathsOf({ apiVersion: 'v1', kind: 'Pod', metadata: { labels }, spec: { nodeSelector: labels } })).toEqual([
      'metadata.labels',
      'spec.nodeSelector',
    ]);
  });

  it('finds plain selectors', () => {
    expect(pathsOf({ apiVersion: 'v1', kind: 'Service', spec: { selector: labels } })).toEqual(['spec.selector']);
  });

  it('finds the peers of a network policy', () => {
    const spec = {
      podSelector: selector,
      ingress: ['damaged', { from: [{ podSelector: selector, namespaceSelector: selector }] }],
      egress: [{ to: [{ namespaceSelector: selector }] }],
    };
    expect(pathsOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec })).toEqual([
      'spec.podSelector.matchLabels',
      'spec.ingress[1].from[0].podSelector.matchLabels',
      'spec.ingress[1].from[0].namespaceSelector.matchLabels',
      'spec.egress[0].to[0].namespaceSelector.matchLabels',
    ]);
  });

  it('finds any number of peers', () => {
    const from = Array.from({ length: 200_000 }, () => ({ podSelector: selector }));
    const spec = { ingress: [{ from }] };
    expect(pathsOf({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec })).toHaveLength(200_000);
  });

  it('finds the selectors of a template', () => {
    const term = { labelSelector: selector, namespaceSelector: selector };
    const affinity = {
      podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: term }, 'damaged'] },
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] },
    };
    const spec = { template: { spec: { affinity, topologySpreadConstraints: [{ labelSelector: selector }] } } };
    const at = 'spec.template.spec.affinity';
    const preferred = `${at}.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm`;
    const required = `${at}.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]`;
    expect(pathsOf({ apiVersion: 'apps/v1', kind: 'Deployment', spec })).toEqual([
      `${preferred}.labelSelector.matchLabels`,
      `${preferred}.namespaceSelector.matchLabels`,
      `${required}.labelSelector.matchLabels`,
      `${required}.namespaceSelector.matchLabels`,
      'spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels',
    ]);
  });

  it('finds the labels of templates of other objects', () => {
    const claims = [{ metadata: { labels }, spec: { selector } }];
    const spec = { volumeClaimTemplates: claims };
    expect(pathsOf({ apiVersion: 'apps/v1', kind: 'StatefulSet', spec })).toEqual([
      'spec.volumeClaimTemplates[0].metadata.labels',
      'spec.volumeClaimTemplates[0].spec.selector.matchLabels',
    ]);
    const jobTemplate = { metadata: { labels }, spec: { selector } };
    expect(pathsOf({ apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate } })).toEqual([
      'spec.jobTemplate.metadata.labels',
      'spec.jobTemplate.spec.selector.matchLabels',
    ]);
  });

  it('finds the selectors of roles, webhooks and policies', () => {
    const admission = 'admissionregistration.k8s.io/v1';
    expect(
      pathsOf({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        aggregationRule: { clusterRoleSelectors: [selector, selector] },
      }),
    ).toEqual([
      'aggregationRule.clusterRoleSelectors[0].matchLabels',
      'aggregationRule.clusterRoleSelectors[1].matchLabels',
    ]);
    const webhooks = [{ objectSelector: selector, namespaceSelector: selector }];
    expect(pathsOf({ apiVersion: admission, kind: 'ValidatingWebhookConfiguration', webhooks })).toEqual([
      'webhooks[0].namespaceSelector.matchLabels',
      'webhooks[0].objectSelector.matchLabels',
    ]);
    const matchConstraints = { objectSelector: selector };
    expect(pathsOf({ apiVersion: admission, kind: 'ValidatingAdmissionPolicy', spec: { matchConstraints } })).toEqual([
      'spec.matchConstraints.objectSelector.matchLabels',
    ]);
    const spec = { paramRef: { selector }, matchResources: { namespaceSelector: selector } };
    expect(pathsOf({ apiVersion: admission, kind: 'ValidatingAdmissionPolicyBinding', spec })).toEqual([
      'spec.matchResources.namespaceSelector.matchLabels',
      'spec.paramRef.selector.matchLabels',
    ]);
  });

  it('knows no selectors of other kinds', () => {
    expect(pathsOf({ apiVersion: 'shop.example/v1', kind: 'Order', spec: { selector: labels } })).toEqual([]);
  });
});

describe('the requirements of an object', () => {
  it('finds the expressions of selectors', () => {
    const expressions = { matchExpressions: [{ key: 'app', operator: 'Exists' }, 'damaged'] };
    const spec = { podSelector: expressions, ingress: [{ from: [{ namespaceSelector: expressions }] }] };
    const [policy] = inventoryOfObjects([
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', spec },
    ]).resources;
    expect(
      policy && labelsOf(policy).requirements.map(({ path, content }) => [formatPath(path), content['key']]),
    ).toEqual([
      ['spec.podSelector.matchExpressions[0]', 'app'],
      ['spec.podSelector.matchExpressions[1]', undefined],
      ['spec.ingress[0].from[0].namespaceSelector.matchExpressions[0]', 'app'],
      ['spec.ingress[0].from[0].namespaceSelector.matchExpressions[1]', undefined],
    ]);
  });
});
