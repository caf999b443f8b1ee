import type { AddressRange } from '../address-range.ts';
import { type CelValue, isOf } from './value.ts';

/** True for two values that name the same address, or the same block from the same address. */
export function isSameAddress(left: CelValue, right: CelValue): boolean {
  if (isOf(left, 'ip') && isOf(right, 'ip')) return isSame(left.address, right.address);
  if (!isOf(left, 'cidr') || !isOf(right, 'cidr')) return false;
  return left.prefix === right.prefix && isSame(left.address, right.address);
}

function isSame(left: AddressRange, right: AddressRange): boolean {
  return left.bits === right.bits && left.first === right.first;
}
