import type { Surroundings } from './command.ts';

/** A line on stderr that tells how far long work is; nothing for short work, files and pipes. */
export interface Progress {
  update(text: string): void;
  /** Takes the line away. */
  end(): void;
}

const PATIENCE_MILLISECONDS = 500;
const PAUSE_MILLISECONDS = 100;

/** Starts counting the time until the first line. */
export function startProgress(surroundings: Surroundings, isQuiet: boolean): Progress {
  const { stderr } = surroundings;
  if (isQuiet || !stderr.isTerminal) return { update() {}, end() {} };
  let next = surroundings.now() + PATIENCE_MILLISECONDS;
  let isShown = false;
  return {
    update(text) {
      const time = surroundings.now();
      if (time < next) return;
      next = time + PAUSE_MILLISECONDS;
      isShown = true;
      stderr.write(`\r\u001b[K${text}`);
    },
    end() {
      if (isShown) stderr.write('\r\u001b[K');
    },
  };
}
