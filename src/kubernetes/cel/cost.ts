import { CelUnknown } from './fault.ts';

/** Counts work; throws CelUnknown when it becomes too much. */
export type Charge = (amount: number) => void;

/** What an evaluation may use up, shared by all expressions that belong together. */
export interface Budget {
  readonly charge: Charge;
  /** Goes one step deeper; throws CelUnknown where it is too deep. */
  enter(): void;
  leave(): void;
}

/** How much work expressions may make together: about one unit for each step, item, and ten characters. */
const MOST_WORK = 500_000;
const DEEPEST = 500;

/** A budget that nothing has been taken from. */
export function newBudget(mostWork = MOST_WORK): Budget {
  let left = mostWork;
  let depth = 0;
  return {
    charge(amount) {
      left -= amount;
      if (left < 0) throw new CelUnknown('the expression takes too long');
    },
    enter() {
      depth += 1;
      if (depth > DEEPEST) throw new CelUnknown('the expression is nested too deeply');
    },
    leave() {
      depth -= 1;
    },
  };
}

/** What it costs to go through a text once. */
export function textCost(text: string): number {
  return 1 + text.length / 10;
}
