import { expect, it } from 'vitest';
import check from './replicas-with-autoscaler.ts';

it('calls the fix no safe one, as the workload may run on one replica for a while', () => {
  expect(check.fix?.effect).toBe('changes-behaviour');
});
