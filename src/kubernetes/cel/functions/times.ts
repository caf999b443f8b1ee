import { CelError, CelUnknown } from '../fault.ts';
import { type CelDuration, type CelTimestamp, type CelValue, isOf } from '../value.ts';
import type { CelFunction, CelFunctions } from './function.ts';

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['h', 3_600_000_000_000n],
  ['m', 60_000_000_000n],
  ['s', 1_000_000_000n],
  ['ms', 1_000_000n],
  ['us', 1000n],
  ['µs', 1000n],
  ['ns', 1n],
]);

const SECOND = 1_000_000_000n;
const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;
const LONGEST_TEXT = 64;

/** Reads `1h30m`, `-1.5s`. @throws CelError */
export function parseDuration(text: string): CelDuration {
  const [, sign = '', rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const isZero = rest === '0';
  if (text.length > LONGEST_TEXT || (!isZero && !/^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|m|s|us|µs|ns))+$/.test(rest))) {
    throw new CelError('invalid duration');
  }
  let nano = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of rest.matchAll(/(\d*)\.?(\d*)(h|ms|m|s|us|µs|ns)/g)) {
    const scale = UNITS.get(unit) ?? 0n;
    nano += BigInt(whole || '0') * scale;
    nano += (BigInt(fraction || '0') * scale) / 10n ** BigInt(fraction.length);
  }
  if (nano >= 2n ** 63n) throw new CelError('invalid duration');
  return { is: 'duration', nano: sign === '-' ? -nano : nano };
}

/** Reads a time as RFC 3339 has it. @throws CelError */
export function parseTimestamp(text: string): CelTimestamp {
  const [, seconds = '', fraction = '', zone = ''] = TIMESTAMP.exec(text) ?? [];
  const milliseconds = Date.parse(`${seconds}${zone}`);
  if (seconds === '' || Number.isNaN(milliseconds)) throw new CelError('invalid timestamp');
  return { is: 'timestamp', nano: BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0')) };
}

/** `90s`, `1.5s`: a duration as CEL writes it. */
export function durationText({ nano }: CelDuration): string {
  return `${nano < 0n ? '-' : ''}${withFraction(nano < 0n ? -nano : nano)}s`;
}

/** A time as RFC 3339 has it. */
export function timestampText({ nano }: CelTimestamp): string {
  const fraction = ((nano % SECOND) + SECOND) % SECOND;
  const [date = ''] = new Date(Number((nano - fraction) / 1_000_000n)).toISOString().split('.');
  return `${date}${withFraction(fraction).slice(1)}Z`;
}

function withFraction(nano: bigint): string {
  const fraction = String(nano % SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${nano / SECOND}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The parts of a time, in UTC or at the offset that is asked for, and of a duration as a whole. */
export const timeMethods: CelFunctions = {
  getFullYear: partOf((date) => date.getUTCFullYear()),
  getMonth: partOf((date) => date.getUTCMonth()),
  getDayOfMonth: partOf((date) => date.getUTCDate() - 1),
  getDate: partOf((date) => date.getUTCDate()),
  getDayOfWeek: partOf((date) => date.getUTCDay()),
  getDayOfYear: partOf((date) => Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0)) / 86_400_000)),
  getHours: partOf((date) => date.getUTCHours(), 'h'),
  getMinutes: partOf((date) => date.getUTCMinutes(), 'm'),
  getSeconds: partOf((date) => date.getUTCSeconds(), 's'),
  getMilliseconds([value, ...further], charge) {
    // Of a duration these are the milliseconds beyond its seconds.
    if (isOf(value, 'duration')) return (value.nano / 1_000_000n) % 1000n;
    return partOf((date) => date.getUTCMilliseconds())([value ?? null, ...further], charge);
  },
};

function partOf(part: (date: Date) => number, unit?: string): CelFunction {
  return ([value, zone]) => {
    if (isOf(value, 'duration')) return unit === undefined ? undefined : value.nano / (UNITS.get(unit) ?? 1n);
    if (!isOf(value, 'timestamp')) return undefined;
    const milliseconds = Number(value.nano / 1_000_000n - (value.nano % 1_000_000n < 0n ? 1n : 0n));
    return BigInt(part(new Date(milliseconds + offsetOf(zone) * 60_000)));
  };
}

/** In minutes. */
function offsetOf(zone: CelValue | undefined): number {
  if (zone === undefined || zone === 'UTC') return 0;
  const [, sign, hours, minutes] = /^([+-]?)(\d\d):(\d\d)$/.exec(typeof zone === 'string' ? zone : '') ?? [];
  if (hours === undefined) throw new CelUnknown('times of a named time zone are not evaluated');
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
