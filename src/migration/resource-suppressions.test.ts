import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { formatPath } from '../core/path.ts';
import { kubernetesResource } from '../kubernetes/resource.ts';
import { resourceSuppressions } from './resource-suppressions.ts';
import { exceptionsOf } from './suppression.ts';

const span = { line: 1, column: 1, endLine: 1, endColumn: 2 };

function suppressionsIn(content: JsonObject) {
  const origin = {
    file: 'a.yaml',
    document: 0,
    locate: (path: readonly (string | number)[]) => [{ file: 'a.yaml', ...span, path: formatPath(path) }],
  };
  return resourceSuppressions(kubernetesResource(content, origin, 'default'));
}

/** As `id in the object or its containers`. */
function told(content: JsonObject): string[] {
  return suppressionsIn(content).map(({ id = '*', scope }) =>
    scope.of === 'object' ? `${id} in ${scope.kind} ${scope.name} ${scope.containers.join(' ')}`.trimEnd() : id,
  );
}

const annotations = {
  'ignore-check.kube-linter.io/host-pid': 'why',
  'kube-score/ignore': 'pod-probes',
};
const labels = { 'container.kubeaudit.io/web.allow-privileged': 'why', 'kubeaudit.io/allow-privilege-escalation': '' };

function deployment(metadata: JsonObject, template: JsonObject): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', ...metadata },
    spec: { template: { metadata: template, spec: { containers: [] } } },
  };
}

describe('suppressions of an object', () => {
  it('stand in its annotations', () => {
    expect(told(deployment({ annotations }, {}))).toEqual([
      'host-pid in apps/Deployment web',
      'pod-probes in apps/Deployment web',
    ]);
  });

  it('stand in the annotations of its pod template for kube-score alone', () => {
    expect(told(deployment({}, { annotations }))).toEqual(['pod-probes in apps/Deployment web']);
  });

  it('stand in the labels of its pods for kubeaudit', () => {
    const expected = [
      'PrivilegedTrue in apps/Deployment web web',
      'AllowPrivilegeEscalationNil in apps/Deployment web',
      'AllowPrivilegeEscalationTrue in apps/Deployment web',
    ];
    expect(told(deployment({ labels }, {}))).toEqual([]);
    expect(told(deployment({}, { labels }))).toEqual(expected);
    expect(told({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', labels } })).toEqual(
      expected.map((text) => text.replace('apps/Deployment', 'Pod')),
    );
  });

  it('stand in the labels of a namespace', () => {
    const key = 'audit.kubernetes.io/namespace.allow-non-default-deny-ingress-network-policy';
    expect(told({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { [key]: '' } } })).toEqual([
      'MissingDefaultDenyIngressNetworkPolicy in Namespace shop',
    ]);
  });

  it('are none where no text stands', () => {
    expect(told(deployment({ annotations: { 'kube-linter.io/ignore-all': 1 }, labels: null }, { labels: [] }))).toEqual(
      [],
    );
  });
});

describe('a suppression', () => {
  const [placed] = suppressionsIn(
    deployment({ annotations: { 'ignore-check.kube-linter.io/run-as-non-root': '' } }, {}),
  );

  it('is an exception of each check that answers to its id, and says whose it is', () => {
    const path = 'metadata.annotations["ignore-check.kube-linter.io/run-as-non-root"]';
    const common = {
      reason: "accepted by kube-linter's annotation",
      until: undefined,
      scope: { of: 'object', kind: 'apps/Deployment', namespace: 'default', name: 'web', containers: [] },
      location: { file: 'a.yaml', ...span, path },
      peer: 'kube-linter',
    };
    expect(placed && exceptionsOf(placed)).toEqual([
      { check: 'runs-as-root', ...common },
      { check: 'run-as-user-root', ...common },
      { check: 'run-as-group-root', ...common },
    ]);
  });

  it('of everything is one exception, and of an unknown id none', () => {
    expect(placed && exceptionsOf({ ...placed, id: undefined }).map(({ check }) => check)).toEqual(['*']);
    expect(placed && exceptionsOf({ ...placed, id: 'unknown' })).toEqual([]);
  });
});
