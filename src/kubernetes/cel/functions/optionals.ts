import { CelError } from '../fault.ts';
import { type CelValue, isList, isMap, isOf, optionalOf } from '../value.ts';
import type { CelFunctions } from './function.ts';

/** Functions that make values which may be absent. */
export const optionalFunctions: CelFunctions = {
  'optional.none': () => optionalOf(undefined),
  'optional.of': ([value]) => optionalOf(value),
  'optional.ofNonZeroValue': ([value]) =>
    value === undefined ? undefined : optionalOf(isZero(value) ? undefined : value),
};

/** Methods of values that may be absent. `or` and `orValue` are evaluated without what is not asked for. */
export const optionalMethods: CelFunctions = {
  hasValue: ([optional]) => (isOf(optional, 'optional') ? optional.value !== undefined : undefined),
  value([optional]) {
    if (!isOf(optional, 'optional')) return undefined;
    if (optional.value === undefined) throw new CelError('optional.none() dereference');
    return optional.value;
  },
};

function isZero(value: CelValue): boolean {
  if (value === null || value === false || value === '' || value === 0 || value === 0n) return true;
  if (isList(value)) return value.length === 0;
  if (isMap(value)) return value.keys().length === 0;
  if (isOf(value, 'uint')) return value.value === 0n;
  if (isOf(value, 'bytes')) return value.bytes.length === 0;
  return isOf(value, 'duration') && value.nano === 0n;
}
