import { asString } from '../core/json.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A time of the API (`meta/v1` Time, RFC 3339) in milliseconds since 1970; undefined where there is none. */
export function timeOf(value: unknown): number | undefined {
  const time = Date.parse(asString(value) ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Minutes, with their fraction, from a time of the API to another time; undefined where the field holds none. */
export function minutesSince(value: unknown, now: number): number | undefined {
  const time = timeOf(value);
  return time === undefined ? undefined : (now - time) / MINUTE;
}

/** Days, with their fraction, from a time of the API to another time; undefined where the field holds none. */
export function daysSince(value: unknown, now: number): number | undefined {
  const time = timeOf(value);
  return time === undefined ? undefined : (now - time) / DAY;
}
