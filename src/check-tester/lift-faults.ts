import type { Check, CheckExamples, PassingExample } from '../core/check.ts';
import { type Finding, findingText } from '../core/finding.ts';
import { formatPath } from '../core/path.ts';
import { workloadKinds } from '../kubernetes/pod-template.ts';
import { coversKind } from './covers-kind.ts';
import { listExamples } from './example.ts';
import { type ExampleRun, runExample } from './example-run.ts';
import { isSinglePod, type LiftedPod, liftPod } from './lift.ts';

/**
 * Examples of one Pod that are judged differently when the Pod is the template of another built-in kind. Kinds that the
 * check's subject does not cover are left out.
 */
export function* liftFaults(check: Check, examples: CheckExamples): Iterable<string> {
  if (!coversKind(check.on, 'Pod')) return;
  const kinds = workloadKinds.filter((kind) => kind !== 'Pod' && coversKind(check.on, kind));
  for (const { name, setting } of listExamples(examples)) {
    if (!isSinglePod(setting.yaml)) continue;
    for (const kind of kinds) {
      for (const fault of liftFault(check, setting, kind)) yield `${name}, as ${kind}: ${fault}`;
    }
  }
}

function* liftFault(check: Check, setting: PassingExample, kind: string): Iterable<string> {
  const lifted = liftPod(setting.yaml, kind);
  if (lifted === undefined) {
    yield 'cannot be made, as apiVersion and kind do not stand on lines of their own';
    return;
  }
  const pod = runExample(check, setting);
  const other = runExample(check, { ...setting, yaml: lifted.yaml });
  yield* other.troubles;
  const verdicts = [verdictsOf(pod), verdictsOf(other)];
  if (verdicts[0] !== verdicts[1]) yield `the verdict is ${verdicts[1]}, not ${verdicts[0]}`;
  const expected = pod.findings.map((finding) => shiftedText(finding, lifted));
  const found = other.findings.map((finding, index) => {
    const start = pod.findings[index]?.locations[0];
    return shownText(finding, start === undefined || lifted.position(start.line, start.column) !== undefined);
  });
  if (expected.join('\n') !== found.join('\n')) {
    yield `the findings are not ${expected.join(' | ')} but ${found.join(' | ')}`;
  }
}

function verdictsOf({ subjects }: ExampleRun): string {
  return subjects.map(({ verdict, missing }) => [verdict, ...missing].join(', ')).join(' | ');
}

/** What the finding on a Pod must be on the kind that the Pod was lifted into. */
function shiftedText(finding: Finding, lifted: LiftedPod): string {
  const start = finding.locations[0];
  const at = start === undefined ? undefined : lifted.position(start.line, start.column);
  const path = [formatPath(lifted.template), finding.path].filter((part) => part !== '').join('.');
  return textOf(finding, path, at === undefined ? '' : `${at.line}:${at.column} `);
}

function shownText(finding: Finding, withPosition: boolean): string {
  const start = finding.locations[0];
  return textOf(finding, finding.path, start === undefined || !withPosition ? '' : `${start.line}:${start.column} `);
}

function textOf(finding: Finding, path: string, position: string): string {
  return `${position}${path} ${findingText(finding)} [${finding.fact.field}]`;
}
