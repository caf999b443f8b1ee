import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { UnknownValue } from '../../../core/unknown-value.ts';
import { violationLines } from '../violation-lines.ts';

const template = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a', image: 'b' }] } };
const spec = { selector: { matchLabels: { app: 'a' } }, template };

function lines(kind: string, changes: JsonObject): string[] {
  return violationLines({ apiVersion: 'apps/v1', kind, metadata: { name: 'w' }, spec: { ...spec, ...changes } });
}

function updateLines(rollingUpdate: JsonObject): string[] {
  return lines('DaemonSet', { updateStrategy: { rollingUpdate } });
}

describe.each(['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'])('%s', (kind) => {
  it('passes where nothing is wrong', () => {
    expect(lines(kind, {})).toEqual([]);
  });

  it('selects the pods of its template', () => {
    expect(lines(kind, { selector: null })).toEqual(['spec.selector: Required value']);
    expect(lines(kind, { selector: { matchLabels: { app: 'b' } } })).toEqual([
      'spec.template.metadata.labels: Invalid value: {"app":"a"}: `selector` does not match template `labels`',
    ]);
    expect(lines(kind, { selector: { matchLabels: { app: new UnknownValue('var.app') } } })).toEqual([]);
  });

  it('has pods that go on', () => {
    const policy = { ...template, spec: { ...template.spec, restartPolicy: 'Never', activeDeadlineSeconds: 5 } };
    expect(lines(kind, { template: policy })).toEqual([
      'spec.template.spec.restartPolicy: Unsupported value: "Never": supported values: "Always"',
      `spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ${kind} is not Supported`,
    ]);
  });

  it('has no number under zero, and valid labels', () => {
    const labelled = { ...template, metadata: { labels: { app: 'a', b: 'c d' } } };
    const [first, second = ''] = lines(kind, { minReadySeconds: -1, template: labelled });
    expect(first).toBe('spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0');
    expect(second.startsWith('spec.template.metadata.labels: Invalid value: "c d": a valid label')).toBe(true);
  });

  it('needs a container', () => {
    expect(lines(kind, { template: { metadata: template.metadata } })).toEqual([
      'spec.template.spec.containers: Required value',
    ]);
  });
});

describe('selectors', () => {
  it('are not empty', () => {
    expect(lines('Deployment', { selector: {} })).toEqual([
      'spec.selector: Invalid value: {}: empty selector is invalid for deployment',
    ]);
  });

  it('have requirements that can be met', () => {
    const matchExpressions = [
      { key: 'app', operator: 'In' },
      { key: 'app', operator: 'Exists', values: ['a'] },
      { key: 'app', operator: 'Is' },
      { key: 'a b', operator: 'NotIn', values: ['c d'] },
    ];
    const at = 'spec.selector.matchExpressions';
    const found = lines('Deployment', { selector: { matchExpressions } });
    expect(found.slice(0, 3)).toEqual([
      `${at}[0].values: Required value: must be specified when \`operator\` is 'In' or 'NotIn'`,
      `${at}[1].values: Forbidden: may not be specified when \`operator\` is 'Exists' or 'DoesNotExist'`,
      `${at}[2].operator: Invalid value: "Is": not a valid selector operator`,
    ]);
    expect(found.slice(3, 5).map((line) => line.slice(0, line.indexOf(': ')))).toEqual([
      `${at}[3].key`,
      `${at}[3].values[0]`,
    ]);
  });
});

describe('strategies', () => {
  it('of Deployments replace something at a time', () => {
    const still = { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: '0%' } } };
    expect(lines('Deployment', still)).toEqual([
      'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "0%": may not be 0 when `maxSurge` is 0',
    ]);
    const wrong = { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 'some', maxUnavailable: '101%' } } };
    expect(lines('Deployment', wrong)).toEqual([
      'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%',
      "spec.strategy.rollingUpdate.maxSurge: Invalid value: \"some\": a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')",
    ]);
    expect(lines('Deployment', { strategy: { type: 'Recreate', rollingUpdate: {} } })).toEqual([
      "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'",
    ]);
    expect(lines('Deployment', { progressDeadlineSeconds: 5, minReadySeconds: 5 })).toEqual([
      'spec.progressDeadlineSeconds: Invalid value: 5: must be greater than minReadySeconds',
    ]);
  });

  it('of DaemonSets either add or remove', () => {
    const at = 'spec.updateStrategy.rollingUpdate';
    expect(updateLines({ maxUnavailable: 0 })).toEqual([
      `${at}.maxUnavailable: Required value: cannot be 0 when maxSurge is 0`,
    ]);
    expect(updateLines({ maxUnavailable: 1, maxSurge: 1 })).toEqual([
      `${at}.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero`,
    ]);
    expect(updateLines({ maxSurge: 1 })).toEqual([
      `${at}.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero`,
    ]);
    expect(updateLines({ maxUnavailable: 0, maxSurge: 1 })).toEqual([]);
  });

  it('of StatefulSets are told by their type', () => {
    expect(lines('StatefulSet', { updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } })).toEqual([
      'spec.updateStrategy.rollingUpdate: Invalid value: {"partition":1}: only allowed for updateStrategy \'RollingUpdate\'',
    ]);
    expect(lines('StatefulSet', { updateStrategy: { rollingUpdate: { partition: -1 } } })).toEqual([
      'spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0',
    ]);
  });
});

describe('claims of a StatefulSet', () => {
  const container = { name: 'a', image: 'b', volumeMounts: [{ name: 'data', mountPath: '/data' }] };
  const mounting = { ...template, spec: { hostname: 'a.b', containers: [container] } };

  it('are volumes of its pods', () => {
    const claim = {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: 1 } } },
    };
    expect(lines('StatefulSet', { template: mounting, volumeClaimTemplates: [claim] })).toEqual([]);
    expect(lines('StatefulSet', { template: mounting })).toEqual([
      'spec.template.spec.containers[0].volumeMounts[0].name: Not found: "data"',
    ]);
  });

  it('ask for modes and a size', () => {
    const claim = {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOncePod', 'ReadWriteOnce', ''], resources: { requests: { storage: null } } },
    };
    expect(lines('StatefulSet', { volumeClaimTemplates: [claim] })).toEqual([
      'spec.volumeClaimTemplates[0].spec.accessModes: Unsupported value: "": supported values: "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"',
      'spec.volumeClaimTemplates[0].spec.accessModes: Forbidden: may not use ReadWriteOncePod with other access modes',
      'spec.volumeClaimTemplates[0].spec.resources.requests.storage: Invalid value: "0": must be greater than zero',
    ]);
  });
});
