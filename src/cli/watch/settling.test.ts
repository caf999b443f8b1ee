import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSettling, type Settling } from './settling.ts';

describe('settling', () => {
  let acts = 0;
  let settling: Settling;
  beforeEach(() => {
    vi.useFakeTimers();
    acts = 0;
    settling = createSettling({ quiet: 30, most: 100 }, () => (acts += 1));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Stirs, and lets time go by. */
  function stirThenWait(milliseconds: number): void {
    settling.stir();
    vi.advanceTimersByTime(milliseconds);
  }

  it('acts once, when all has been quiet', () => {
    stirThenWait(29);
    stirThenWait(29);
    expect(acts).toBe(0);
    vi.advanceTimersByTime(1);
    expect(acts).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(acts).toBe(1);
  });

  it('acts while a burst does not end', () => {
    for (let time = 0; time < 100; time += 10) stirThenWait(10);
    expect(acts).toBe(1);
    for (let time = 0; time < 100; time += 10) stirThenWait(10);
    expect(acts).toBe(2);
  });

  it('acts on each of two bursts', () => {
    stirThenWait(30);
    stirThenWait(30);
    expect(acts).toBe(2);
  });

  it('does not act once stopped', () => {
    settling.stir();
    settling.stop();
    vi.advanceTimersByTime(1_000);
    expect(acts).toBe(0);
  });
});
