import { describe, expect, it } from 'vitest';
import { horizontalPodAutoscaler } from './autoscaling.ts';
import { mappingOf } from './rule.ts';

const target = { targetVersion: { major: 1, minor: 36 } };

const metrics = [
  { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } },
];

function secondSpecOf(spec: object): unknown {
  return mappingOf(horizontalPodAutoscaler({ apiVersion: 'autoscaling/v2', spec }, target))['spec'];
}

describe('horizontalPodAutoscaler of autoscaling/v2', () => {
  it('uses four fifths of the processor', () => {
    expect(secondSpecOf({})).toEqual({ minReplicas: 1, metrics });
    expect(secondSpecOf({ minReplicas: 0, metrics: [] })).toEqual({ minReplicas: 0, metrics });
  });

  it('keeps metrics, with amounts in the form of the API', () => {
    const given = [{ type: 'Pods', pods: { target: { type: 'AverageValue', averageValue: '0.5k' } } }];
    expect(secondSpecOf({ metrics: given })).toEqual({
      minReplicas: 1,
      metrics: [{ type: 'Pods', pods: { target: { type: 'AverageValue', averageValue: '500' } } }],
    });
    expect(secondSpecOf({ metrics: 'all' })).toEqual({ minReplicas: 1, metrics: 'all' });
  });

  it('fills a behaviour that is given', () => {
    const up = {
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Max',
      policies: [
        { type: 'Pods', value: 4, periodSeconds: 15 },
        { type: 'Percent', value: 100, periodSeconds: 15 },
      ],
    };
    const down = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] };
    expect(secondSpecOf({ behavior: {} })).toEqual({
      minReplicas: 1,
      metrics,
      behavior: { scaleUp: up, scaleDown: down },
    });
    const policies = [{ type: 'Pods', value: 1, periodSeconds: 60 }];
    expect(
      secondSpecOf({ behavior: { scaleUp: { policies }, scaleDown: { selectPolicy: 'Min', tolerance: 0.05 } } }),
    ).toEqual({
      minReplicas: 1,
      metrics,
      behavior: { scaleUp: { ...up, policies }, scaleDown: { ...down, selectPolicy: 'Min', tolerance: '50m' } },
    });
  });
});

function firstOf(object: object): unknown {
  return horizontalPodAutoscaler({ apiVersion: 'autoscaling/v1', ...object }, target);
}

function firstSpecOf(annotation: unknown, spec: object = {}): unknown {
  const annotations = { 'autoscaling.alpha.kubernetes.io/metrics': annotation };
  return mappingOf(firstOf({ metadata: { annotations }, spec }))['spec'];
}

describe('horizontalPodAutoscaler of autoscaling/v1', () => {
  it('uses four fifths of the processor', () => {
    const spec = { minReplicas: 1, targetCPUUtilizationPercentage: 80 };
    expect(firstOf({})).toEqual({ apiVersion: 'autoscaling/v1', spec });
    expect(firstSpecOf('[]')).toEqual(spec);
    expect(firstSpecOf('no list')).toEqual(spec);
    expect(firstSpecOf(1)).toEqual(spec);
    expect(firstSpecOf('['.repeat(100_000))).toEqual(spec);
    expect(firstSpecOf('[]', { targetCPUUtilizationPercentage: 50 })).toEqual({
      minReplicas: 1,
      targetCPUUtilizationPercentage: 50,
    });
  });

  it('goes by the metrics of its annotation', () => {
    expect(firstSpecOf('[{"type":"Pods"}]')).toEqual({ minReplicas: 1 });
    const ours = { type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 60 } };
    expect(firstSpecOf(JSON.stringify([{ type: 'Pods' }, ours]))).toEqual({
      minReplicas: 1,
      targetCPUUtilizationPercentage: 60,
    });
  });

  it('leaves a malformed spec', () => {
    expect(firstOf({ spec: 'text' })).toEqual({ apiVersion: 'autoscaling/v1', spec: 'text' });
  });
});
