import { calculate } from '../arithmetic.ts';
import { compare, isEqual } from '../compare.ts';
import type { Charge } from '../cost.ts';
import { CelError } from '../fault.ts';
import { type CelList, type CelValue, isList, isMap, isOf, itemsOf } from '../value.ts';
import type { CelFunction, CelFunctions } from './function.ts';
import { lastPositionIn, positionIn } from './strings.ts';

const size: CelFunction = ([value, further], charge) => {
  if (further !== undefined) return undefined;
  if (typeof value === 'string') {
    charge(1 + value.length / 10);
    return BigInt(Array.from(value).length);
  }
  if (isList(value)) return BigInt(value.length);
  if (isMap(value)) return BigInt(value.keys().length);
  return isOf(value, 'bytes') ? BigInt(value.bytes.length) : undefined;
};

/** Methods of lists, and those that lists share with texts. */
export const listMethods: CelFunctions = {
  size,
  isSorted([list], charge) {
    if (!isList(list)) return undefined;
    charge(list.length);
    for (let index = 1; index < list.length; index += 1) {
      if (compare(list.at(index - 1), list.at(index)) > 0) return false;
    }
    return true;
  },
  sum([list], charge) {
    if (!isList(list)) return undefined;
    charge(list.length);
    let total: CelValue = list.length === 0 ? 0n : list.at(0);
    for (let index = 1; index < list.length; index += 1) total = calculate('+', total, list.at(index));
    return total;
  },
  min: ([list], charge) => extreme(list, charge, (order) => order < 0, 'min'),
  max: ([list], charge) => extreme(list, charge, (order) => order > 0, 'max'),
  indexOf([value, wanted, from], charge) {
    if (wanted === undefined) return undefined;
    if (isList(value)) return from === undefined ? BigInt(firstIndex(value, wanted, charge)) : undefined;
    if (typeof value !== 'string' || typeof wanted !== 'string') return undefined;
    charge(value.length / 10);
    return positionIn(value, wanted, from);
  },
  lastIndexOf([value, wanted, upTo], charge) {
    if (wanted === undefined) return undefined;
    if (isList(value)) return upTo === undefined ? BigInt(lastIndex(value, wanted, charge)) : undefined;
    if (typeof value !== 'string' || typeof wanted !== 'string') return undefined;
    charge(value.length / 10);
    return lastPositionIn(value, wanted, upTo);
  },
};

/** Functions of lists: those of the language, and of its extension for sets. */
export const listFunctions: CelFunctions = {
  size,
  'sets.contains': ([list, wanted], charge) => ofLists(list, wanted, (left, right) => holds(left, right, charge)),
  'sets.equivalent': ([list, other], charge) =>
    ofLists(list, other, (left, right) => holds(left, right, charge) && holds(right, left, charge)),
  'sets.intersects': ([list, other], charge) =>
    ofLists(list, other, (left, right) => [...itemsOf(right)].some((item) => isIn(left, item, charge))),
};

/** Whether a list holds a value. */
export function isIn(list: CelList, wanted: CelValue, charge: Charge): boolean {
  return firstIndex(list, wanted, charge) !== -1;
}

function ofLists(
  left: CelValue | undefined,
  right: CelValue | undefined,
  make: (left: CelList, right: CelList) => boolean,
): boolean | undefined {
  return isList(left) && isList(right) ? make(left, right) : undefined;
}

function holds(list: CelList, wanted: CelList, charge: Charge): boolean {
  return [...itemsOf(wanted)].every((item) => isIn(list, item, charge));
}

function firstIndex(list: CelList, wanted: CelValue, charge: Charge): number {
  for (let index = 0; index < list.length; index += 1) if (isEqual(list.at(index), wanted, charge)) return index;
  return -1;
}

function lastIndex(list: CelList, wanted: CelValue, charge: Charge): number {
  for (let index = list.length - 1; index >= 0; index -= 1) if (isEqual(list.at(index), wanted, charge)) return index;
  return -1;
}

function extreme(
  list: CelValue | undefined,
  charge: Charge,
  isBeyond: (order: number) => boolean,
  name: string,
): CelValue | undefined {
  if (!isList(list)) return undefined;
  if (list.length === 0) throw new CelError(`${name} called on empty list`);
  charge(list.length);
  let found = list.at(0);
  for (let index = 1; index < list.length; index += 1) {
    const item = list.at(index);
    if (isBeyond(compare(item, found))) found = item;
  }
  return found;
}
