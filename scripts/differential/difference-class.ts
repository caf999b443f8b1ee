import type { Difference } from './differences.ts';
import type { Reading } from './readings.ts';

/** What a class may look at beside the difference. */
export interface Setting {
  readonly text: string;
  readonly ours: Reading;
  readonly theirs: Reading;
}

/** A difference that is explained: Kubernetes reads it as we do, the peer does not. Its name says why. */
export interface DifferenceClass {
  readonly name: string;
  readonly holds: (difference: Difference, setting: Setting) => boolean;
}

/** Texts that we refuse with a message, as Kubernetes does, and a peer reads. */
export function refusedByUs(name: string, message: RegExp, isDue: (setting: Setting) => boolean): DifferenceClass {
  return {
    name,
    holds: (difference, setting) =>
      difference.is === 'refused-by-us' && message.test(difference.message) && isDue(setting),
  };
}

/** Texts that a peer refuses with a message, and we read as Kubernetes does. */
export function refusedByPeer(name: string, message: RegExp, isDue: (setting: Setting) => boolean): DifferenceClass {
  return {
    name,
    holds: (difference, setting) => difference.is === 'refused' && message.test(difference.message) && isDue(setting),
  };
}

/** Scalars and keys that both read as text, but not as the same. */
export function readOtherwise(
  name: string,
  isDue: (ours: string, theirs: string, setting: Setting) => boolean,
): DifferenceClass {
  return {
    name,
    holds(difference, setting) {
      if (difference.is !== 'value' && difference.is !== 'key') return false;
      const { ours, theirs } = difference;
      return typeof ours === 'string' && typeof theirs === 'string' && isDue(ours, theirs, setting);
    },
  };
}
