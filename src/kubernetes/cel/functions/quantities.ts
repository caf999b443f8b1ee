import { addQuantities, compareQuantities, isWhole, parseQuantity, type Quantity } from '../../quantity.ts';
import { CelError } from '../fault.ts';
import { type CelQuantity, type CelValue, isOf } from '../value.ts';
import type { CelFunction, CelFunctions } from './function.ts';

const NANO = 1_000_000_000n;
const LARGEST = 2n ** 63n - 1n;

/** Functions of Kubernetes that read amounts of resources. */
export const quantityFunctions: CelFunctions = {
  quantity([text]) {
    if (typeof text !== 'string') return undefined;
    const quantity = parseQuantity(text);
    if (quantity === undefined) throw new CelError('quantities must match the regular expression');
    return { is: 'quantity', quantity };
  },
  isQuantity: ([text]) => (typeof text === 'string' ? parseQuantity(text) !== undefined : undefined),
};

/** Methods of amounts. */
export const quantityMethods: CelFunctions = {
  isGreaterThan: comparing((order) => order > 0),
  isLessThan: comparing((order) => order < 0),
  compareTo: comparing((order) => BigInt(order)),
  sign: ([value]) => (isOf(value, 'quantity') ? signOf(value.quantity) : undefined),
  isInteger: ([value]) => (isOf(value, 'quantity') ? isInteger(value.quantity) : undefined),
  asInteger([value]) {
    if (!isOf(value, 'quantity')) return undefined;
    if (!isInteger(value.quantity)) throw new CelError('cannot convert value to integer');
    return value.quantity.nano / NANO;
  },
  asApproximateFloat: ([value]) => (isOf(value, 'quantity') ? Number(value.quantity.nano) / 1e9 : undefined),
  add: ([value, other]) => withOther(value, other, addQuantities),
  sub: ([value, other]) =>
    withOther(value, other, (left, right) => addQuantities(left, { ...right, nano: -right.nano })),
};

function comparing(answer: (order: number) => CelValue): CelFunction {
  return ([left, right]) => {
    if (!isOf(left, 'quantity') || !isOf(right, 'quantity')) return undefined;
    return answer(compareQuantities(left.quantity, right.quantity));
  };
}

function signOf({ nano }: Quantity): bigint {
  return nano < 0n ? -1n : nano > 0n ? 1n : 0n;
}

function isInteger(quantity: Quantity): boolean {
  const units = quantity.nano / NANO;
  return isWhole(quantity) && units <= LARGEST && units >= -LARGEST - 1n;
}

function withOther(
  left: CelValue | undefined,
  right: CelValue | undefined,
  make: (left: Quantity, right: Quantity) => Quantity,
): CelQuantity | undefined {
  if (!isOf(left, 'quantity')) return undefined;
  const other = typeof right === 'bigint' ? { nano: right * NANO, form: left.quantity.form } : undefined;
  if (other !== undefined) return { is: 'quantity', quantity: make(left.quantity, other) };
  return isOf(right, 'quantity') ? { is: 'quantity', quantity: make(left.quantity, right.quantity) } : undefined;
}
