import type { Check, Context, Reporter } from './check.ts';
import { type JudgeOptions, judgeSubject, type Outcome } from './engine.ts';
import { contextOf } from './runs.ts';
import type { Judged, JudgedPart } from './subject.ts';
import {
  type Box,
  boxWithDrawers,
  drawer,
  firstBox,
  type ToyResourceSetting,
  toyCheck,
  toyInventory,
  toyResource,
} from './toy-world.ts';

export const toyOptions: JudgeOptions = {
  checks: [],
  targetVersion: { major: 1, minor: 36 },
  now: Date.parse('2026-11-21'),
};

/** The view of a box of its own. */
export function boxView(setting: ToyResourceSetting = {}): Box {
  return firstBox(toyInventory([toyResource('bricks', setting)]));
}

type Evaluate = (judged: Judged | JudgedPart, report: Reporter, context: Context) => void;

/** What a check says of one box. */
export function outcomeOf(evaluate: Evaluate, view: Box = boxView(), parts: Partial<Check> = {}): Outcome {
  const check = toyCheck('toy', { evaluate, ...parts });
  return judgeSubject(check, view, contextOf(check, toyInventory([]), toyOptions));
}

type Say = (name: string, report: Reporter, judged: JudgedPart) => void;

/** What a check says of a box, drawer by drawer; `say` is called with the name of each. */
export function outcomeOfDrawers(names: readonly string[], say: Say): Outcome {
  const view = firstBox(toyInventory([boxWithDrawers('bricks', names)]));
  return outcomeOf(
    (judged, report) => {
      if ('part' in judged) say(judged.part.slice('drawer "'.length, -1), report, judged);
    },
    view,
    { each: drawer },
  );
}
