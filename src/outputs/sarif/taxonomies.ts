import { byHandOf, checksOf } from '../../core/framework.ts';
import { type ControlResult, type FrameworkResult, hasExceptions } from '../../core/framework-results.ts';
import { controlCountsEntry, controlWords } from '../framework-entries.ts';
import type { JsonValue } from '../json-text.ts';

/** The toolComponent object (SARIF 2.1.0, 3.19) of a framework, with its controls as taxa, each with how it came out. */
export function taxonomyOf({ framework, counts, controls }: FrameworkResult): JsonValue {
  return {
    name: framework.id,
    fullName: framework.title,
    shortDescription: { text: framework.name },
    isComprehensive: true,
    taxa: controls.map(taxonOf),
    properties: { counts: controlCountsEntry(counts) },
  };
}

/** The toolComponentReference objects (3.54) of the frameworks that the rules relate to. */
export function supportedTaxonomies(frameworks: readonly FrameworkResult[]): JsonValue[] {
  return frameworks.map(({ framework }, index) => ({ name: framework.id, index }));
}

function taxonOf(result: ControlResult): JsonValue {
  const { control, verdict, evidence, missing } = result;
  const byHand = byHandOf(control);
  return {
    id: control.id,
    shortDescription: { text: control.name },
    fullDescription: { text: control.reason },
    ...(byHand !== undefined && { help: { text: byHand } }),
    properties: {
      ...controlProperties(result),
      verdict,
      withExceptions: hasExceptions(result),
      missing: missing.map(({ what }) => what),
      checks: evidence.map(({ check, failed, accepted, unknown, skipped, passed, notApplicable }) => ({
        check,
        failed: failed.length,
        accepted: accepted.length,
        unknown: unknown.length,
        skipped: skipped.length,
        passed,
        notApplicable,
      })),
    },
  };
}

function controlProperties({ control }: ControlResult) {
  const { section, answeredBy, answers, inputs } = controlWords(control);
  return { ...(section !== null && { section }), answeredBy, answers, inputs };
}

/** The reportingDescriptorRelationship objects (3.53) of a rule: the controls that it answers. */
export function relationshipsOf(check: string, frameworks: readonly FrameworkResult[]): JsonValue[] {
  return frameworks.flatMap(({ framework, controls }, index) =>
    controls.flatMap(({ control }, place) =>
      checksOf(control).includes(check)
        ? [
            {
              target: { id: control.id, index: place, toolComponent: { name: framework.id, index } },
              kinds: ['relevant'],
            },
          ]
        : [],
    ),
  );
}
