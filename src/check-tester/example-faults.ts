import type { Check, CheckExamples } from '../core/check.ts';
import { type Finding, findingText } from '../core/finding.ts';
import { resolveParameters } from '../core/parameter.ts';
import { parseVersion } from '../kubernetes/version.ts';
import { type Example, listExamples } from './example.ts';
import { type ExampleRun, runExample, type SubjectRun } from './example-run.ts';

/** What is wrong with each example by itself: its setting, verdicts, positions and messages. */
export function* exampleFaults(check: Check, examples: CheckExamples): Iterable<string> {
  for (const example of listExamples(examples)) {
    const faults = [...settingFaults(check, example), ...runFaults(example, runExample(check, example.setting))];
    for (const fault of faults) yield `${example.name}: ${fault}`;
  }
}

function* settingFaults(check: Check, { setting }: Example): Iterable<string> {
  const { parameters = {}, targetVersion } = setting;
  for (const name of resolveParameters(check.parameters, parameters).wrong) {
    yield `parameter ${name} is none of the check, or of the wrong type`;
  }
  if (targetVersion !== undefined && parseVersion(targetVersion) === undefined) {
    yield `${JSON.stringify(targetVersion)} is no Kubernetes version`;
  }
}

function* runFaults(example: Example, run: ExampleRun): Iterable<string> {
  yield* run.troubles;
  if (run.subjects.length === 0) {
    yield 'the check judges nothing in it';
    return;
  }
  switch (example.shows) {
    case 'pass':
    case 'not-applicable':
      yield* run.subjects.filter(({ verdict }) => verdict !== example.shows).map(wrongVerdict);
      break;
    case 'unknown':
      yield* unknownFaults(example.setting.missing, run);
      break;
    default:
      yield* failFaults(asList(example.setting.at), asList(example.setting.message), run);
  }
}

function wrongVerdict({ subject, verdict, findings, missing }: SubjectRun): string {
  const reasons = [...findings.map((finding) => findingText(finding)), ...missing];
  return `the verdict on ${subject} is ${verdict}${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}`;
}

function* unknownFaults(missing: string, run: ExampleRun): Iterable<string> {
  yield* run.subjects.filter(({ verdict }) => verdict === 'fail').map(wrongVerdict);
  const said = run.subjects.flatMap((subject) => subject.missing);
  if (said.length === 0) yield 'no verdict is unknown';
  else if (!said.includes(missing)) yield `what is missing is not ${quoted([missing])} but ${quoted(said)}`;
}

function* failFaults(at: readonly string[], messages: readonly string[], run: ExampleRun): Iterable<string> {
  if (run.findings.length === 0) {
    yield 'no verdict is fail';
    return;
  }
  const foundAt = run.findings.map(positionOf);
  if (!isSame(foundAt, at)) yield `the findings are not at ${at.join(', ')} but at ${foundAt.join(', ')}`;
  const found = run.findings.map((finding) => findingText(finding));
  if (!isSame(found, messages)) yield `the findings do not say ${quoted(messages)} but ${quoted(found)}`;
}

/** `line:column` of the place to edit. */
export function positionOf(finding: Finding): string {
  const location = finding.locations[0];
  return location === undefined ? 'nowhere' : `${location.line}:${location.column}`;
}

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

function quoted(texts: readonly string[]): string {
  return texts.map((text) => JSON.stringify(text)).join(', ');
}
