import { describe, expect, it } from 'vitest';
import { parseCronSchedule, timesBefore } from './cron-schedule.ts';

const now = Date.parse('2026-03-04T05:06:07Z');

function before(text: string, count = 2): string[] | undefined {
  const schedule = parseCronSchedule(text);
  return schedule && timesBefore(schedule, now, count).map((time) => new Date(time).toISOString().slice(0, 16));
}

describe('cron schedules', () => {
  it.each([
    ['* * * * *', ['2026-03-04T05:06', '2026-03-04T05:05']],
    ['*/15 * * * *', ['2026-03-04T05:00', '2026-03-04T04:45']],
    ['0 3 * * *', ['2026-03-04T03:00', '2026-03-03T03:00']],
    ['30 1-2 * * *', ['2026-03-04T02:30', '2026-03-04T01:30']],
    ['0 0 1 jan *', ['2026-01-01T00:00', '2025-01-01T00:00']],
    ['0 12 * * MON-fri', ['2026-03-03T12:00', '2026-03-02T12:00']],
    ['0 0 1 * 3', ['2026-03-04T00:00', '2026-03-01T00:00']],
    ['0 0 ? * 0', ['2026-03-01T00:00', '2026-02-22T00:00']],
    ['5/30,10 4 * * *', ['2026-03-04T04:35', '2026-03-04T04:10']],
    ['0 0 30 2 *', []],
    ['@hourly', ['2026-03-04T05:00', '2026-03-04T04:00']],
    ['@every 1h30m', ['2026-03-04T03:36', '2026-03-04T02:06']],
    ['@every 90s', ['2026-03-04T05:04', '2026-03-04T05:03']],
  ])('%s was last due at %j', (text, times) => {
    expect(before(text)).toEqual(times);
  });

  it.each([
    ['0 3 * * *', 'Asia/Kolkata', ['2026-03-03T21:30', '2026-03-02T21:30']],
    ['0 3 * * *', 'America/New_York', ['2026-03-03T08:00', '2026-03-02T08:00']],
    ['0 3 * * *', 'Etc/UTC', ['2026-03-04T03:00', '2026-03-03T03:00']],
    ['0 3 * * *', 'Nowhere/At all', ['2026-03-04T03:00', '2026-03-03T03:00']],
    ['CRON_TZ=Asia/Kolkata 0 3 * * *', undefined, ['2026-03-03T21:30', '2026-03-02T21:30']],
    ['TZ=Asia/Kolkata  @daily', 'Etc/UTC', ['2026-03-03T18:30', '2026-03-02T18:30']],
  ])('%s of the zone %s was last due at %j', (text, zone, times) => {
    const schedule = parseCronSchedule(text);
    const due = schedule && timesBefore(schedule, now, 2, zone);
    expect(due?.map((time) => new Date(time).toISOString().slice(0, 16))).toEqual(times);
  });

  it.each([
    'TZ=Europe/Oslo',
    'TZ=Europe/Oslo 0 3 *',
    '',
    '* * * *',
    '60 * * * *',
    '* * 0 * *',
    '5-1 * * * *',
    '*/0 * * * *',
    'x * * * *',
    '* * * * 7',
    '@never',
    '@every',
    '@every 0s',
    '@every soon',
    '1--2 * * * *',
  ])('refuses "%s"', (text) => {
    expect(parseCronSchedule(text)).toBeUndefined();
  });
});
