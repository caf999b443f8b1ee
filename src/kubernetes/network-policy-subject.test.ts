import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import type { Missing } from '../core/lookup.ts';
import { no, type Truth, unknown, yes } from '../core/truth.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { namespace } from './namespace.ts';
import { namespacedPolicyKinds, subjectPolicyKinds } from './network-policy-kinds.ts';
import { appliesTo } from './network-policy-subject.ts';

interface Surroundings {
  /** The labels of the Namespace object; undefined if it is not known. */
  readonly labels?: JsonObject;
  /** Labels of the pods that are known. */
  readonly pods?: readonly JsonObject[];
  readonly missing?: Missing;
}

const missingPods = { what: 'no Pod of "shop" is among the inputs' };
const missingLabels = unknown('no Namespace "shop" is among the inputs');

/** Whether a policy applies to the namespace `shop`. */
function selects(kind: string, content: JsonObject, { labels, pods = [{}], missing }: Surroundings = {}): Truth {
  const [group, name] = kind.split('/');
  const inventory = inventoryOfObjects([
    { apiVersion: `${group}/v1`, kind: name, metadata: { name: 'fence' }, ...content },
    ...(labels === undefined ? [] : [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } }]),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'shop' } },
    ...pods.map((podLabels, index) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `pod-${index}`, namespace: 'shop', labels: podLabels },
      spec: { serviceAccountName: 'clerk' },
    })),
  ]);
  const [policy] = inventory.resources;
  const shop = [...namespace.enumerate(inventory)].find((view) => view.name === 'shop');
  if (policy === undefined || shop === undefined) throw new Error('nothing to judge');
  return appliesTo(policy, shop, { items: shop.workloads, missing });
}

describe.each(namespacedPolicyKinds)('a %s', (kind) => {
  it('applies to the namespace it lies in, whatever it selects', () => {
    const nothing = { podSelector: { matchLabels: { app: 'none' } } };
    expect(selects(kind, { metadata: { name: 'fence', namespace: 'shop' }, spec: nothing })).toEqual(yes);
    expect(selects(kind, { metadata: { name: 'fence', namespace: 'shop' } })).toEqual(yes);
    expect(selects(kind, { metadata: { name: 'fence', namespace: 'jobs' }, spec: { podSelector: {} } })).toEqual(no);
  });
});

describe.each(subjectPolicyKinds)('the subject of a %s', (kind) => {
  function selectsBy(subject: unknown, labels?: JsonObject): Truth {
    return selects(kind, { spec: { subject } }, labels === undefined ? {} : { labels });
  }

  it.each([
    [undefined],
    [null],
    [{}],
    ['all'],
    [{ namespaces: null }],
    [{ pods: {} }],
    [{ pods: { podSelector: {} } }],
  ])('%j selects nothing', (subject) => {
    expect(selectsBy(subject, {})).toEqual(no);
    expect(selectsBy(subject)).toEqual(no);
  });

  it.each([[{ namespaces: {} }], [{ pods: { namespaceSelector: {} } }], [{ namespaces: { matchLabels: {} } }]])(
    '%j selects every namespace',
    (subject) => {
      expect(selectsBy(subject, {})).toEqual(yes);
      expect(selectsBy(subject)).toEqual(yes);
    },
  );

  it('selects by the labels of the namespace, if they are known', () => {
    const bySales = { matchLabels: { team: 'sales' } };
    for (const subject of [{ namespaces: bySales }, { pods: { namespaceSelector: bySales, podSelector: {} } }]) {
      expect(selectsBy(subject, { team: 'sales' })).toEqual(yes);
      expect(selectsBy(subject, { team: 'operations' })).toEqual(no);
      expect(selectsBy(subject, {})).toEqual(no);
      expect(selectsBy(subject)).toEqual(missingLabels);
    }
  });

  it('selects by expressions', () => {
    const expressions = [
      { key: 'team', operator: 'In', values: ['sales', 'support'] },
      { key: 'legacy', operator: 'DoesNotExist' },
    ];
    expect(selectsBy({ namespaces: { matchExpressions: expressions } }, { team: 'support' })).toEqual(yes);
    expect(selectsBy({ namespaces: { matchExpressions: expressions } }, { team: 'support', legacy: '' })).toEqual(no);
    expect(selectsBy({ namespaces: { matchExpressions: expressions } })).toEqual(missingLabels);
  });

  it('knows the name of every namespace', () => {
    const byName = { 'kubernetes.io/metadata.name': 'shop' };
    const byOther = { 'kubernetes.io/metadata.name': 'jobs' };
    expect(selectsBy({ namespaces: { matchLabels: byName } })).toEqual(yes);
    expect(selectsBy({ namespaces: { matchLabels: byName } }, {})).toEqual(yes);
    expect(selectsBy({ namespaces: { matchLabels: byName } }, byOther)).toEqual(yes);
    expect(selectsBy({ namespaces: { matchLabels: byOther } })).toEqual(no);
    expect(selectsBy({ namespaces: { matchLabels: { ...byOther, team: 'sales' } } })).toEqual(no);
    expect(selectsBy({ namespaces: { matchLabels: { ...byName, team: 'sales' } } })).toEqual(missingLabels);
  });

  it('takes a label that is no text for one that no namespace has', () => {
    expect(selectsBy({ namespaces: { matchLabels: { level: 2 } } }, { level: 2 })).toEqual(no);
    expect(selectsBy({ namespaces: { matchExpressions: ['team'] } }, { team: 'sales' })).toEqual(no);
  });
});

