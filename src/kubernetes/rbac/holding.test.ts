import { describe, expect, it } from 'vitest';
import type { Reporter } from '../../core/check.ts';
import type { Inventory } from '../../core/inventory.ts';
import { createInventory } from '../../core/inventory.ts';
import type { JsonObject } from '../../core/json.ts';
import { UnknownValue } from '../../core/unknown-value.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { type Role, role } from '../role.ts';
import type { Scope } from './grant.ts';
import { type Holding, heldReport, holdingExcept, holdingInNamespacesOnly, holdingOf } from './holding.ts';
import { account, clusterRole, clusterRoleBinding, coreRule, namespacedRole, roleBinding } from './rbac-objects.ts';

const rules = [coreRule('get', 'pods')];
const operator = clusterRole('operator', rules);
const deployer = namespacedRole('shop', 'deployer', rules);
const web = account('shop', 'web');
const ann = { kind: 'User', name: 'ann' };

const everywhere = clusterRoleBinding('ClusterRole/operator', web);
const inShop = roleBinding('shop', 'ClusterRole/operator', ann);
const unread = { ...clusterRoleBinding('ClusterRole/x', ann), roleRef: new UnknownValue('the value is not set') };
const unreadInShop = { ...roleBinding('shop', 'Role/x', ann), roleRef: new UnknownValue('the value is not set') };

/** The first role of some objects, in an inventory of them. */
function first(objects: readonly JsonObject[], complete: boolean): [Role, Inventory] {
  const inventory = inventoryOfObjects(objects, complete);
  for (const kind of ['ClusterRole', 'Role']) {
    for (const view of role.enumerate(inventory)) if (view.resource.kind.endsWith(`/${kind}`)) return [view, inventory];
  }
  throw new Error('no role');
}

function shown(answer: Holding): string {
  if (answer.is === 'held') return answer.bindings.map(({ namespace }) => namespace ?? 'everywhere').join(', ');
  return answer.is === 'unknown' ? answer.missing.what : answer.is;
}

function holding(scope: Scope, objects: readonly JsonObject[], complete = false): string {
  const [view, inventory] = first(objects, complete);
  return shown(holdingOf(view, scope, inventory));
}

const kubeSystem = { namespace: 'kube-system' };

