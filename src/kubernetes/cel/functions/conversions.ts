import { intOf, uintOf } from '../arithmetic.ts';
import { textCost } from '../cost.ts';
import { doubleText } from '../double-text.ts';
import { CelError } from '../fault.ts';
import { type CelValue, isOf, isUint, typeName } from '../value.ts';
import type { CelFunctions } from './function.ts';
import { durationText, parseDuration, parseTimestamp, timestampText } from './times.ts';

const SECOND = 1_000_000_000n;

/** The functions that turn a value of one type into one of another. */
export const conversions: CelFunctions = {
  int([value]) {
    if (typeof value === 'bigint') return value;
    if (isUint(value)) return intOf(value.value);
    if (typeof value === 'number') return intOf(truncated(value));
    if (typeof value === 'string') return intOf(wholeNumber(value, /^[+-]?\d{1,40}$/));
    if (isOf(value, 'timestamp')) return (value.nano - (((value.nano % SECOND) + SECOND) % SECOND)) / SECOND;
    return undefined;
  },
  uint([value]) {
    if (isUint(value)) return value;
    if (typeof value === 'bigint') return uintOf(value);
    if (typeof value === 'number') return uintOf(truncated(value));
    return typeof value === 'string' ? uintOf(wholeNumber(value, /^\d{1,40}$/)) : undefined;
  },
  double([value]) {
    if (typeof value === 'number') return value;
    if (typeof value === 'bigint') return Number(value);
    if (isUint(value)) return Number(value.value);
    return typeof value === 'string' ? doubleOf(value) : undefined;
  },
  string([value], charge) {
    if (typeof value === 'string') return value;
    if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
    if (typeof value === 'number') return doubleText(value);
    if (isUint(value)) return String(value.value);
    if (isOf(value, 'duration')) return durationText(value);
    if (isOf(value, 'timestamp')) return timestampText(value);
    if (!isOf(value, 'bytes')) return undefined;
    charge(value.bytes.length / 10);
    return utf8Text(value.bytes);
  },
  bytes([value], charge) {
    if (typeof value !== 'string') return isOf(value, 'bytes') ? value : undefined;
    charge(textCost(value));
    return { is: 'bytes', bytes: new TextEncoder().encode(value) };
  },
  bool([value]) {
    if (typeof value === 'boolean') return value;
    if (typeof value !== 'string') return undefined;
    if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(value)) return true;
    if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(value)) return false;
    throw new CelError('type conversion error from string to bool');
  },
  duration([value]) {
    if (typeof value === 'string') return parseDuration(value);
    if (typeof value === 'bigint') return { is: 'duration', nano: intOf(value) };
    return isOf(value, 'duration') ? value : undefined;
  },
  timestamp([value]) {
    if (typeof value === 'string') return parseTimestamp(value);
    if (typeof value === 'bigint') return { is: 'timestamp', nano: value * SECOND };
    return isOf(value, 'timestamp') ? value : undefined;
  },
  dyn: ([value]) => value,
  type: ([value]) => (value === undefined ? undefined : { is: 'type', name: typeName(value) }),
};

/** The names of types that stand for them in expressions. */
export const typeValues: ReadonlyMap<string, CelValue> = new Map(
  ['bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint'].map((name) => [
    name,
    { is: 'type', name },
  ]),
);

function truncated(value: number): bigint {
  if (!Number.isFinite(value)) throw new CelError('integer overflow');
  return BigInt(Math.trunc(value));
}

function wholeNumber(text: string, form: RegExp): bigint {
  if (!form.test(text)) throw new CelError('type conversion error from string to a whole number');
  return BigInt(text.replace(/^\+/, ''));
}

function doubleOf(text: string): number {
  if (text.length > 400 || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) {
    throw new CelError('type conversion error from string to double');
  }
  return Number(text);
}

function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CelError('invalid UTF-8 in bytes, cannot convert to string');
  }
}
