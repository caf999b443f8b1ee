import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../core/json.ts';
import { violationLines } from '../violation-lines.ts';

const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' };

function lines(changes: JsonObject): string[] {
  const spec = { scaleTargetRef, maxReplicas: 2, ...changes };
  return violationLines({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'h' },
    spec,
  });
}

function metricLines(metric: JsonObject): string[] {
  return lines({ metrics: [metric] }).map((line) => line.replace('spec.metrics[0].', ''));
}

const target = { type: 'Utilization', averageUtilization: 80 };

it('passes where nothing is wrong', () => {
  expect(lines({ metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }] })).toEqual([]);
});

it('asks for numbers in order', () => {
  expect(lines({ maxReplicas: null })).toEqual(['spec.maxReplicas: Required value: must be set and greater than 0']);
  expect(lines({ minReplicas: 3 })).toEqual([
    'spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`',
  ]);
  expect(lines({ minReplicas: -1, maxReplicas: -2 })).toEqual([
    'spec.minReplicas: Invalid value: -1: must be greater than or equal to 1',
    'spec.maxReplicas: Invalid value: -2: must be greater than or equal to 1',
    'spec.maxReplicas: Invalid value: -2: must be greater than or equal to `minReplicas`',
  ]);
});

it('asks for a target of a group', () => {
  const at = 'spec.scaleTargetRef.apiVersion: Invalid value:';
  expect(lines({ scaleTargetRef: { ...scaleTargetRef, apiVersion: 'v1' } })).toEqual([
    `${at} "v1": apiVersion must specify API group`,
  ]);
  expect(lines({ scaleTargetRef: { ...scaleTargetRef, apiVersion: 'a/b/c' } })).toEqual([
    `${at} "a/b/c": unexpected GroupVersion string: a/b/c`,
  ]);
  expect(lines({ scaleTargetRef: { apiVersion: 'v1', kind: 'ReplicationController', name: 'a' } })).toEqual([]);
});

describe('metrics', () => {
  it('have the source of their type', () => {
    expect(metricLines({})).toEqual(['type: Required value: must specify a metric source type']);
    expect(metricLines({ type: 'Load' })).toEqual([
      'type: Unsupported value: "Load": supported values: "ContainerResource", "External", "Object", "Pods", "Resource"',
    ]);
    expect(metricLines({ type: 'Pods', resource: { name: 'cpu', target } })).toEqual([
      'pods: Required value: must populate information for the given metric source',
    ]);
    const both = { type: 'Resource', resource: { name: 'cpu', target }, external: null, pods: {} };
    expect(metricLines(both)).toEqual([
      'pods: Forbidden: must populate the given metric source only',
      'pods.target.type: Required value: must specify a metric target type',
      'pods.target.averageValue: Required value: must specify a positive target averageValue',
    ]);
  });

  it.each([
    [
      'resource',
      {},
      [
        'type: Required value: must specify a metric target type',
        'averageUtilization: Required value: must set either a target raw value or a target utilization',
      ],
    ],
    [
      'resource',
      { type: 'Share', averageValue: 1 },
      ['type: Invalid value: "Share": must be either Utilization, Value, or AverageValue'],
    ],
    [
      'resource',
      { type: 'Utilization', averageUtilization: 0 },
      ['averageUtilization: Invalid value: 0: must be greater than 0'],
    ],
    [
      'resource',
      { type: 'Utilization', averageUtilization: 1, averageValue: '0' },
      [
        'averageValue: Invalid value: "0": must be greater than zero',
        'averageValue: Forbidden: may not set both a target raw value and a target utilization',
      ],
    ],
    [
      'pods',
      { type: 'Value', value: 1 },
      ['averageValue: Required value: must specify a positive target averageValue'],
    ],
    ['external', { type: 'Value' }, ['averageValue: Required value: must set either a target value or averageValue']],
  ])('of %s have a target: %j', (name, one, expected) => {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const source = name === 'resource' ? { name: 'cpu', target: one } : { metric: { name: 'm' }, target: one };
    expect(metricLines({ type, [name]: source })).toEqual(expected.map((line) => `${name}.target.${line}`));
  });
});

it('asks for behaviour within an hour', () => {
  const scaleDown = { stabilizationWindowSeconds: 3601, policies: [{ type: 'Some', value: 0, periodSeconds: 1801 }] };
  const behavior = { scaleUp: { stabilizationWindowSeconds: -1, policies: [{ type: 'Pods', value: 1 }] }, scaleDown };
  expect(lines({ behavior })).toEqual([
    'spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: -1: must be greater than or equal to zero',
    'spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 0: must be greater than zero',
    'spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600',
    'spec.behavior.scaleDown.policies[0].type: Unsupported value: "Some": supported values: "Percent", "Pods"',
    'spec.behavior.scaleDown.policies[0].value: Invalid value: 0: must be greater than zero',
    'spec.behavior.scaleDown.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800',
  ]);
});
