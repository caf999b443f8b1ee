import type { AddressRange } from '../address-range.ts';
import type { Quantity } from '../quantity.ts';

/** A value of CEL. An int is a bigint, a double a number. */
export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | CelUint
  | CelBytes
  | CelList
  | CelMap
  | CelDuration
  | CelTimestamp
  | CelType
  | CelOptional
  | CelQuantity
  | CelIp
  | CelCidr;

export interface CelUint {
  readonly is: 'uint';
  readonly value: bigint;
}

export interface CelBytes {
  readonly is: 'bytes';
  readonly bytes: Uint8Array;
}

/** Items are made when they are asked for, so that what nobody reads need not be known. */
export interface CelList {
  readonly is: 'list';
  readonly length: number;
  /** Of an index below the length. */
  at(index: number): CelValue;
}

export interface CelMap {
  readonly is: 'map';
  keys(): readonly CelValue[];
  /** Undefined where there is no such key. */
  get(key: CelValue): CelValue | undefined;
}

/** Nanoseconds. */
export interface CelDuration {
  readonly is: 'duration';
  readonly nano: bigint;
}

/** Nanoseconds since 1970. */
export interface CelTimestamp {
  readonly is: 'timestamp';
  readonly nano: bigint;
}

/** A type as a value: what `type(x)` gives. */
export interface CelType {
  readonly is: 'type';
  readonly name: string;
}

/** A value that may be absent. */
export interface CelOptional {
  readonly is: 'optional';
  readonly value: CelValue | undefined;
}

export interface CelQuantity {
  readonly is: 'quantity';
  readonly quantity: Quantity;
}

export interface CelIp {
  readonly is: 'ip';
  readonly address: AddressRange;
}

/** A block of addresses, and the address that it was written with. */
export interface CelCidr {
  readonly is: 'cidr';
  readonly block: AddressRange;
  readonly address: AddressRange;
  readonly prefix: number;
}

export function celUint(value: bigint): CelUint {
  return { is: 'uint', value };
}

export function celList(items: readonly CelValue[]): CelList {
  return { is: 'list', length: items.length, at: (index) => items[index] ?? null };
}

export function optionalOf(value: CelValue | undefined): CelOptional {
  return { is: 'optional', value };
}

type Tagged = Extract<CelValue, { readonly is: string }>;

/** True for a value of a type that CEL's values carry with them. */
export function isOf<Tag extends Tagged['is']>(
  value: CelValue | undefined,
  tag: Tag,
): value is Extract<Tagged, { readonly is: Tag }> {
  return typeof value === 'object' && value !== null && value.is === tag;
}

export function isList(value: CelValue | undefined): value is CelList {
  return isOf(value, 'list');
}

export function isMap(value: CelValue | undefined): value is CelMap {
  return isOf(value, 'map');
}

export function isUint(value: CelValue | undefined): value is CelUint {
  return isOf(value, 'uint');
}

/** Every item of a list, in order. */
export function* itemsOf(list: CelList): Iterable<CelValue> {
  for (let index = 0; index < list.length; index += 1) yield list.at(index);
}

/** `int`, `google.protobuf.Timestamp`: the type as CEL names it. */
export function typeName(value: CelValue): string {
  if (value === null) return 'null_type';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'string') return 'string';
  return TYPE_NAMES.get(value.is) ?? value.is;
}

const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['duration', 'google.protobuf.Duration'],
  ['timestamp', 'google.protobuf.Timestamp'],
  ['optional', 'optional_type'],
  ['quantity', 'kubernetes.Quantity'],
  ['ip', 'net.IP'],
  ['cidr', 'net.CIDR'],
]);
