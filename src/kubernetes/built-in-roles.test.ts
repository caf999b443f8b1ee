import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { isBuiltInRole } from './built-in-roles.ts';
import { kubernetesResource } from './resource.ts';

const LABELS = { 'kubernetes.io/bootstrapping': 'rbac-defaults' };

function isBuiltIn(name: string, rules: unknown, labels: unknown = LABELS, kind = 'ClusterRole'): boolean {
  const content = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: { name, labels },
    rules,
  };
  return isBuiltInRole(kubernetesResource(content, { file: '', document: 0, locate: () => [] }, 'default'));
}

function grant(verbs: string, apiGroups: readonly string[], resources: string): JsonObject {
  return { verbs: verbs.split(','), apiGroups, resources: resources.split(',') };
}

const everything = grant('*', ['*'], '*');
const everyUrl = { verbs: ['*'], nonResourceURLs: ['*'] };

describe('isBuiltInRole', () => {
  it.each<[string, readonly JsonObject[]]>([
    ['cluster-admin', [everything, everyUrl]],
    ['view', [grant('get,list,watch', [''], 'pods')]],
    ['system:controller:disruption-controller', [grant('get', ['*'], '*/scale')]],
    ['system:controller:generic-garbage-collector', [grant('delete,get,list,patch,update,watch', ['*'], '*')]],
    [
      'system:controller:horizontal-pod-autoscaler',
      [
        grant('get,update', ['*'], '*/scale'),
        grant('get,list,watch', ['custom.metrics.k8s.io'], '*'),
        grant('get,list,watch', ['external.metrics.k8s.io'], '*'),
        grant('list', [''], 'pods'),
      ],
    ],
    ['system:controller:namespace-controller', [grant('delete,deletecollection,get,list,watch', ['*'], '*')]],
    ['system:controller:resourcequota-controller', [grant('list,watch', ['*'], '*')]],
    ['system:kube-controller-manager', [grant('list,watch', ['*'], '*')]],
    [
      'system:kubelet-api-admin',
      [
        grant('*', [''], 'nodes/log,nodes/metrics,nodes/proxy,nodes/stats'),
        grant('*', [''], 'nodes/configz,nodes/healthz,nodes/pods'),
      ],
    ],
    ['empty', []],
  ])('is true of %s as the release has it', (name, rules) => {
    expect(isBuiltIn(name, rules)).toBe(true);
  });

  it('takes the entries of a rule in any order', () => {
    expect(isBuiltIn('system:kube-controller-manager', [grant('watch,list', ['*'], '*')])).toBe(true);
  });

  it.each([undefined, null, {}, { 'kubernetes.io/bootstrapping': 'other' }, { 'kubernetes.io/bootstrapping': true }])(
    'is false with the labels %j',
    (labels) => {
      expect(isBuiltIn('view', [grant('get', [''], 'pods')], labels ?? {})).toBe(false);
      expect(isBuiltIn('cluster-admin', [everything, everyUrl], labels ?? {})).toBe(false);
    },
  );

  it('is false with a wildcard that the release does not have', () => {
    expect(isBuiltIn('view', [grant('get', [''], '*')])).toBe(false);
    expect(isBuiltIn('view', [grant('get', [''], 'pods'), grant('get', ['*'], 'pods')])).toBe(false);
    expect(isBuiltIn('view', [everyUrl])).toBe(false);
    expect(isBuiltIn('my-admin', [everything])).toBe(false);
    expect(isBuiltIn('system:kube-controller-manager', [grant('delete,list,watch', ['*'], '*')])).toBe(false);
    expect(isBuiltIn('system:kube-controller-manager', [grant('list,watch', ['*'], '*'), everything])).toBe(false);
  });

  it('is true with the wildcards of any known version', () => {
    const urls = ['/api', '/api/*', '/apis', '/apis/*', '/healthz', '/livez', '/openapi', '/openapi/*'];
    const rest = ['/readyz', '/version', '/version/'];
    expect(isBuiltIn('system:discovery', [{ verbs: ['get'], nonResourceURLs: [...rest, ...urls] }])).toBe(true);
    const added = [...rest, ...urls, '/logs/*'];
    expect(isBuiltIn('system:discovery', [{ verbs: ['get'], nonResourceURLs: added }])).toBe(false);
    const pages = ['/healthz', '/healthz/*', '/livez', '/livez/*', '/metrics', '/metrics/slis', '/readyz', '/readyz/*'];
    for (const more of [[], ['/flagz', '/statusz']]) {
      expect(isBuiltIn('system:monitoring', [{ verbs: ['get'], nonResourceURLs: [...pages, ...more] }])).toBe(true);
    }
  });

  it('is false of a role of another kind with the name and wildcards of one', () => {
    expect(isBuiltIn('cluster-admin', [everything], LABELS, 'Role')).toBe(false);
  });

  it.each([[undefined], [null], ['*'], [['*']], [[{ verbs: '*' }]]])('reads the rules %j as none', (rules) => {
    expect(isBuiltIn('view', rules)).toBe(true);
  });
});
