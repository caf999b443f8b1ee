import { describe, expect, it } from 'vitest';
import { defineCheck } from '../src/core/check.ts';
import { createInventory } from '../src/core/inventory.ts';
import type { Resource } from '../src/core/resource.ts';
import type { Judged, Subject } from '../src/core/subject.ts';
import { measureJudging } from './check-cost.ts';

let clock = 0;
const inventory = createInventory([], {
  id: 'made up',
  defaultNamespace: 'default',
  coverage: { claims: [], gaps: [] },
});

function subjectOf(name: string, count: number): Subject {
  return {
    name,
    covers: () => true,
    *enumerate(): Iterable<Judged> {
      clock += 1;
      for (let index = 0; index < count; index++) {
        const reference = { kind: name, namespace: undefined, name: `${name}-${index}` };
        yield { reference, anchor: { resource, path: [] } };
      }
    },
  };
}

const resource: Resource = {
  kind: 'Thing',
  name: 'thing',
  namespace: undefined,
  content: {},
  origin: { file: 'thing.yaml', document: 0, locate: () => [] },
};

function checkOf(id: string, on: Subject, cost: number) {
  return defineCheck({
    id,
    on,
    severity: 'low',
    title: id,
    why: id,
    advice: id,
    messages: {},
    evaluate() {
      clock += cost;
    },
  });
}

describe('measureJudging', () => {
  it('gives each check the time of its own subjects, costliest first, and the whole with finding them', () => {
    const three = subjectOf('three', 3);
    const two = subjectOf('two', 2);
    const checks = [checkOf('cheap', three, 1), checkOf('dear', two, 10), checkOf('free', two, 0)];
    const options = { checks, targetVersion: { major: 1, minor: 36 }, now: Date.parse('2026-01-01') };
    const cost = measureJudging(inventory, options, 3, () => clock);
    expect(cost.checks.map(({ check, subjects, milliseconds }) => [check.id, subjects, milliseconds])).toEqual([
      ['dear', 2, 20],
      ['cheap', 3, 3],
      ['free', 2, 0],
    ]);
    expect(cost.milliseconds).toBe(25);
  });
});
