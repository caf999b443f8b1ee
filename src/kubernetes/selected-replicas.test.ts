import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { selectedReplicas } from './selected-replicas.ts';

interface Shape {
  readonly replicas?: unknown;
  readonly labels?: unknown;
  readonly owner?: string;
  readonly namespace?: string;
}

function controller(kind: string, name: string, shape: Shape = {}): JsonObject {
  const { replicas, labels = { app: 'web' }, owner, namespace = 'shop' } = shape;
  const ownerReferences =
    owner === undefined ? [] : [{ apiVersion: 'apps/v1', kind: 'Deployment', name: owner, controller: true }];
  const metadata = { name, namespace, ownerReferences };
  return { apiVersion: 'apps/v1', kind, metadata, spec: { replicas, template: { metadata: { labels } } } };
}

function pod(name: string, labels: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop', labels } };
}

function autoscaler(name: string, minReplicas: number): JsonObject {
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name };
  const metadata = { name, namespace: 'shop' };
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata,
    spec: { minReplicas, scaleTargetRef },
  };
}

const web = { matchLabels: { app: 'web' } };

function selected(selector: JsonObject | undefined, ...objects: readonly JsonObject[]): number {
  return selectedReplicas(selector, 'shop', inventoryOfObjects(objects, true)).replicas;
}

describe('selectedReplicas', () => {
  it('adds what the selected controllers of the namespace ask for', () => {
    const objects = [
      controller('Deployment', 'web', { replicas: 3 }),
      controller('StatefulSet', 'front'),
      controller('Deployment', 'api', { replicas: 9, labels: { app: 'api' } }),
      controller('Deployment', 'web', { replicas: 9, namespace: 'jobs' }),
      controller('DaemonSet', 'agent'),
      pod('lonely', { app: 'web' }),
    ];
    expect(selected(web, ...objects)).toBe(5);
    expect(selected({}, ...objects)).toBe(14);
    expect(selected({ matchLabels: { app: 'none' } }, ...objects)).toBe(0);
    expect(selected(undefined, ...objects)).toBe(0);
  });

  it('tries the labels together', () => {
    const objects = [
      controller('Deployment', 'web', { replicas: 3, labels: { app: 'web', team: 'shop' } }),
      controller('Deployment', 'api', { replicas: 2, labels: { app: 'api', team: 'shop' } }),
    ];
    expect(selected({ matchLabels: { team: 'shop', app: 'api' } }, ...objects)).toBe(2);
    const expressions = { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['api'] }] };
    expect(selected(expressions, ...objects)).toBe(3);
  });

  it('counts what a controller made with its controller', () => {
    const made = controller('ReplicaSet', 'web-5d9', { replicas: 3, owner: 'web' });
    expect(selected(web, controller('Deployment', 'web', { replicas: 3 }), made)).toBe(3);
    expect(selected(web, made)).toBe(3);
  });

  it('counts the last definition of an object', () => {
    const twice = [2, 3].map((replicas) => controller('Deployment', 'web', { replicas }));
    expect(selected(web, ...twice)).toBe(3);
  });

  it('counts what custom resources make', () => {
    const apiVersion = 'rollouts.example/v1';
    const template = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web' }] } };
    const metadata = { name: 'web', namespace: 'shop' };
    expect(selected(web, { apiVersion, kind: 'Rollout', metadata, spec: { replicas: 3, template } })).toBe(3);
  });

  it('counts the pods that an autoscaler keeps at least', () => {
    expect(selected(web, controller('Deployment', 'web'), autoscaler('web', 4))).toBe(4);
    expect(selected(web, controller('Deployment', 'web', { replicas: 6 }), autoscaler('web', 4))).toBe(6);
  });

  it('says what is missing', () => {
    const deployment = controller('Deployment', 'web', { replicas: 3 });
    const partial = selectedReplicas(web, 'shop', inventoryOfObjects([deployment]));
    expect(partial).toMatchObject({ replicas: 3, missing: { what: 'no Pod of "shop" is among the inputs' } });
    const hidden = controller('Deployment', 'hidden', { labels: new UnknownValue('hidden') });
    expect(selectedReplicas(web, 'shop', inventoryOfObjects([hidden, deployment], true))).toEqual({
      replicas: 3,
      missing: { what: 'spec.template.metadata.labels is not known: hidden' },
    });
    expect(selectedReplicas(undefined, 'shop', inventoryOfObjects([]))).toEqual({ replicas: 0, missing: undefined });
  });
});
