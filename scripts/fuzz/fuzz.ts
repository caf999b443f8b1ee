import { performance } from 'node:perf_hooks';
import { type Random, seededRandom } from '../../bench/random.ts';
import type { Output } from '../../src/core/output.ts';
import { execute } from './execute.ts';
import { mutate } from './mutate.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly executions: number;
  /** The number of the first execution: each depends on the seed and its own number only. */
  readonly first: number;
  readonly texts: readonly string[];
  readonly outputs: readonly Output[];
  /** Milliseconds. */
  readonly slowestAllowed: number;
}

/** An execution that found something wrong. */
export interface FuzzFailure {
  readonly execution: number;
  readonly text: string;
  readonly faults: readonly string[];
}

export interface FuzzResult {
  readonly executions: number;
  readonly milliseconds: number;
  readonly failures: readonly FuzzFailure[];
  /** How many executions had a diagnostic of each code; `none` for those without any. */
  readonly problems: ReadonlyMap<string, number>;
  readonly findings: number;
  readonly slowest: { readonly execution: number; readonly milliseconds: number; readonly characters: number };
}

const MOST_FAILURES = 10;
/** Outputs take most of the time, so that only some executions write. */
const WRITING = 0.1;

/** Runs executions until all are done or too many have failed. Equal options give equal texts and judgements. */
export function fuzz(options: FuzzOptions): FuzzResult {
  const { seed, first, executions } = options;
  const failures: FuzzFailure[] = [];
  const problems = new Map<string, number>();
  let findings = 0;
  let slowest = { execution: first, milliseconds: 0, characters: 0 };
  let done = 0;
  const start = performance.now();
  while (done < executions && failures.length < MOST_FAILURES) {
    const number = first + done;
    done += 1;
    const random = randomOf(seed, number);
    const text = textOf(options, random);
    const started = performance.now();
    const file = random.chance(0.1) ? 'fuzz.json' : 'fuzz.yaml';
    const outcome = execute(text, file, random, random.chance(WRITING) ? options.outputs : []);
    const milliseconds = performance.now() - started;
    if (milliseconds > slowest.milliseconds) slowest = { execution: number, milliseconds, characters: text.length };
    const slow = milliseconds > options.slowestAllowed ? [`took ${Math.round(milliseconds)} ms`] : [];
    const faults = [...outcome.faults, ...slow];
    if (faults.length > 0) failures.push({ execution: number, text, faults });
    findings += outcome.findings;
    for (const code of outcome.problems.length === 0 ? ['none'] : new Set(outcome.problems)) {
      problems.set(code, (problems.get(code) ?? 0) + 1);
    }
  }
  return { executions: done, milliseconds: performance.now() - start, failures, problems, findings, slowest };
}

/** The text of one execution. */
export function textOf({ texts }: Pick<FuzzOptions, 'texts'>, random: Random): string {
  const text = random.pick(texts);
  return mutate(text, random, random.pick(texts));
}

/** A stream of its own for each execution, far from those of its neighbours. */
function randomOf(seed: number, execution: number): Random {
  const random = seededRandom((seed ^ Math.imul(execution + 1, 0x9e3779b1)) >>> 0);
  random.next();
  return random;
}
