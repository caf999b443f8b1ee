import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../core/json.ts';
import { UnknownValue, UnknownValueRead } from '../core/unknown-value.ts';
import { budgetsSelecting } from './disruption-budget.ts';
import { inventoryOfObjects } from './inventory-of-objects.ts';
import { workloadsIn } from './workload.ts';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'shop', labels: { app: 'other' } },
  spec: { template: { metadata: { labels: { app: 'web', level: 2 } } } },
};

function budget(name: string, selector: unknown, more: JsonObject = {}): JsonObject {
  const metadata = { name, namespace: 'shop' };
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { selector }, ...more };
}

function names(...objects: readonly JsonObject[]): string[] {
  const inventory = inventoryOfObjects([deployment, ...objects]);
  return workloadsIn('shop', inventory).flatMap((workload) =>
    [...budgetsSelecting(workload, inventory)].map(({ name }) => name),
  );
}

const web = { matchLabels: { app: 'web' } };

describe('budgetsSelecting', () => {
  it('finds the budgets of the namespace whose selector selects the pods', () => {
    const elsewhere = { metadata: { name: 'elsewhere', namespace: 'jobs' } };
    expect(
      names(
        budget('web', web),
        budget('all', {}),
        budget('api', { matchLabels: { app: 'api' } }),
        budget('none', null),
        budget('elsewhere', web, elsewhere),
      ).toSorted(),
    ).toEqual(['all', 'web']);
  });

  it('takes the last definition of a budget', () => {
    expect(names(budget('web', web), budget('web', web))).toEqual(['web']);
    expect(names(budget('web', web), budget('web', { matchLabels: { app: 'api' } }))).toEqual([]);
  });

  it('knows that an empty selector selected nothing in v1beta1', () => {
    const beta = { apiVersion: 'policy/v1beta1' };
    expect(names(budget('all', {}, beta), budget('web', web, beta))).toEqual(['web']);
  });

  it('throws where a selector is not known', () => {
    expect(() => names(budget('web', new UnknownValue('hidden')))).toThrow(UnknownValueRead);
  });
});
