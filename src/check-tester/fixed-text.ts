import type { Check, Fix, PassingExample } from '../core/check.ts';
import { type Failure, type JudgedSubject, judge } from '../core/engine.ts';
import type { Inventory } from '../core/inventory.ts';

import type { Judged, JudgedPart } from '../core/subject.ts';
import { recordFix } from '../fix/field-edit.ts';
import { applyFix, type FindText } from '../fix/text-edits.ts';
import { objectsOf } from '../sources/files/objects.ts';
import { readText } from '../text/read.ts';
import { EXAMPLE_NAME, optionsOf, readExample } from './example-run.ts';

/**
 * The text of an example after the check's fix, applied finding by finding until there is none.
 * @throws Error if a fix cannot be applied, or removes no finding.
 */
export function fixedText(check: Check, fix: Fix<Judged | JudgedPart>, setting: PassingExample): string {
  let yaml = setting.yaml;
  let before = Number.POSITIVE_INFINITY;
  for (;;) {
    const { inventory, judged } = judgeText(check, { ...setting, yaml });
    const failures = judged.flatMap(failuresOf);
    const [first] = failures;
    if (first === undefined) return yaml;
    if (failures.length >= before) throw new Error(`a fix leaves ${failures.length} of ${before} findings`);
    before = failures.length;
    yaml = applyFix(fix, first.failure, viewOf(check, first), textsOf(yaml, inventory)).get(EXAMPLE_NAME) ?? yaml;
  }
}

/** How many edits the check's fix asks for, for all findings of an example. */
export function editsAsked(check: Check, fix: Fix<Judged | JudgedPart>, setting: PassingExample): number {
  const failures = judgeText(check, setting).judged.flatMap(failuresOf);
  return failures.flatMap((found) => recordFix(fix, found.failure, viewOf(check, found))).length;
}

interface FailureOn {
  readonly failure: Failure;
  readonly view: Judged;
}

function judgeText(
  check: Check,
  setting: PassingExample,
): { inventory: Inventory | undefined; judged: JudgedSubject[] } {
  const [inventory] = readExample(setting).inventories;
  return { inventory, judged: inventory === undefined ? [] : [...judge(inventory, optionsOf(check, setting))] };
}

function failuresOf({ view, outcomes }: JudgedSubject): FailureOn[] {
  return outcomes.flatMap(({ failures }) => failures).map((failure) => ({ failure, view }));
}

/** What the check judged when it reported the failure: the subject, or the part of it. */
function viewOf({ each }: Check, { failure, view }: FailureOn): Judged | JudgedPart {
  if (each === undefined) return view;
  for (const part of each.enumerate(view)) if (part.part === failure.part) return part;
  return view;
}

/** Where each resource of the inventory stands in the text. */
function textsOf(text: string, inventory: Inventory | undefined): FindText {
  const { documents } = readText(text, EXAMPLE_NAME);
  return (resource) => {
    const document = documents[resource.origin.document];
    const siblings = inventory?.resources.filter(({ origin }) => origin.document === resource.origin.document) ?? [];
    const object = document && objectsOf(document.value)[siblings.indexOf(resource)];
    return object && { text, document, prefix: object.path };
  };
}
