import { describe, expect, it } from 'vitest';
import { daysSince, minutesSince, timeOf } from './time.ts';

const now = Date.parse('2026-01-10T12:00:00Z');

describe('times of the API', () => {
  it('are read as RFC 3339 has them', () => {
    expect(timeOf('2026-01-10T12:00:00Z')).toBe(now);
    expect(timeOf('2026-01-10T13:00:00+01:00')).toBe(now);
    expect([timeOf('yesterday'), timeOf(undefined), timeOf(null), timeOf(5)]).toEqual(Array(4).fill(undefined));
  });

  it('are so many minutes or days ago, exactly', () => {
    expect(minutesSince('2026-01-10T11:49:30Z', now)).toBe(10.5);
    expect(minutesSince('2026-01-10T12:00:30Z', now)).toBe(-0.5);
    expect(minutesSince(undefined, now)).toBeUndefined();
    expect(daysSince('2026-01-03T12:00:00Z', now)).toBe(7);
    expect(daysSince('2026-01-03T18:00:00Z', now)).toBe(6.75);
    expect(daysSince('', now)).toBeUndefined();
  });
});
