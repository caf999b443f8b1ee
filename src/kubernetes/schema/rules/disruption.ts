import { asObject } from '../../../core/json.ts';
import { isAbsent } from './fields.ts';
import { checkSelector } from './labels.ts';
import { checkCountOrPercent } from './ports.ts';
import type { ObjectRule } from './rule.ts';

/** A PodDisruptionBudget. */
export const checkDisruptionBudget: ObjectRule = (object, report) => {
  const spec = asObject(object['spec']);
  const { minAvailable, maxUnavailable } = spec;
  if (!isAbsent(minAvailable) && !isAbsent(maxUnavailable)) {
    report.invalid(['spec'], spec, 'minAvailable and maxUnavailable cannot be both set');
  }
  checkCountOrPercent(minAvailable, ['spec', 'minAvailable'], report);
  checkCountOrPercent(maxUnavailable, ['spec', 'maxUnavailable'], report);
  checkSelector(spec['selector'], ['spec', 'selector'], report);
};
