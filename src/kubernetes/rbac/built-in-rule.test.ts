import { describe, expect, it } from 'vitest';
import { asList, asObject, type JsonObject } from '../../core/json.ts';
import { bootstrapObject } from '../bootstrap/built-in-objects.ts';
import { inventoryOfObjects } from '../inventory-of-objects.ts';
import { role } from '../role.ts';
import { isBuiltInRule, isUnalteredBinding } from './built-in-rule.ts';
import { clusterRole, coreRule } from './rbac-objects.ts';

/** A ClusterRole as 1.31 made it. */
function shipped(kind: string, name: string): JsonObject {
  const content = bootstrapObject(`rbac.authorization.k8s.io/${kind}`, name, undefined, { major: 1, minor: 31 });
  if (content === undefined) throw new Error(`no ${name}`);
  return content;
}

const uid = '5c1d7f0a';

/** As the API server stores it, with these rules. */
function stored(content: JsonObject, rules: unknown): JsonObject {
  return { ...content, metadata: { ...asObject(content['metadata']), uid }, rules };
}

/** The parts of the rules that are taken for built in. */
function builtInParts(object: JsonObject): string[] {
  const [view] = role.enumerate(inventoryOfObjects([object], true));
  return view?.rules.filter((rule) => isBuiltInRule(rule)).map(({ part }) => part) ?? [];
}

function allBuiltIn(object: JsonObject): boolean {
  return builtInParts(object).length === asList(object['rules']).length;
}

const added = coreRule('deletecollection', 'secrets');

describe('isBuiltInRule', () => {
  it('is true of a role as a version makes it', () => {
    expect(allBuiltIn(shipped('ClusterRole', 'cluster-admin'))).toBe(true);
    expect(allBuiltIn(shipped('ClusterRole', 'system:node'))).toBe(true);
    const edit = shipped('ClusterRole', 'edit');
    expect(allBuiltIn(stored(edit, edit['rules']))).toBe(true);
  });

  it('is false of every rule of an altered role', () => {
    const node = shipped('ClusterRole', 'system:node');
    expect(builtInParts(stored(node, [...asList(node['rules']), added]))).toEqual([]);
  });

  it('is true of what is left of a role that grants less', () => {
    const node = shipped('ClusterRole', 'system:node');
    expect(allBuiltIn(stored(node, asList(node['rules']).slice(2)))).toBe(true);
    const [first, ...others] = asList(node['rules']).map(asObject);
    const less = { ...first, verbs: asList(first?.['verbs']).slice(0, 1) };
    expect(allBuiltIn(stored(node, [less, ...others]))).toBe(true);
    expect(allBuiltIn(stored(node, [coreRule('get', 'secrets')]))).toBe(true);
    expect(allBuiltIn(stored(node, [coreRule('get,delete', 'secrets')]))).toBe(false);
  });

  it('gives the same answer again', () => {
    const [node] = role.enumerate(inventoryOfObjects([shipped('ClusterRole', 'system:node')], true));
    const twice = () => node?.rules.every((rule) => isBuiltInRule(rule));
    expect([twice(), twice()]).toEqual([true, true]);
  });

  it('is false of the rules that others add to an aggregated role', () => {
    const view = shipped('ClusterRole', 'view');
    const rules = [added, ...asList(view['rules']).slice(0, 2)];
    expect(builtInParts(stored(view, rules))).toEqual(['rule 2', 'rule 3']);
    expect(builtInParts(stored(view, [added, coreRule('get', 'pods')]))).toEqual(['rule 2']);
  });

  it('is false without the label, and of roles that only have it', () => {
    expect(builtInParts(clusterRole('view', shipped('ClusterRole', 'view')['rules']))).toEqual([]);
    const labels = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };
    expect(builtInParts(clusterRole('mine', [added], {}, labels))).toEqual([]);
  });
});

describe('isUnalteredBinding', () => {
  it('is true of a binding as a version makes it', () => {
    const content = shipped('ClusterRoleBinding', 'system:basic-user');
    const altered = { ...content, subjects: [{ kind: 'Group', name: 'system:unauthenticated' }] };
    const { resources } = inventoryOfObjects([content, altered]);
    expect(resources.map(isUnalteredBinding)).toEqual([true, false]);
  });
});
