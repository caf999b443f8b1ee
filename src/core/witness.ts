import type { Context } from './check.ts';
import { judgeSubject, type Outcome } from './engine.ts';
import type { Run } from './runs.ts';
import type { Judged } from './subject.ts';

/** An outcome, and what it rests on that its check does not declare. */
export interface Testimony {
  readonly outcome: Outcome;
  readonly askedTime: boolean;
  /** The check looked at a field of the view that shows other objects. */
  readonly sawOthers: boolean;
}

/** Judges, and sees what checks ask for. */
export interface Witness {
  judge(run: Run, view: Judged): Testimony;
}

/** A witness of the time and of these fields of views. */
export function createWitness(fields: readonly string[]): Witness {
  const shown = new Set<string | symbol>(fields);
  const contexts = new WeakMap<Context, Context>();
  let askedTime = false;
  let sawOthers = false;

  function watchedContext(context: Context): Context {
    const known = contexts.get(context) ?? {
      ...context,
      get now() {
        askedTime = true;
        return context.now;
      },
      get today() {
        askedTime = true;
        return context.today;
      },
    };
    contexts.set(context, known);
    return known;
  }

  function watchedView(view: Judged): Judged {
    if (!fields.some((field) => field in view)) return view;
    return new Proxy(view, {
      get(target, field): unknown {
        if (shown.has(field)) sawOthers = true;
        return Reflect.get(target, field);
      },
    });
  }

  return {
    judge({ check, context }, view) {
      askedTime = false;
      sawOthers = false;
      const outcome = judgeSubject(check, watchedView(view), watchedContext(context));
      return { outcome, askedTime, sawOthers };
    },
  };
}
