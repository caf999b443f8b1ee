/** Wakes a loop that waits. Rung twice before it is heard, it wakes the loop once. */
export interface Bell {
  ring(): void;
  /** Settles at the next ring, or at once if it rang since the last time. */
  rung(): Promise<'rung'>;
}

/** A bell that has not been rung. */
export function createBell(): Bell {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      hasRung = true;
      wake?.();
    },
    async rung() {
      if (!hasRung) await new Promise<void>((resolve) => (wake = resolve));
      hasRung = false;
      wake = undefined;
      return 'rung';
    },
  };
}
