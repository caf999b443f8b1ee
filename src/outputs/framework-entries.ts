import { byHandOf, type Control, extentOf } from '../core/framework.ts';
import {
  type CheckEvidence,
  type ControlCounts,
  type ControlResult,
  type FrameworkResult,
  hasExceptions,
} from '../core/framework-results.ts';
import type { Missing } from '../core/lookup.ts';
import type { Report, SubjectResult } from '../core/report.ts';
import type { JsonValue } from './json-text.ts';

/** The index of each subject in the report's list: evidence names subjects by it. */
type SubjectIndexes = ReadonlyMap<SubjectResult, number>;

/** The results of frameworks, with their evidence. */
export function* frameworkEntries({ frameworks, subjects }: Report): Iterable<JsonValue> {
  const indexes = new Map(subjects.map((subject, index) => [subject, index]));
  for (const result of frameworks) yield frameworkEntry(result, indexes);
}

function frameworkEntry({ framework, counts, controls }: FrameworkResult, indexes: SubjectIndexes): JsonValue {
  return {
    id: framework.id,
    name: framework.name,
    title: framework.title,
    counts: controlCountsEntry(counts),
    controls: controls.map((control) => controlEntry(control, indexes)),
  };
}

/** How many controls came out how. */
export function controlCountsEntry(counts: ControlCounts): JsonValue {
  const { controls, pass, passWithExceptions, fail, unknown, manual, notApplicable } = counts;
  return { controls, pass, passWithExceptions, fail, unknown, manual, notApplicable };
}

function controlEntry(result: ControlResult, indexes: SubjectIndexes): JsonValue {
  const { control, verdict, evidence, missing } = result;
  return {
    ...controlWords(control),
    verdict,
    withExceptions: hasExceptions(result),
    missing: missing.map(missingEntry),
    checks: evidence.map((one) => evidenceEntry(one, indexes)),
  };
}

/** What a framework says of a control, whatever came out. */
export function controlWords(control: Control) {
  const { id, name, section, answeredBy, reason } = control;
  return {
    id,
    name,
    section: section ?? null,
    answeredBy,
    answers: extentOf(control),
    inputs: control.answeredBy === 'node inventory' ? control.inputs : [],
    reason,
    byHand: byHandOf(control) ?? null,
  };
}

function evidenceEntry(evidence: CheckEvidence, indexes: SubjectIndexes): JsonValue {
  const { check, failed, accepted, unknown, passed, notApplicable } = evidence;
  return {
    check,
    failed: failed.flatMap((subject) => indexes.get(subject) ?? []),
    accepted: accepted.flatMap((subject) => indexes.get(subject) ?? []),
    unknown: unknown.flatMap(({ subject, missing }) => {
      const index = indexes.get(subject);
      return index === undefined ? [] : [{ subject: index, missing: missing.map(missingEntry) }];
    }),
    passed,
    notApplicable,
  };
}

function missingEntry({ what, hint }: Missing): JsonValue {
  return { what, hint: hint ?? null };
}
