import { expect, it } from 'vitest';
import { updateStrategyField } from './update-strategy.ts';

it('knows that a Deployment names its strategy otherwise', () => {
  const kinds = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet'];
  expect(kinds.map((kind) => updateStrategyField({ kind }))).toEqual(['strategy', 'updateStrategy', 'updateStrategy']);
});
