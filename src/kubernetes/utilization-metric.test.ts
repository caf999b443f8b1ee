import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { type UtilizationMetric, utilizationMetrics } from './utilization-metric.ts';

function metricsOf(spec: JsonObject, annotations: JsonObject = {}): UtilizationMetric[] {
  const object = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { annotations }, spec };
  return inventoryOfObjects([object]).resources.flatMap(utilizationMetrics);
}

function resource(name: string, type: string): JsonObject {
  return { type: 'Resource', resource: { name, target: { type } } };
}

const processor = { resource: 'cpu', container: undefined };

describe('utilizationMetrics', () => {
  it('are those of CPU and memory that are measured against requests', () => {
    const ofContainer = { name: 'memory', container: 'web', target: { type: 'Utilization' } };
    expect(
      metricsOf({
        metrics: [
          resource('cpu', 'Utilization'),
          resource('memory', 'AverageValue'),
          resource('disk', 'Utilization'),
          { type: 'ContainerResource', containerResource: ofContainer },
          { type: 'ContainerResource', resource: { name: 'cpu', target: { type: 'Utilization' } } },
          { type: 'Pods', resource: { name: 'cpu', target: { type: 'Utilization' } } },
          'odd',
        ],
      }),
    ).toEqual([processor, { resource: 'memory', container: 'web' }]);
  });

  it('are those of old versions', () => {
    const old = { name: 'memory', targetAverageUtilization: 80 };
    expect(metricsOf({ metrics: [{ type: 'Resource', resource: old }] })).toEqual([
      { resource: 'memory', container: undefined },
    ]);
    const value = { name: 'memory', targetAverageValue: '80Mi' };
    expect(metricsOf({ metrics: [{ type: 'Resource', resource: value }] })).toEqual([]);
  });

  it('are that of CPU where no metric is named', () => {
    expect(metricsOf({})).toEqual([processor]);
    expect(metricsOf({ metrics: [] })).toEqual([processor]);
    expect(metricsOf({ targetCPUUtilizationPercentage: 70 })).toEqual([processor]);
    expect(metricsOf({}, { 'autoscaling.alpha.kubernetes.io/metrics': '[]' })).toEqual([]);
  });
});
