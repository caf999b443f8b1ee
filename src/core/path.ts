import { remembered } from './remembered.ts';

/** The way from an object's root to one of its fields: keys of mappings, indexes of lists. */
export type Path = readonly (string | number)[];

/** True for a key that needs no quotes. Objects have few keys, each many times. */
const isPlainKey = remembered((key) => /^[\w-]+$/.test(key));

/** A step on the way to a field, and what the path up to it is printed as. */
interface Step {
  readonly next: Map<string | number, Step>;
  text: string | undefined;
}

const MOST_STEPS = 10_000;
const LONGEST_KEY = 256;
let steps = 0;
let start: Step = { next: new Map(), text: '' };

/**
 * Prints a path as people write it: `spec.containers[0].image`, `metadata.labels["app.kubernetes.io/name"]`. Findings have
 * few paths, each many times, and share their texts.
 */
export function formatPath(path: Path): string {
  let step = start;
  for (let index = 0; index < path.length; index += 1) {
    const segment = path[index] ?? '';
    const next = step.next.get(segment) ?? stepTo(step, segment);
    if (next === undefined) return printed(path);
    step = next;
  }
  step.text ??= printed(path);
  return step.text;
}

/** A step that was not taken before; undefined for a key that seldom comes again. */
function stepTo(from: Step, segment: string | number): Step | undefined {
  if (typeof segment === 'string' && segment.length > LONGEST_KEY) return undefined;
  steps += 1;
  if (steps > MOST_STEPS) {
    steps = 0;
    start = { next: new Map(), text: '' };
  }
  const step = { next: new Map<string | number, Step>(), text: undefined };
  from.next.set(segment, step);
  return step;
}

function printed(path: Path): string {
  const pieces: string[] = [];
  for (const segment of path) {
    if (typeof segment === 'number') pieces.push('[', String(segment), ']');
    else addKey(pieces, segment);
  }
  // Joined at once: piece by piece it would stay a chain of pieces in memory.
  return pieces.join('');
}

/** Adds a key to the pieces of a printed path. */
export function addKey(pieces: string[], key: string): void {
  if (!isPlainKey(key)) pieces.push('[', JSON.stringify(key), ']');
  else if (pieces.length === 0) pieces.push(key);
  else pieces.push('.', key);
}
