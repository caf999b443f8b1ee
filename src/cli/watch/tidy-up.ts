import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects short-lived garbage. */
export type TidyUp = () => void;

/**
 * Collects what a scan leaves behind while the user looks at its report, so that the next change does not wait for it. A
 * runtime that cannot be asked collects when it must.
 */
export function createTidyUp(): TidyUp {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('globalThis.gc');
  return () => {
    if (typeof collect === 'function') Reflect.apply(collect, undefined, [{ type: 'minor' }]);
  };
}
