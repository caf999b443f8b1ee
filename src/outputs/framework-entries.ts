import { byHandOf, type Control, extentOf } from '../core/framework.ts';
import {
  type CheckEvidence,
  type ControlCounts,
  type ControlResult,
  type FrameworkResult,
  hasExceptions,
} from '../core/framework-results.ts';
import type { Missing } from '../core/lookup.ts';
import type { JsonValue } from './json-text.ts';

/** The results of frameworks, with their evidence. */
export function frameworkEntry({ framework, counts, controls }: FrameworkResult): JsonValue {
  return {
    id: framework.id,
    name: framework.name,
    title: framework.title,
    counts: controlCountsEntry(counts),
    controls: controls.map(controlEntry),
  };
}

/** How many controls came out how. */
export function controlCountsEntry(counts: ControlCounts): JsonValue {
  const { controls, pass, passWithExceptions, fail, unknown, manual, notApplicable } = counts;
  return { controls, pass, passWithExceptions, fail, unknown, manual, notApplicable };
}

function controlEntry(result: ControlResult): JsonValue {
  const { control, verdict, evidence, missing } = result;
  return {
    ...controlWords(control),
    verdict,
    withExceptions: hasExceptions(result),
    missing: missing.map(missingEntry),
    checks: evidence.map(evidenceEntry),
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

function evidenceEntry(evidence: CheckEvidence): JsonValue {
  const { check, failed, accepted, unknown, skipped, passed, notApplicable } = evidence;
  return {
    check,
    failed,
    accepted,
    unknown: unknown.map(({ subject, missing }) => ({ subject, missing: missing.map(missingEntry) })),
    skipped,
    passed,
    notApplicable,
  };
}

function missingEntry({ what, hint }: Missing): JsonValue {
  return { what, hint: hint ?? null };
}