describe('holdingOf', () => {
  it('is by every binding in a namespace', () => {
    expect(holding('namespace', [operator, everywhere, inShop])).toBe('shop, everywhere');
    expect(holding('namespace', [deployer, roleBinding('shop', 'Role/deployer', ann)])).toBe('shop');
  });

  it('is by ClusterRoleBindings at cluster scope', () => {
    expect(holding('cluster', [operator, everywhere, inShop])).toBe('everywhere');
    expect(holding('cluster', [operator, inShop])).toBe('assumed');
    expect(holding('cluster', [operator, inShop], true)).toBe('unheld');
    expect(holding('cluster', [deployer, roleBinding('shop', 'Role/deployer', ann)])).toBe('unheld');
  });

  it('is by bindings that reach a namespace', () => {
    const inKubeSystem = roleBinding('kube-system', 'ClusterRole/operator', ann);
    expect(holding(kubeSystem, [operator, everywhere, inShop, inKubeSystem])).toBe('kube-system, everywhere');
    expect(holding(kubeSystem, [operator, inShop])).toBe('assumed');
    expect(holding(kubeSystem, [operator, inShop], true)).toBe('unheld');
    expect(holding(kubeSystem, [deployer])).toBe('unheld');
    expect(holding({ namespace: 'shop' }, [deployer])).toBe('assumed');
  });

  it('is assumed where not every binding is shown', () => {
    expect(holding('namespace', [operator])).toBe('assumed');
    expect(holding('namespace', [operator], true)).toBe('unheld');
    expect(holding('namespace', [operator, unread])).toBe('assumed');
  });

  it('is unknown where a binding that counts could not be read', () => {
    const missing = 'roleRef is not known: the value is not set';
    expect(holding('namespace', [operator, unread], true)).toBe(missing);
    expect(holding('namespace', [operator, unreadInShop], true)).toBe(missing);
    expect(holding('cluster', [operator, unreadInShop], true)).toBe('unheld');
    expect(holding('namespace', [deployer, unread], true)).toBe('unheld');
    expect(holding('namespace', [deployer, unreadInShop], true)).toBe(missing);
  });

  it('asks for the bindings of the namespace of a Role alone', () => {
    const { resources } = inventoryOfObjects([deployer]);
    const claims = [{ kinds: ['RoleBinding'], namespace: 'shop' }];
    const inventory = createInventory(resources, {
      id: 'objects',
      defaultNamespace: 'default',
      coverage: { claims, gaps: [] },
    });
    const [view] = role.enumerate(inventory);
    expect(view && shown(holdingOf(view, 'namespace', inventory))).toBe('unheld');
  });

  it('leaves what a gathered role grants to those that gather it', () => {
    const labelled = { 'shop.example/part': 'true' };
    const part = clusterRole('operator', rules, {}, labelled);
    const gatherer = clusterRole('z', null, { aggregationRule: { clusterRoleSelectors: [{ matchLabels: labelled }] } });
    expect(holding('namespace', [part, gatherer])).toBe('unheld');
    expect(holding('namespace', [part, gatherer, everywhere])).toBe('everywhere');
  });

  it('counts the bindings of built-in roles that gather it and are not among the inputs', () => {
    const joining = clusterRole('operator', rules, {}, { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' });
    const ofAdmin = roleBinding('shop', 'ClusterRole/admin', ann);
    expect(holding('namespace', [joining, ofAdmin])).toBe('shop');
    expect(holding('namespace', [joining, roleBinding('shop', 'ClusterRole/view', ann)])).toBe('assumed');
    expect(holding('namespace', [joining, ofAdmin, clusterRole('z-admin', rules)], true)).toBe('shop');
    expect(holding('namespace', [joining, clusterRole('admin', rules), ofAdmin], true)).toBe('unheld');
  });
});

function only(objects: readonly JsonObject[], complete = true): string {
  const [view, inventory] = first(objects, complete);
  return shown(holdingInNamespacesOnly(view, inventory));
}

describe('holdingInNamespacesOnly', () => {
  it('is of what nobody holds at cluster scope', () => {
    expect(only([operator, inShop])).toBe('shop');
    expect(only([operator, inShop, everywhere])).toBe('unheld');
    expect(only([operator, inShop], false)).toBe('unheld');
    expect(only([operator, inShop, unread])).toBe('roleRef is not known: the value is not set');
    expect(only([deployer], false)).toBe('assumed');
  });
});

function except(objects: readonly JsonObject[], complete = false): string {
  const [view, inventory] = first(objects, complete);
  return shown(holdingExcept(({ kind }) => kind === 'ServiceAccount', view, 'namespace', inventory));
}

describe('holdingExcept', () => {
  it('takes harmless holders for none', () => {
    expect(except([operator, everywhere])).toBe('unheld');
    expect(except([operator, everywhere, inShop])).toBe('shop, everywhere');
    expect(except([operator])).toBe('assumed');
    expect(except([operator], true)).toBe('unheld');
    expect(except([operator, unread])).toBe('roleRef is not known: the value is not set');
    expect(except([operator, unread, everywhere])).toBe('unheld');
  });
});

function said(objects: readonly JsonObject[], complete = false): unknown[] {
  const lines: unknown[] = [];
  const reporter = (assuming: string): Reporter<{ granted: string }> => ({
    fail: () => expect.unreachable(),
    unknown: ({ what }) => void lines.push(what),
    notApplicable: () => expect.unreachable(),
    assuming: (what) => {
      lines.push(`${assuming}${what}`);
      return reporter(what);
    },
  });
  const [view, inventory] = first(objects, complete);
  lines.push(heldReport(holdingOf(view, 'namespace', inventory), reporter(''))?.holders);
  return lines;
}

describe('heldReport', () => {
  it('names who holds it, and says what is assumed or unknown', () => {
    expect(said([operator, everywhere])).toEqual(['ServiceAccount shop/web']);
    expect(said([operator])).toEqual(['something binds the role', 'its holders']);
    expect(said([operator], true)).toEqual([undefined]);
    expect(said([operator, unread], true)).toEqual(['roleRef is not known: the value is not set', undefined]);
  });
});
