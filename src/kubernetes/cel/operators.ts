import { type ArithmeticOperator, calculate, negate } from './arithmetic.ts';
import { compare, isEqual } from './compare.ts';
import type { CelFunction } from './functions/function.ts';
import { isIn } from './functions/lists.ts';
import { isList, isMap } from './value.ts';

const isIncluded: CelFunction = ([value, collection], charge) => {
  if (value === undefined) return undefined;
  if (isList(collection)) return isIn(collection, value, charge);
  return isMap(collection) ? collection.get(value) !== undefined : undefined;
};

/** The operators but for those of logic, by the names that calls have for them. */
export const operators: ReadonlyMap<string, CelFunction> = new Map([
  ['!_', ([value]) => (typeof value === 'boolean' ? !value : undefined)],
  ['-_', ([value]) => (value === undefined ? undefined : negate(value))],
  ['_==_', equality((equal) => equal)],
  ['_!=_', equality((equal) => !equal)],
  ['_<_', ordering((order) => order < 0)],
  ['_<=_', ordering((order) => order <= 0)],
  ['_>_', ordering((order) => order > 0)],
  ['_>=_', ordering((order) => order >= 0)],
  ['_in_', isIncluded],
  ...(['+', '-', '*', '/', '%'] as const).map((operator) => [`_${operator}_`, arithmetic(operator)] as const),
]);

function equality(answer: (equal: boolean) => boolean): CelFunction {
  return ([left, right], charge) =>
    left === undefined || right === undefined ? undefined : answer(isEqual(left, right, charge));
}

function ordering(answer: (order: number) => boolean): CelFunction {
  return ([left, right], charge) => {
    if (left === undefined || right === undefined) return undefined;
    charge(typeof left === 'string' ? left.length / 10 : 1);
    return answer(compare(left, right));
  };
}

function arithmetic(operator: ArithmeticOperator): CelFunction {
  return ([left, right], charge) => {
    if (left === undefined || right === undefined) return undefined;
    if (typeof left === 'string' && typeof right === 'string') charge((left.length + right.length) / 10);
    if (isList(left) && isList(right)) charge(left.length + right.length);
    return calculate(operator, left, right);
  };
}
