import { describe, expect, it } from 'vitest';
import { startProgress } from './progress.ts';
import { type SurroundingsInMemory, surroundingsInMemory } from './surroundings-in-memory.ts';

/** Surroundings whose stderr is a terminal. */
function terminal(): SurroundingsInMemory {
  const surroundings = surroundingsInMemory();
  return { ...surroundings, stderr: { ...surroundings.stderr, isTerminal: true } };
}

/** What is written when a line is told at each of these milliseconds. */
function shownAt(times: readonly number[], surroundings: SurroundingsInMemory, isQuiet = false): string {
  const start = surroundings.time;
  const progress = startProgress(surroundings, isQuiet);
  for (const time of times) {
    surroundings.time = start + time;
    progress.update(`after ${time}`);
  }
  progress.end();
  return surroundings.written.stderr;
}

const CLEAR = '\r\u001b[K';

describe('startProgress', () => {
  it('says nothing of work that is done within half a second', () => {
    expect(shownAt([0, 100, 499], terminal())).toBe('');
  });

  it('shows one line at a time, ten a second, and takes the last away', () => {
    expect(shownAt([100, 500, 550, 599, 600, 1_000], terminal())).toBe(
      `${CLEAR}after 500${CLEAR}after 600${CLEAR}after 1000${CLEAR}`,
    );
  });

  it('says nothing where stderr is no terminal, or on demand', () => {
    expect(shownAt([500, 1_000], surroundingsInMemory())).toBe('');
    expect(shownAt([500, 1_000], terminal(), true)).toBe('');
  });
});
