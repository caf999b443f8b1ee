/** Waits until a burst of changes is over. */
export interface Settling {
  /** Something changed. */
  stir(): void;
  stop(): void;
}

/** How long nothing must change, and how long to wait at most where something always does, in milliseconds. */
export interface Patience {
  readonly quiet: number;
  readonly most: number;
}

/** Acts once after each burst; a burst that does not end is cut. It keeps no list of changes, so that none can grow. */
export function createSettling({ quiet, most }: Patience, act: () => void): Settling {
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  return {
    stir() {
      const now = performance.now();
      if (timer === undefined) latest = now + most;
      clearTimeout(timer);
      timer = setTimeout(settle, Math.max(Math.min(quiet, latest - now), 0));
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };

  function settle(): void {
    timer = undefined;
    act();
  }
}
