import { CelError, CelUnknown, noOverload } from './fault.ts';
import {
  type CelMap,
  type CelOptional,
  type CelValue,
  isList,
  isMap,
  isOf,
  isUint,
  optionalOf,
  typeName,
} from './value.ts';

/** The value of a field. @throws CelError if there is none */
export function fieldOf(operand: CelValue, field: string): CelValue {
  if (isOf(operand, 'optional')) return optionalField(operand, field);
  const value = present(operand, field);
  if (value !== undefined) return value;
  throw new CelError(`no such key: ${field}`);
}

/** The value of a field, if it has one. */
export function optionalField(operand: CelValue, field: string): CelOptional {
  const inner = isOf(operand, 'optional') ? operand.value : operand;
  return optionalOf(inner === undefined ? undefined : present(inner, field));
}

/** Whether there is such a field. @throws CelError for what has no fields */
export function hasField(operand: CelValue, field: string): boolean {
  return optionalField(operand, field).value !== undefined;
}

function present(operand: CelValue, field: string): CelValue | undefined {
  if (!isMap(operand)) throw noOverload(`${typeName(operand)}.${field}`);
  const value = operand.get(field);
  if (value === undefined) refuseEscaped(operand, field);
  return value;
}

const ESCAPES: readonly (readonly [string, string])[] = [
  ['__underscores__', '__'],
  ['__dot__', '.'],
  ['__dash__', '-'],
  ['__slash__', '/'],
];

/** Where a field could be meant whose name is escaped, servers differ in what they read. */
function refuseEscaped(operand: CelMap, field: string): void {
  const plain = ESCAPES.reduce((name, [escaped, character]) => name.replaceAll(escaped, character), field);
  const [, keyword] = /^__([a-z]+)__$/.exec(field) ?? [];
  for (const meant of [plain, keyword]) {
    if (meant !== undefined && meant !== field && operand.get(meant) !== undefined) {
      throw new CelUnknown(`which field ${field} stands for`);
    }
  }
}

/** The value at an index or key. @throws CelError if there is none */
export function elementOf(operand: CelValue, index: CelValue): CelValue {
  if (isOf(operand, 'optional')) return optionalElement(operand, index);
  const value = elementIn(operand, index);
  if (value !== undefined) return value;
  throw new CelError(isList(operand) ? 'index out of bounds' : 'no such key');
}

/** The value at an index or key, if there is one. */
export function optionalElement(operand: CelValue, index: CelValue): CelOptional {
  const inner = isOf(operand, 'optional') ? operand.value : operand;
  return optionalOf(inner === undefined ? undefined : elementIn(inner, index));
}

function elementIn(operand: CelValue, index: CelValue): CelValue | undefined {
  if (isMap(operand)) return operand.get(index);
  const position = positionOf(index);
  if (!isList(operand) || position === undefined) throw noOverload(`${typeName(operand)}[${typeName(index)}]`);
  return position >= 0 && position < operand.length ? operand.at(position) : undefined;
}

function positionOf(index: CelValue): number | undefined {
  if (typeof index === 'bigint') return Number(index);
  if (isUint(index)) return Number(index.value);
  return typeof index === 'number' && Number.isInteger(index) ? index : undefined;
}
