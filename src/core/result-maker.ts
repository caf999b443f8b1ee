import type { JudgedSubject, Outcome } from './engine.ts';
import type { Finding } from './finding.ts';
import { makeFindings } from './make-findings.ts';
import type { MaskMemory } from './mask-report.ts';
import { mergeResults } from './merge-results.ts';
import type { SubjectResult } from './report.ts';

/** Makes the parts of a report that are the same in the next one where nothing changed. */
export interface ResultMaker {
  readonly makeFindings: typeof makeFindings;
  /** The earlier result of a subject that came out the same; undefined if there is none. Only an exception may differ. */
  known(judged: JudgedSubject): SubjectResult | undefined;
  /** The result of a subject, or an earlier one that says the same. */
  kept(result: SubjectResult, judged: JudgedSubject): SubjectResult;
  readonly merge: typeof mergeResults;
  readonly masked?: MaskMemory;
}

/** Makes each anew. */
export const plainResults: ResultMaker = {
  makeFindings,
  known: () => undefined,
  kept: (result) => result,
  merge: mergeResults,
};

/** Remembers what it made of outcomes, from one scan of the same inputs to the next. */
export interface RememberingResults extends ResultMaker {
  /** Another scan begins: what the last did not use is forgotten. */
  next(): void;
}

/** Remembers nothing yet. */
export function createRememberingResults(): RememberingResults {
  const findings = new WeakMap<Outcome, Finding[]>();
  const results = new WeakMap<readonly Outcome[], SubjectResult>();
  const merged = new WeakMap<SubjectResult, { readonly right: SubjectResult; readonly both: SubjectResult }>();
  const texts = createTextMemory();
  return {
    makeFindings(outcome, view, inventory) {
      const known = findings.get(outcome) ?? makeFindings(outcome, view, inventory);
      findings.set(outcome, known);
      return known;
    },
    // A crash is told of anew each time.
    known: ({ outcomes }) => (outcomes.some(({ crash }) => crash !== undefined) ? undefined : results.get(outcomes)),
    kept(result, { outcomes }) {
      const known = results.get(outcomes);
      // Of the same outcomes only an exception can make something else.
      if (known !== undefined && haveSame(known.findings, result.findings)) return known;
      results.set(outcomes, result);
      return result;
    },
    merge(left, right) {
      const known = merged.get(left);
      if (known?.right === right) return known.both;
      const both = mergeResults(left, right);
      merged.set(left, { right, both });
      return both;
    },
    masked: { texts, parts: new WeakMap() },
    next: texts.next,
  };
}

function haveSame(left: readonly Finding[], right: readonly Finding[]): boolean {
  return left.length === right.length && left.every((finding, index) => finding === right[index]);
}

/** Texts by texts, of this scan and the last one. */
function createTextMemory() {
  let before = new Map<string, string>();
  let now = new Map<string, string>();
  return {
    get: (text: string) => now.get(text) ?? before.get(text),
    set: (text: string, masked: string) => now.set(text, masked),
    next(this: void): void {
      before = now;
      now = new Map();
    },
  };
}