describe('the endpoint selectors of a CiliumClusterwideNetworkPolicy', () => {
  const kind = 'cilium.io/CiliumClusterwideNetworkPolicy';
  const web = { pods: [{ app: 'api' }, { app: 'web', tier: 'front' }] };

  function selectsBy(endpointSelector: unknown, surroundings: Surroundings = web): Truth {
    return selects(kind, { spec: { endpointSelector } }, surroundings);
  }

  it.each([[undefined], [null], ['all']])('%j selects nothing', (selector) => {
    expect(selectsBy(selector)).toEqual(no);
    expect(selectsBy(selector, { pods: [], missing: missingPods })).toEqual(no);
  });

  it.each([[{}], [{ matchLabels: {} }], [{ matchLabels: null, matchExpressions: [] }]])(
    '%j selects all',
    (selector) => {
      expect(selectsBy(selector)).toEqual(yes);
      expect(selectsBy(selector, { pods: [], missing: missingPods })).toEqual(yes);
    },
  );

  it.each([
    [{ app: 'web' }, yes],
    [{ 'k8s:app': 'web' }, yes],
    [{ 'any:app': 'web' }, yes],
    [{ app: 'web', tier: 'front' }, yes],
    [{ app: 'api', tier: 'front' }, no],
    [{ app: 'database' }, no],
    [{ 'reserved:app': 'web' }, no],
    [{ 'k8s:k8s:app': 'web' }, no],
    [{ 'io.kubernetes.pod.namespace': 'shop' }, yes],
    [{ 'k8s:io.kubernetes.pod.namespace': 'shop' }, yes],
    [{ 'k8s:io.kubernetes.pod.namespace': 'jobs' }, no],
    [{ 'io.cilium.k8s.policy.serviceaccount': 'clerk' }, yes],
    [{ 'io.cilium.k8s.policy.serviceaccount': 'default' }, no],
  ])('with the labels %j: %j', (matchLabels, expected) => {
    expect(selectsBy({ matchLabels })).toEqual(expected);
  });

  it('match by expressions', () => {
    const notIn = { key: 'k8s:io.kubernetes.pod.namespace', operator: 'NotIn', values: ['kube-system'] };
    const notHere = { key: 'k8s:io.kubernetes.pod.namespace', operator: 'NotIn', values: ['shop'] };
    expect(selectsBy({ matchExpressions: [notIn] })).toEqual(yes);
    expect(selectsBy({ matchExpressions: [notHere] })).toEqual(no);
    expect(selectsBy({ matchLabels: { app: 'web' }, matchExpressions: [notHere] })).toEqual(no);
    expect(selectsBy({ matchExpressions: [{ key: 'reserved:host', operator: 'DoesNotExist' }] })).toEqual(yes);
    expect(selectsBy({ matchExpressions: ['app'] })).toEqual(no);
  });

  it('match by the labels of the namespace, if they are known', () => {
    const bySales = { matchLabels: { 'k8s:io.cilium.k8s.namespace.labels.team': 'sales' } };
    const byName = { matchLabels: { 'io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name': 'shop' } };
    expect(selectsBy(bySales, { labels: { team: 'sales' } })).toEqual(yes);
    expect(selectsBy(bySales, { labels: { team: 'operations' } })).toEqual(no);
    expect(selectsBy(bySales, { labels: {} })).toEqual(no);
    expect(selectsBy(bySales)).toEqual(missingLabels);
    expect(selectsBy(byName)).toEqual(yes);
  });

  it('cannot match by the name of the cluster', () => {
    expect(selectsBy({ matchLabels: { 'k8s:io.cilium.k8s.policy.cluster': 'east' } })).toEqual(
      unknown('the name that Cilium has for the cluster is not among the inputs'),
    );
  });

  it('may match a pod that is not known', () => {
    const byWeb = { matchLabels: { app: 'web' } };
    expect(selectsBy(byWeb, { ...web, missing: missingPods })).toEqual(yes);
    expect(selectsBy(byWeb, { pods: [{ app: 'api' }], missing: missingPods })).toEqual(unknown(missingPods.what));
    expect(selectsBy(byWeb, { pods: [] })).toEqual(no);
  });

  it('stand in spec and in each of specs', () => {
    const here = { endpointSelector: { matchLabels: { app: 'web' } } };
    const elsewhere = { endpointSelector: { matchLabels: { app: 'database' } } };
    expect(selects(kind, { specs: [elsewhere, here] }, web)).toEqual(yes);
    expect(selects(kind, { specs: [elsewhere] }, web)).toEqual(no);
    expect(selects(kind, { spec: elsewhere, specs: [here] }, web)).toEqual(yes);
    expect(selects(kind, { spec: here, specs: [elsewhere] }, web)).toEqual(yes);
    expect(selects(kind, { spec: { nodeSelector: {} } }, web)).toEqual(no);
    expect(selects(kind, {}, web)).toEqual(no);
  });
});

