/** When a CronJob starts jobs: the minutes, hours and days that its schedule names, or an interval. */
export type CronSchedule = CalendarSchedule | { readonly every: number };

interface CalendarSchedule {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** With a day of the month and a day of the week both named, either is enough. */
  readonly eitherDay: boolean;
  /** As a prefix of the text names it (`TZ=Europe/Oslo 0 3 * * *`), which the API takes in old objects only. */
  readonly timeZone: string | undefined;
}

const MINUTE = 60_000;
const LONGEST_LOOK_BACK_DAYS = 366 * 5;

const shorthands: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
]);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * Reads the schedule of a CronJob as its controller does (the standard five fields, shorthands, `@every`); undefined for
 * one that the controller refuses.
 */
export function parseCronSchedule(text: string): CronSchedule | undefined {
  const [prefix = '', timeZone] = /^(?:CRON_)?TZ=(\S+) /.exec(text.trim()) ?? [];
  const plain = text.trim().slice(prefix.length).trim();
  if (plain.startsWith('@every ')) return interval(plain.slice('@every '.length).trim());
  const fields = (shorthands.get(plain) ?? plain).split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const minutes = valuesOf(minute, 0, 59);
  const hours = valuesOf(hour, 0, 23);
  const days = valuesOf(day, 1, 31);
  const months = valuesOf(month, 1, 12, MONTHS);
  const weekdays = valuesOf(weekday, 0, 6, WEEKDAYS);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  return { minutes, hours, days, months, weekdays, eitherDay: !isStar(day) && !isStar(weekday), timeZone };
}

function interval(text: string): CronSchedule | undefined {
  const match = /^(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,5})s)?$/.exec(text);
  if (match === null) return undefined;
  const seconds = Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return seconds === 0 ? undefined : { every: seconds * 1000 };
}

function isStar(field: string): boolean {
  return field.startsWith('*') || field.startsWith('?');
}

/** The values of one field; undefined if one of its parts is none. */
function valuesOf(field: string, low: number, high: number, names: readonly string[] = []): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|\?|[A-Za-z0-9]{1,3})(?:-([A-Za-z0-9]{1,3}))?(?:\/(\d{1,3}))?$/.exec(part);
    if (match === null) return undefined;
    const [, first = '', last, every] = match;
    const step = every === undefined ? 1 : Number(every);
    const start = isStar(first) ? low : valueOf(first, names, low);
    const open = isStar(first) || (every !== undefined && last === undefined);
    const end = last === undefined ? (open ? high : start) : valueOf(last, names, low);
    if (step === 0 || !(start >= low && end <= high && start <= end)) return undefined;
    for (let value = start; value <= end; value += step) values.add(value);
  }
  return values;
}

function valueOf(text: string, names: readonly string[], low: number): number {
  const named = names.indexOf(text.toLowerCase());
  return named === -1 ? Number(/^\d+$/.test(text) ? text : Number.NaN) : named + low;
}

/**
 * The last `count` times before `now` that a schedule names, latest first: by the clock of a time zone of the IANA database,
 * as far as it is from UTC now. One that is not known is taken for UTC.
 */
export function timesBefore(schedule: CronSchedule, now: number, count: number, timeZone = 'UTC'): number[] {
  if ('every' in schedule) return Array.from({ length: count }, (_, index) => now - schedule.every * (index + 1));
  const offset = offsetOf(schedule.timeZone ?? timeZone, now);
  return clockTimesBefore(schedule, now + offset, count).map((time) => time - offset);
}

/** How far the clock of a time zone is ahead of UTC, in milliseconds. */
function offsetOf(timeZone: string, now: number): number {
  if (timeZone === 'UTC') return 0;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE;
    return sign === '-' ? -ahead : ahead;
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

function clockTimesBefore(schedule: CalendarSchedule, now: number, count: number): number[] {
  const times: number[] = [];
  const day = new Date(now);
  day.setUTCHours(0, 0, 0, 0);
  for (let back = 0; back < LONGEST_LOOK_BACK_DAYS && times.length < count; back += 1) {
    if (namesDay(schedule, day)) times.push(...timesOfDay(schedule, day.getTime()).filter((time) => time < now));
    day.setUTCDate(day.getUTCDate() - 1);
  }
  return times.slice(0, count);
}

function namesDay({ days, months, weekdays, eitherDay }: CalendarSchedule, day: Date): boolean {
  if (!months.has(day.getUTCMonth() + 1)) return false;
  const byMonth = days.has(day.getUTCDate());
  const byWeek = weekdays.has(day.getUTCDay());
  return eitherDay ? byMonth || byWeek : byMonth && byWeek;
}

function timesOfDay({ hours, minutes }: CalendarSchedule, midnight: number): number[] {
  const times = [...hours].flatMap((hour) => [...minutes].map((minute) => midnight + (hour * 60 + minute) * MINUTE));
  return times.toSorted((left, right) => right - left);
}
