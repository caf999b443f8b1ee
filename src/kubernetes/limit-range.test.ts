import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import type { Resource } from '../core/resource.ts';
import { UnknownValue, UnknownValueRead } from '../core/unknown-value.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { containerDefaultsOf, providesContainerDefaults } from './limit-range.ts';
import { limitRangeDefaults } from './limit-range-defaults.ts';

function limitRangeObject(name: string, ...limits: readonly unknown[]): JsonObject {
  return { apiVersion: 'v1', kind: 'LimitRange', metadata: { name, namespace: 'shop' }, spec: { limits } };
}

function limitRanges(...objects: readonly JsonObject[]): readonly Resource[] {
  return inventoryOfObjects(objects).ofKind('LimitRange');
}

function defaultsOf(...limits: readonly unknown[]): string[][] {
  return limitRanges(limitRangeObject('usual', ...limits)).flatMap((resource) => {
    const names = containerDefaultsOf(resource);
    return [[...names.default], [...names.defaultRequest]];
  });
}

describe('the defaults of a LimitRange', () => {
  it('are its default limits and requests for containers', () => {
    const item = { type: 'Container', default: { cpu: 1 }, defaultRequest: { memory: '64Mi' } };
    expect(defaultsOf(item)).toEqual([['cpu'], ['cpu', 'memory']]);
    expect(defaultsOf({ ...item, type: 'Pod' })).toEqual([[], []]);
    expect(defaultsOf({ type: 'Container', default: { cpu: 0 } }, 'odd')).toEqual([[], []]);
  });

  it('are its maximum and its minimum where there are no others', () => {
    expect(defaultsOf({ type: 'Container', max: { cpu: 1 }, min: { memory: '64Mi' } })).toEqual([
      ['cpu'],
      ['memory', 'cpu'],
    ]);
  });

  it('are whole if several LimitRanges give limit and request of CPU and memory together', () => {
    const cpu = limitRangeObject('cpu', { type: 'Container', default: { cpu: 1 } });
    const memory = limitRangeObject('memory', { type: 'Container', default: { memory: '64Mi' } });
    const request = limitRangeObject('request', { type: 'Container', defaultRequest: { memory: '64Mi' } });
    expect(providesContainerDefaults(limitRanges(cpu, memory))).toBe(true);
    expect(providesContainerDefaults(limitRanges(cpu, request))).toBe(false);
    expect(providesContainerDefaults(limitRanges(cpu))).toBe(false);
    expect(providesContainerDefaults([])).toBe(false);
  });
});

describe('limitRangeDefaults', () => {
  const known = limitRangeObject('known', { type: 'Container', default: { cpu: 1 } });

  it('looks at the LimitRanges of a namespace, once', () => {
    const inventory = inventoryOfObjects([known]);
    const defaults = limitRangeDefaults('shop', inventory);
    expect([defaults.has('default', 'cpu'), defaults.has('default', 'memory')]).toEqual([true, false]);
    expect(limitRangeDefaults('jobs', inventory).has('default', 'cpu')).toBe(false);
    expect(limitRangeDefaults('shop', inventory)).toBe(defaults);
  });

  it('does not know what a LimitRange with unknown values gives', () => {
    const unclear = limitRangeObject('unclear', { type: 'Container', default: { memory: new UnknownValue('hidden') } });
    const defaults = limitRangeDefaults('shop', inventoryOfObjects([unclear, known]));
    expect(defaults.has('default', 'cpu')).toBe(true);
    expect(() => defaults.has('default', 'memory')).toThrow(UnknownValueRead);
  });
});