describe.each(['projectcalico.org/GlobalNetworkPolicy', 'crd.projectcalico.org/GlobalNetworkPolicy'])(
  'the selectors of a %s',
  (kind) => {
    it.each([
      [undefined],
      [null],
      [{}],
      [{ selector: '' }],
      [{ selector: 'all()' }],
      [{ selector: ' all() ', namespaceSelector: 'all()', serviceAccountSelector: '' }],
    ])('select every pod with %j', (spec) => {
      expect(selects(kind, { spec })).toEqual(yes);
    });

    it.each([
      [{ serviceAccountSelector: "team == 'sales'" }, 'serviceAccountSelector'],
      [{ selector: 'team sales' }, 'selector'],
      [{ namespaceSelector: 'team = sales' }, 'namespaceSelector'],
    ])('are not known with %j', (spec, field) => {
      expect(selects(kind, { spec }, { labels: { team: 'sales' } })).toEqual(
        unknown(`whether GlobalNetworkPolicy fence selects pods of "shop": its ${field} is not evaluated`),
      );
    });

    const shown = { labels: { team: 'sales' }, pods: [{ app: 'api' }, { app: 'web' }] };

    it.each([
      [{ selector: "app == 'web'" }, yes],
      [{ selector: "app == 'database'" }, no],
      [{ selector: "projectcalico.org/namespace == 'shop'" }, yes],
      [{ selector: "projectcalico.org/serviceaccount == 'clerk' && projectcalico.org/orchestrator == 'k8s'" }, yes],
      [{ namespaceSelector: "team == 'sales'", selector: 'has(app)' }, yes],
      [{ namespaceSelector: "team == 'ops'" }, no],
      [{ namespaceSelector: "projectcalico.org/name == 'shop'" }, yes],
      [{ namespaceSelector: 'global()' }, no],
    ])('by %j: %j', (spec, expected) => {
      expect(selects(kind, { spec }, shown)).toEqual(expected);
    });

    it('rest on the labels of the namespace, and on pods that may be missing', () => {
      expect(selects(kind, { spec: { namespaceSelector: "team == 'sales'" } })).toEqual(missingLabels);
      const some = { pods: [], missing: missingPods };
      expect(selects(kind, { spec: { selector: "app == 'web'" } }, some)).toEqual(unknown(missingPods.what));
      expect(selects(kind, { spec: { selector: 'all()' } }, some)).toEqual(yes);
    });
  },
);
