import { CelError, noOverload } from './fault.ts';
import { type CelList, type CelValue, celUint, isList, isOf, isUint, typeName } from './value.ts';

const SMALLEST_INT = -(2n ** 63n);
const LARGEST_INT = 2n ** 63n - 1n;
const LARGEST_UINT = 2n ** 64n - 1n;

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/** What an operator makes of two values of one type. @throws CelError for an overflow or a division by zero */
export function calculate(operator: ArithmeticOperator, left: CelValue, right: CelValue): CelValue {
  if (typeof left === 'bigint' && typeof right === 'bigint') return intOf(wholeResult(operator, left, right));
  if (isUint(left) && isUint(right)) return uintOf(wholeResult(operator, left.value, right.value));
  if (typeof left === 'number' && typeof right === 'number') return doubleResult(operator, left, right);
  const result = operator === '+' ? sum(left, right) : operator === '-' ? difference(left, right) : undefined;
  if (result === undefined) throw noOverload(`${typeName(left)} ${operator} ${typeName(right)}`);
  return result;
}

/** A whole number as an int. @throws CelError if it is out of range */
export function intOf(value: bigint): bigint {
  if (value < SMALLEST_INT || value > LARGEST_INT) throw new CelError('integer overflow');
  return value;
}

/** A whole number as a uint. @throws CelError if it is out of range */
export function uintOf(value: bigint): CelValue {
  if (value < 0n || value > LARGEST_UINT) throw new CelError('unsigned integer overflow');
  return celUint(value);
}

/** What a minus makes of a value. @throws CelError */
export function negate(value: CelValue): CelValue {
  if (typeof value === 'bigint') return intOf(-value);
  if (typeof value === 'number') return -value;
  throw noOverload(`-${typeName(value)}`);
}

function wholeResult(operator: ArithmeticOperator, left: bigint, right: bigint): bigint {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (right === 0n) throw new CelError(operator === '/' ? 'division by zero' : 'modulus by zero');
  return operator === '/' ? left / right : left % right;
}

function doubleResult(operator: ArithmeticOperator, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '/') return left / right;
  throw noOverload('double % double');
}

function sum(left: CelValue, right: CelValue): CelValue | undefined {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (isList(left) && isList(right)) return joined(left, right);
  if (isOf(left, 'bytes') && isOf(right, 'bytes')) {
    return { is: 'bytes', bytes: Buffer.concat([left.bytes, right.bytes]) };
  }
  if (isOf(left, 'duration') && isOf(right, 'duration')) return { is: 'duration', nano: intOf(left.nano + right.nano) };
  if (isOf(left, 'timestamp') && isOf(right, 'duration')) return { is: 'timestamp', nano: left.nano + right.nano };
  if (isOf(left, 'duration') && isOf(right, 'timestamp')) return { is: 'timestamp', nano: left.nano + right.nano };
  return undefined;
}

function joined(left: CelList, right: CelList): CelList {
  const items = [...listed(left), ...listed(right)];
  return { is: 'list', length: items.length, at: (index) => items[index]?.() ?? null };
}

/** What gives each item, so that an item that nobody reads need not be known. */
function listed(list: CelList): (() => CelValue)[] {
  return Array.from({ length: list.length }, (_, index) => () => list.at(index));
}

function difference(left: CelValue, right: CelValue): CelValue | undefined {
  if (isOf(left, 'duration') && isOf(right, 'duration')) return { is: 'duration', nano: intOf(left.nano - right.nano) };
  if (isOf(left, 'timestamp') && isOf(right, 'duration')) return { is: 'timestamp', nano: left.nano - right.nano };
  if (isOf(left, 'timestamp') && isOf(right, 'timestamp')) {
    return { is: 'duration', nano: intOf(left.nano - right.nano) };
  }
  return undefined;
}
