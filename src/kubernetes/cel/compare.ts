import { compareBytes } from '../pod-security/byte-order.ts';
import { compareQuantities } from '../quantity.ts';
import type { Charge } from './cost.ts';
import { noOverload } from './fault.ts';
import { isSameAddress } from './same-address.ts';
import { type CelList, type CelMap, type CelValue, isList, isMap, isOf, isUint, typeName } from './value.ts';

/** Whether two values are equal. Numbers of different types are compared as numbers; other types are never equal. */
export function isEqual(left: CelValue, right: CelValue, charge: Charge): boolean {
  charge(1);
  const numbers = [numberOf(left), numberOf(right)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined) return compareNumbers(numbers[0], numbers[1]) === 0;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right;
  if (isList(left) && isList(right)) return isEqualList(left, right, charge);
  if (isMap(left) && isMap(right)) return isEqualMap(left, right, charge);
  if (left.is !== right.is) return false;
  return isEqualTagged(left, right, charge);
}

function isEqualTagged(left: CelValue, right: CelValue, charge: Charge): boolean {
  if (isOf(left, 'bytes') && isOf(right, 'bytes')) return Buffer.compare(left.bytes, right.bytes) === 0;
  if (isOf(left, 'quantity') && isOf(right, 'quantity')) return compareQuantities(left.quantity, right.quantity) === 0;
  if (isSameAddress(left, right)) return true;
  if (isOf(left, 'type') && isOf(right, 'type')) return left.name === right.name;
  if (isOf(left, 'duration') && isOf(right, 'duration')) return left.nano === right.nano;
  if (isOf(left, 'timestamp') && isOf(right, 'timestamp')) return left.nano === right.nano;
  if (!isOf(left, 'optional') || !isOf(right, 'optional')) return false;
  if (left.value === undefined || right.value === undefined) return left.value === right.value;
  return isEqual(left.value, right.value, charge);
}

function isEqualList(left: CelList, right: CelList, charge: Charge): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (!isEqual(left.at(index), right.at(index), charge)) return false;
  }
  return true;
}

function isEqualMap(left: CelMap, right: CelMap, charge: Charge): boolean {
  if (left.keys().length !== right.keys().length) return false;
  return left.keys().every((key) => {
    const value = left.get(key);
    const other = right.get(key);
    return value !== undefined && other !== undefined && isEqual(value, other, charge);
  });
}

/**
 * Negative, zero or positive, as the left value is less than, equal to or more than the right one; NaN where one is no
 * number. @throws CelError for types that have no order
 */
export function compare(left: CelValue, right: CelValue): number {
  const numbers = [numberOf(left), numberOf(right)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined) return compareNumbers(numbers[0], numbers[1]);
  if (typeof left === 'string' && typeof right === 'string') return compareBytes(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (isOf(left, 'bytes') && isOf(right, 'bytes')) return Buffer.compare(left.bytes, right.bytes);
  if (isOf(left, 'duration') && isOf(right, 'duration')) return sign(left.nano - right.nano);
  if (isOf(left, 'timestamp') && isOf(right, 'timestamp')) return sign(left.nano - right.nano);
  throw noOverload(`order of ${typeName(left)} and ${typeName(right)}`);
}

function numberOf(value: CelValue): bigint | number | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return isUint(value) ? value.value : undefined;
}

/** The language compares bigints and numbers exactly. */
function compareNumbers(left: bigint | number, right: bigint | number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number of the same amount are the same here.
  return left == right ? 0 : Number.NaN;
}

function sign(value: bigint): number {
  return value < 0n ? -1 : Number(value > 0n);
}
