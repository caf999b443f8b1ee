import type { Check, CheckExamples, FailingExample, Fix } from '../core/check.ts';
import { type Finding, findingText } from '../core/finding.ts';
import type { Judged, JudgedPart } from '../core/subject.ts';
import { listExamples } from './example.ts';
import { optionsOf, runExample, scanExample } from './example-run.ts';
import { editsAsked, fixedText } from './fixed-text.ts';
import { lineFaults } from './line-faults.ts';

/**
 * Where a fix and the fixed texts differ, or a fixed text is no proper fix: it must be readable, lose the findings, gain
 * none of any check that runs unasked, and keep every other line.
 */
export function* fixFaults(check: Check, examples: CheckExamples, checks: readonly Check[]): Iterable<string> {
  const running = checks.filter(({ id, optIn }) => id === check.id || !optIn);
  for (const { name, shows, setting } of listExamples(examples)) {
    if (shows !== 'fail') continue;
    for (const fault of faultsOfExample(check, setting, running)) yield `${name}: ${fault}`;
  }
}

function* faultsOfExample(check: Check, setting: FailingExample, checks: readonly Check[]): Iterable<string> {
  const { fixed, unfixed = false } = setting;
  if (check.fix === undefined) {
    if (fixed !== undefined || unfixed) yield 'has a fixed text, and the check has no fix';
    return;
  }
  if (unfixed) {
    const asked = editsAsked(check, check.fix, setting);
    if (fixed !== undefined) yield 'has a fixed text, and says that it has none';
    if (asked > 0) yield `is not left alone by the fix, which asks for ${asked} edits`;
    return;
  }
  if (fixed === undefined) {
    yield 'has no fixed text, and the check has a fix';
    return;
  }
  yield* makingFaults(check, check.fix, setting, fixed);
  const run = runExample(check, { ...setting, yaml: fixed });
  yield* run.troubles.map((trouble) => `the fixed text: ${trouble}`);
  yield* run.findings.map((finding) => `the fixed text still fails: ${findingText(finding)}`);
  const found = findingsOf(check, setting, setting.yaml, checks);
  const known = new Set(found.flatMap((finding) => [factOf(finding), placeOf(finding)]));
  for (const finding of findingsOf(check, setting, fixed, checks)) {
    // The fact of an entry without a name changes with its content; then its place tells that it was there before.
    if (known.has(factOf(finding)) || known.has(placeOf(finding))) continue;
    yield `the fixed text adds ${finding.check}: ${findingText(finding)}`;
  }
  yield* lineFaults(setting.yaml, fixed);
}

function* makingFaults(
  check: Check,
  fix: Fix<Judged | JudgedPart>,
  setting: FailingExample,
  fixed: string,
): Iterable<string> {
  try {
    const made = fixedText(check, fix, setting);
    if (made !== fixed) yield `the fix makes another text: ${JSON.stringify(made)}`;
  } catch (error) {
    yield `the fix cannot be applied: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What the checks find in a text. */
function findingsOf(check: Check, setting: FailingExample, yaml: string, checks: readonly Check[]): Finding[] {
  const { subjects } = scanExample({ ...setting, yaml }, optionsOf(check, setting, checks));
  return subjects.flatMap(({ findings }) => findings);
}

function factOf({ check, messageId, fact }: Finding): string {
  return `fact\n${check}\n${messageId}\n${fact.object}\n${fact.field}`;
}

function placeOf({ check, messageId, fact, path }: Finding): string {
  return `place\n${check}\n${messageId}\n${fact.object}\n${path}`;
}
