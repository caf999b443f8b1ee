import type { Outcome } from './engine.ts';
import type { Finding } from './finding.ts';
import { makeFindings } from './make-findings.ts';
import type { MaskMemory } from './mask-report.ts';

/** The parts of a report that are the same in the next one where nothing changed. */
export interface ReportMemory {
  readonly makeFindings: typeof makeFindings;
  readonly masked: MaskMemory;
  /** Another scan begins: what the last did not use is forgotten. */
  next(): void;
}

/** Remembers nothing yet. */
export function createReportMemory(): ReportMemory {
  const findings = new WeakMap<Outcome, Finding[]>();
  const texts = createTextMemory();
  return {
    makeFindings(outcome, view, inventory) {
      const known = findings.get(outcome) ?? makeFindings(outcome, view, inventory);
      findings.set(outcome, known);
      return known;
    },
    masked: { texts, findings: new WeakMap() },
    next: texts.next,
  };
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
